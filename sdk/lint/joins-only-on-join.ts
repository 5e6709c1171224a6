/** Only a Join joins, and joins its own inputs and outputs. */

import { nameCard } from '../pack/references';
import { cardPlace, isFunction } from '../pack/walk';
import { aCard, first, found } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C11. */
export const joinsOnlyOnJoin: Rule = {
  id: 'joins-only-on-join',
  invariants: ['C11'],
  severity: 'warning',
  sentence: 'Only a Join joins, and joins its own inputs and outputs.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      const { card } = place;
      const { inputs, outputs } = card.node.model;
      for (const [id, joined] of Object.entries(card.joins)) {
        const known = isFunction(card, 'control', 'join') && Object.hasOwn(inputs.data, id);
        // What is left of a removed field joins nothing.
        if (
          joined.length === 0 ||
          (known && joined.every(({ output }) => Object.hasOwn(outputs.data, output)))
        )
          continue;
        report(
          cardPlace(place, 'joins', id),
          `"joins" of ${nameCard(card)} names fields that it does not have.`,
          'Name an input of the Join and an output of the Join, or make "joins" an empty object.',
        );
      }
    }
  },
  wrong: [
    {
      what: 'an output that does not exist',
      change(pack) {
        const [, joined] = first(aCard(pack, 'control:join').joins);
        found(joined[0], 'output').output = 'no-such-out';
      },
    },
    {
      what: 'joins on another card',
      change(pack) {
        aCard(pack, 'string:concat').joins = { 'no-such-in': [{ output: 'no-such-out', transform: null }] };
      },
    },
  ],
  right: [
    {
      what: 'an empty entry',
      change(pack) {
        aCard(pack, 'control:join').joins['left-over'] = [];
      },
    },
  ],
};
