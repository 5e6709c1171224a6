/** Where the summary of a flow names its first card, it has the title of that card. */

import { aFlow } from './example';
import { flowPlace, type Rule } from './rule';

/** flopack-format §10: F7. */
export const firstCardNamed: Rule = {
  id: 'first-card-named',
  invariants: ['F7'],
  severity: 'warning',
  sentence: 'Where the summary of a flow names its first card, it has the title of that card.',
  needs: 'shape',
  check(context, report) {
    for (const place of context.flows) {
      const named = place.flow.data?.display.eventConnecterName;
      const title = place.flow.data?.methods[0]?.node.data.name;
      if (named === undefined || title === undefined || named === title) continue;
      report(
        flowPlace(place, '/data/display/eventConnecterName'),
        `The summary of the flow "${place.flow.name}" names "${named}", its first card is "${title}".`,
        'Write the title of the first card, and put the trigger first.',
      );
    }
  },
  wrong: [
    {
      what: 'another name',
      change(pack) {
        aFlow(pack, 'string:concat').display.eventConnecterName = 'Another card';
      },
    },
  ],
};
