/** An input takes its value from one place; an input of a Join from one per branch. */

import { nameCard } from '../pack/references';
import { fieldPlace, isFunction } from '../pack/walk';
import { aCard, first } from './example';
import type { Rule } from './rule';

/** flopack-format §10: C9. */
export const onePinPerInput: Rule = {
  id: 'one-pin-per-input',
  invariants: ['C9'],
  severity: 'warning',
  sentence: 'An input takes its value from one place; an input of a Join from one per branch.',
  needs: 'shape',
  check(context, report) {
    for (const body of context.flows.flatMap((flow) => flow.bodies)) {
      const counts = new Map<string, number>();
      for (const { card } of body.cards) {
        for (const targets of Object.values(card.pins)) {
          for (const { input } of Object.values(targets).flat())
            counts.set(input, (counts.get(input) ?? 0) + 1);
        }
      }
      for (const place of body.cards) {
        const most = isFunction(place.card, 'control', 'join') ? 2 : 1;
        for (const [id, input] of Object.entries(place.card.node.model.inputs.data)) {
          const count = counts.get(id) ?? 0;
          if (count <= most) continue;
          report(
            fieldPlace(place, 'inputs', id),
            `${count} connections end at the input "${input.key}" of ${nameCard(place.card)}; allowed is ${most}.`,
            'Keep one of them.',
          );
        }
      }
    }
  },
  wrong: [
    {
      what: 'the same connection twice',
      change(pack) {
        const [, targets] = first(aCard(pack, 'string:concat').pins);
        const [, pins] = first(targets);
        pins.push(...structuredClone(pins));
      },
    },
  ],
};
