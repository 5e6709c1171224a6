/** No two fields of a flow, its inner blocks included, have the same id, and none has that of a card. */

import { aCard, first } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: S2. The check itself belongs to the reference checks of `sdk/pack`. */
export const fieldIdsUnique: Rule = {
  id: 'field-ids-unique',
  invariants: ['S2'],
  severity: 'error',
  sentence:
    'No two fields of a flow, its inner blocks included, have the same id, and none has that of a card.',
  needs: 'shape',
  check: fromReferences('field-ids-unique'),
  wrong: [
    {
      what: 'an output with the id of an input',
      change(pack) {
        const { model } = aCard(pack, 'string:concat').node;
        const [id] = first(model.inputs.data);
        const [old, output] = first(model.outputs.data);
        Reflect.deleteProperty(model.outputs.data, old);
        model.outputs.data[id] = { ...output, id };
      },
    },
  ],
};
