/** A call passes what the helper flow takes. */

import { calledFlow } from './call';
import { aCard, anInput } from './example';
import type { Rule } from './rule';

/** flopack-format §10: C23. */
export const argumentsMatchHelper: Rule = {
  id: 'arguments-match-helper',
  invariants: ['C23'],
  severity: 'warning',
  sentence: 'A call passes what the helper flow takes.',
  needs: 'view',
  check(context, report) {
    for (const flow of context.view?.flows ?? []) {
      for (const card of flow.cards()) {
        const callee = calledFlow(card, context);
        const trigger = callee?.body?.cards[0];
        if (callee === undefined || trigger === undefined || trigger.method !== 'callable') continue;
        const taken = new Set(trigger.inputs.map((input) => input.key));
        for (const input of card.inputs) {
          if (input.group !== null || !input.custom || taken.has(input.key)) continue;
          report(
            { flow: flow.name, card: card.id, pointer: input.pointer },
            `The card "${card.title}" passes "${input.key}" to the flow "${callee.name}", which does not take it.`,
            'Remove the field from the card, or add it to the helper flow.',
          );
        }
      }
    }
  },
  wrong: [
    {
      what: 'an argument renamed',
      change(pack) {
        anInput(aCard(pack, 'control:spawn'), 'first').key = 'premier';
      },
    },
  ],
};
