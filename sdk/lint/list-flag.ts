/** "ref" of an output says that it is a list. */

import { nameCard } from '../pack/references';
import { fieldPlace } from '../pack/walk';
import { aCard, anOutput } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C18. */
export const listFlag: Rule = {
  id: 'list-flag',
  invariants: ['C18'],
  severity: 'warning',
  sentence: '"ref" of an output says that it is a list.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      for (const [id, output] of Object.entries(place.card.node.model.outputs.data)) {
        if (output.ref === output.value.collection) continue;
        report(
          fieldPlace(place, 'outputs', id, 'ref'),
          `The output "${output.key}" of ${nameCard(place.card)} is ${output.value.collection ? 'a' : 'no'} list, "ref" is ${output.ref}.`,
          `Write "ref": ${output.value.collection}.`,
        );
      }
    }
  },
  wrong: [
    {
      what: 'text with the mark of a list',
      change(pack) {
        anOutput(aCard(pack, 'string:concat'), 'output').ref = true;
      },
    },
  ],
};
