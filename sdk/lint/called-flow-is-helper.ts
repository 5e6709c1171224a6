/** A flow that is called is a helper flow. */

import type { FlowView } from '@okta/workflows-connector-sdk-types';
import { calledFlow } from './call';
import { aCard, aFlow, anInput, found } from './example';
import type { Rule } from './rule';

/** flopack-format §10: C22. */
export const calledFlowIsHelper: Rule = {
  id: 'called-flow-is-helper',
  invariants: ['C22'],
  severity: 'warning',
  sentence: 'A flow that is called is a helper flow.',
  needs: 'view',
  check(context, report) {
    for (const flow of context.view?.flows ?? []) {
      for (const card of flow.cards()) {
        const callee = calledFlow(card, context);
        if (callee === undefined || callee.body === null || isCallable(callee)) continue;
        report(
          { flow: flow.name, card: card.id, pointer: card.pointer },
          `The card "${card.title}" calls the flow "${callee.name}", which is ${callee.kind === 'event' ? 'an' : 'a'} ${callee.kind} flow; only helper flows can be called.`,
          'Choose a helper flow.',
        );
      }
    }
  },
  wrong: [
    {
      what: 'a call of an API endpoint',
      change(pack) {
        const [id] = found(
          Object.entries(pack.data.flos).find(([, flow]) => flow.data === aFlow(pack, 'http:accept')),
          'endpoint',
        );
        anInput(aCard(pack, 'control:spawn'), 'flo').value.data = id;
      },
    },
  ],
};

function isCallable(flow: FlowView): boolean {
  const trigger = flow.body?.cards[0];
  return trigger?.kernel === true && trigger.method === 'callable';
}
