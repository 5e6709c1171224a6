/** The summary of a flow lists its cards in the order of the file. */

import { isFunction } from '../pack/walk';
import { aFlow } from './example';
import { flowPlace, type Rule } from './rule';

/** flopack-format §10: F3. */
export const previewListsCards: Rule = {
  id: 'preview-lists-cards',
  invariants: ['F3'],
  severity: 'warning',
  sentence: 'The summary of a flow lists its cards in the order of the file.',
  needs: 'shape',
  check(context, report) {
    for (const place of context.flows) {
      const data = place.flow.data;
      const preview = data?.display.preview;
      if (data === null || preview === undefined) continue;
      // The summary of an event's flow lists the cards of its body instead (flopack-format §2.1).
      if (data.methods.some((card) => card.node.model.webhook)) continue;
      const agrees = data.methods.every((card, at) => {
        const shown = preview[at];
        if (shown === undefined || isFunction(card, 'object', 'expand')) return shown !== undefined;
        const { key } = card.parents.channel;
        const kernel = card.address.startsWith('root:kernel:');
        return shown.module === key && shown.name === card.node.key && shown.kernel === kernel;
      });
      if (agrees && preview.length === data.methods.length) continue;
      report(
        flowPlace(place, '/data/display/preview'),
        `The summary of the flow "${place.flow.name}" lists other cards than the flow has.`,
        'Write one {module, name, kernel} for each card, in the order of the cards.',
      );
    }
  },
  wrong: [
    {
      what: 'a card left out',
      change(pack) {
        aFlow(pack, 'string:concat').display.preview?.pop();
      },
    },
  ],
};
