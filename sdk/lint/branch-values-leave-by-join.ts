/** A value from a branch of If/Else stays in it or leaves through the Join. */

import { aCard, first } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: S11. The check itself belongs to the reference checks of `sdk/pack`. */
export const branchValuesLeaveByJoin: Rule = {
  id: 'branch-values-leave-by-join',
  invariants: ['S11'],
  severity: 'error',
  sentence: 'A value from a branch of If/Else stays in it or leaves through the Join.',
  needs: 'shape',
  check: fromReferences('branch-values-leave-by-join'),
  wrong: [
    {
      what: 'a connection past the Join',
      change(pack) {
        const { model } = aCard(pack, 'string:toLowerCase').node;
        const [output] = first(model.outputs.data);
        const target = aCard(pack, 'string:compose');
        const [input] = first(target.node.model.inputs.data);
        aCard(pack, 'string:toLowerCase').pins[output] = { [target.uuid]: [{ input, transform: null }] };
      },
    },
  ],
};
