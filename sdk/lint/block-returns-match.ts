/** The outputs of an If/ElseIf or If Error are what each of its blocks returns. */

import type { FieldView } from '@okta/workflows-connector-sdk-types';
import { aCard, first } from './example';
import type { Rule } from './rule';

/** flopack-format §10: C25. */
export const blockReturnsMatch: Rule = {
  id: 'block-returns-match',
  invariants: ['C25'],
  severity: 'warning',
  sentence: 'The outputs of an If/ElseIf or If Error are what each of its blocks returns.',
  needs: 'view',
  check(context, report) {
    for (const flow of context.view?.flows ?? []) {
      for (const card of flow.cards()) {
        if (!card.kernel || !['branch', 'tryCatch'].includes(card.method)) continue;
        const expected = keys(card.outputs);
        for (const [name, block] of Object.entries(card.blocks)) {
          for (const last of block.cards.filter(({ kernel, method }) => kernel && method === 'return')) {
            if (keys(last.inputs) === expected) continue;
            report(
              { flow: flow.name, card: last.id, pointer: last.pointer },
              `The block "${name}" of "${card.title}" returns ${keys(last.inputs)}, the card has the outputs ${expected}.`,
              'Return every output of the card, empty where there is no value.',
            );
          }
        }
      }
    }
  },
  wrong: [
    {
      what: 'an output that no block returns',
      change(pack) {
        const { data } = aCard(pack, 'control:tryCatch').node.model.outputs;
        first(data)[1].key = 'other';
      },
    },
  ],
};

function keys(fields: FieldView[]): string {
  return JSON.stringify(fields.map((field) => field.key).sort());
}
