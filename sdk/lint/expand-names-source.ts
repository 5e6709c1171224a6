/** The hidden card that picks part of a value names the card and the output it picks from. */

import { fieldPlace, isFunction, own } from '../pack/walk';
import { aCard } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C14. */
export const expandNamesSource: Rule = {
  id: 'expand-names-source',
  invariants: ['C14'],
  severity: 'warning',
  sentence: 'The hidden card that picks part of a value names the card and the output it picks from.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      const { card } = place;
      if (!isFunction(card, 'object', 'expand')) continue;
      for (const [id, input] of Object.entries(card.node.model.inputs.data)) {
        if (input.key !== 'object') continue;
        const { srcMethodId, srcOutputId } = input.metadata;
        const source = place.body.byId.get(String(srcMethodId))?.card;
        const pins = source === undefined ? undefined : own(source.pins, String(srcOutputId));
        const connected = Object.hasOwn(pins ?? {}, card.uuid);
        if (connected && card.node.data.name === srcMethodId) continue;
        report(
          fieldPlace(place, 'inputs', id),
          `The hidden card "${card.uuid}" picks from "${srcMethodId}", but is named "${card.node.data.name}" or not connected with it.`,
          'Connect it with the output that its input names, and name it by the id of that card.',
        );
      }
    }
  },
  wrong: [
    {
      what: 'another name',
      change(pack) {
        const card = aCard(pack, 'object:expand');
        card.node.data.name = 'nobody';
        card.node.model.metadata.name = 'nobody';
      },
    },
  ],
};
