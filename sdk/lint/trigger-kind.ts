/** A flow is started by a callable, an endpoint, a connector, or an empty trigger. */

import { nameCard } from '../pack/references';
import { cardPlace, isFunction } from '../pack/walk';
import { aBody } from './example';
import { orderedBodies, type Rule } from './rule';

/** flopack-format §10: S6. */
export const triggerKind: Rule = {
  id: 'trigger-kind',
  invariants: ['S6'],
  severity: 'warning',
  sentence: 'A flow is started by a callable, an endpoint, a connector, or an empty trigger.',
  needs: 'shape',
  check(context, report) {
    for (const { trigger } of orderedBodies(context)) {
      const { card } = trigger;
      const kinds = [
        ['control', 'callable'],
        ['control', 'noop'],
        ['http', 'accept'],
        ['http', 'delegated'],
      ] as const;
      if (
        !card.address.startsWith('root:kernel:') ||
        kinds.some(([category, name]) => isFunction(card, category, name))
      )
        continue;
      report(
        cardPlace(trigger),
        `The first card is ${nameCard(card)}, which starts no flow.`,
        'Put a trigger first.',
      );
    }
  },
  wrong: [
    {
      what: 'a text card first',
      change(pack) {
        const body = aBody(pack, 'string:concat');
        const trigger = body.methods.shift()?.uuid;
        const edges = Object.entries(body.orderings).filter(([, [from]]) => from !== trigger);
        body.orderings = Object.fromEntries(edges);
      },
    },
  ],
};
