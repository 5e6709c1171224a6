/** On cards that give out what they take, inputs and outputs have the same keys. */

import { nameCard } from '../pack/references';
import { cardPlace, isFunction } from '../pack/walk';
import { aCard, first } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C27. */
export const mirroredFields: Rule = {
  id: 'mirrored-fields',
  invariants: ['C27'],
  severity: 'warning',
  sentence: 'On cards that give out what they take, inputs and outputs have the same keys.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      const { mirrored, inputs, outputs } = place.card.node.model;
      // Return Error is marked as mirrored too, but older exports of it give nothing.
      if (!mirrored || !place.card.address.startsWith('root:kernel:')) continue;
      if (isFunction(place.card, 'control', 'throw')) continue;
      const [taken, given] = [inputs.data, outputs.data].map((fields) =>
        Object.values(fields)
          .map(({ group, key }) => JSON.stringify([group, key]))
          .sort()
          .join(', '),
      );
      if (taken === given) continue;
      report(
        cardPlace(place, 'node', 'model', 'outputs', 'data'),
        `The card ${nameCard(place.card)} takes ${taken || 'nothing'} and gives ${given || 'nothing'}; both must be the same.`,
        'Give every input an output of the same group and key.',
      );
    }
  },
  wrong: [
    {
      what: 'an output removed',
      change(pack) {
        const { data } = aCard(pack, 'control:callable').node.model.outputs;
        Reflect.deleteProperty(data, first(data)[0]);
      },
    },
  ],
};
