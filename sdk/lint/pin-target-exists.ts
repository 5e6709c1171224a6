/** A connection leads from an output of its card to an input of a card in the same block. */

import { aCard, first } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: C7. The check itself belongs to the reference checks of `sdk/pack`. */
export const pinTargetExists: Rule = {
  id: 'pin-target-exists',
  invariants: ['C7'],
  severity: 'error',
  sentence: 'A connection leads from an output of its card to an input of a card in the same block.',
  needs: 'shape',
  check: fromReferences('pin-target-exists'),
  wrong: [
    {
      what: 'an output that does not exist',
      change(pack) {
        const card = aCard(pack, 'string:concat');
        card.pins = { 'no-such-out': first(card.pins)[1] };
      },
    },
    {
      what: 'a card that does not exist',
      change(pack) {
        const [, targets] = first(aCard(pack, 'string:concat').pins);
        targets['no-such-card'] = [];
      },
    },
    {
      what: 'an input that does not exist',
      change(pack) {
        const [, targets] = first(aCard(pack, 'string:concat').pins);
        const [, pins] = first(targets);
        pins.push({ input: 'no-such-input', transform: null });
      },
    },
  ],
};
