/** An input is flagged as an option exactly when it stands among the options. */

import { nameCard } from '../pack/references';
import { fieldPlace } from '../pack/walk';
import { aCard, anInput } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C16. */
export const optionFlag: Rule = {
  id: 'option-flag',
  invariants: ['C16'],
  severity: 'warning',
  sentence: 'An input is flagged as an option exactly when it stands among the options.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      for (const [id, input] of Object.entries(place.card.node.model.inputs.data)) {
        const option = input.group === 'parameters';
        if ((input.flags === 'p') === option) continue;
        report(
          fieldPlace(place, 'inputs', id, 'flags'),
          `The input "${input.key}" of ${nameCard(place.card)} in group ${JSON.stringify(input.group)} has the flag "${input.flags}".`,
          `Write "${option ? 'p' : 'd'}": "p" belongs to group "parameters" alone.`,
        );
      }
    }
  },
  wrong: [
    {
      what: 'a plain input flagged',
      change(pack) {
        anInput(aCard(pack, 'string:concat'), 'string1').flags = 'p';
      },
    },
  ],
};
