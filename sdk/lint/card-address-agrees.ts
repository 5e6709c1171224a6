/** The address of a card is made of the keys and addresses of its parts. */

import { nameCard } from '../pack/references';
import { cardPlace } from '../pack/walk';
import { aCard } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C2. */
export const cardAddressAgrees: Rule = {
  id: 'card-address-agrees',
  invariants: ['C2'],
  severity: 'error',
  sentence: 'The address of a card is made of the keys and addresses of its parts.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      const { address, parents, node } = place.card;
      const { version, channel } = parents;
      const expect = (actual: string, expected: string, ...path: string[]) => {
        if (actual === expected) return;
        report(
          cardPlace(place, ...path),
          `The card ${nameCard(place.card)} has "${actual}" here where its other parts make it "${expected}".`,
          'Make "address", "parents" and "key" agree; the address says which card it is.',
        );
      };
      expect(address, `${version.address}:${node.key}`, 'address');
      expect(version.address, `${channel.address}:${version.key}`, 'parents', 'version', 'address');
      expect(channel.address.split(':').at(-1) ?? '', channel.key, 'parents', 'channel', 'address');
      expect(node.model.key, node.key, 'node', 'model', 'key');
    }
  },
  wrong: [
    {
      what: "another function's address",
      change(pack) {
        aCard(pack, 'string:concat').address = 'root:kernel:string:0.0.1:trim';
      },
    },
    {
      what: 'another key in the model',
      change(pack) {
        aCard(pack, 'string:concat').node.model.key = 'trim';
      },
    },
  ],
};
