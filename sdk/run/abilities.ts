/** Everything that a card may touch while it runs. */

import type { CardContext } from '../cards/context';
import { each, forAll, runBlock } from './blocks';
import { callHelper, callLater, connectionOf } from './calls';
import { Leave } from './ending';
import { answerCaller, describe, named, type Place, pause, tell } from './execution';
import { type CardPlan, resolveGroup, resolveGroups } from './plan';
import { send } from './request';
import { tableFor } from './table-access';

/** The context of one try of one card. */
export function abilities(plan: CardPlan, place: Place): CardContext {
  const { view } = plan;
  const { run, frame } = place;
  const { machine } = run.execution;
  const spent = { ms: 0 };
  return {
    card: view,
    clock: {
      now: machine.clock.now,
      async wait(ms) {
        tell(run, 'wait', () => ({ ...named(view), ms }));
        await pause(ms, run.execution);
      },
    },
    random: machine.random,
    http: (request) => send(request, view, place, spent),
    connection: () => connectionOf(view, run),
    table: (id) => tableFor(id, view, run),
    callFlow: (id, start) => callHelper(id, start, run, view),
    startFlow: (id, start) => callLater(id, start, run, view),
    forAll: (count, concurrency, work) => forAll(place, count, concurrency, work),
    each: (item, index, extra) => each(plan, place, item, index, extra ?? {}),
    block: (name, trigger) => runBlock(plan, place, name, trigger),
    blockNames: () => Object.keys(view.blocks),
    group: (name) => resolveGroup(plan, name, frame),
    leave(how, values) {
      const raw = view.kernel && view.method === 'returnRaw';
      throw new Leave(how, values, how === 'return' ? resolveGroups(plan, frame) : {}, raw);
    },
    ...(run.flow.view.kind === 'api endpoint' && run.depth === 0
      ? { answer: (given) => answerCaller(run, given) }
      : {}),
    describe: (error) => describe(error, run, view),
    assume: machine.assume,
  };
}
