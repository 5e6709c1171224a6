/** A flow without a body is there because some card calls it. */

import { allCards, flowPlace, type Rule } from './rule';

/** flopack-format §10: M8. */
export const stubIsCalled: Rule = {
  id: 'stub-is-called',
  invariants: ['M8'],
  severity: 'warning',
  sentence: 'A flow without a body is there because some card calls it.',
  needs: 'shape',
  check(context, report) {
    const called = new Set<unknown>();
    for (const { card } of allCards(context)) {
      called.add(card.node.model.policy.error.flo);
      for (const { value } of Object.values(card.node.model.inputs.data)) {
        if (value.type === 'flo') called.add(value.data);
      }
    }
    for (const place of context.flows) {
      if (place.flow.data !== null || called.has(place.key)) continue;
      report(
        flowPlace(place),
        `The flow "${place.flow.name}" has no body, and no card calls it.`,
        'Remove it, or export it with its body.',
      );
    }
  },
  wrong: [
    {
      what: 'a stub that nobody calls',
      change(pack) {
        const id = '00000000-0000-4000-8000-000000000000';
        pack.data.flos[id] = { id, name: 'Gone', description: '', data: null };
      },
    },
  ],
};
