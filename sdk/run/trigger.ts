/** Fills the trigger of a flow or block with what it was started with. */

import type { CardView, Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { coerceInputs } from '../cards/coerce';
import { abilities } from './abilities';
import type { Place, Run, Start } from './execution';
import { planOf, resolveInputs } from './plan';
import { instant } from './trace';

/** Fills the trigger. Gives a promise only for an event, whose card makes its fields itself. */
export function fillTrigger(trigger: CardView, place: Place, start: Start): Promise<void> | undefined {
  place.run.execution.machine.reached?.(trigger);
  if (start.delivery !== undefined) return readDelivery(trigger, place, start.delivery);
  fill(trigger, place, start);
  return undefined;
}

/** A trigger gives what the flow was started with, and what the platform tells a flow about its own run. */
function fill(trigger: CardView, { run, frame }: Place, start: Start): void {
  for (const { view, key } of planOf(trigger).outputs) {
    const from = view.group === null ? start.inputs : (start.groups?.[view.group] ?? null);
    const given = from !== null && Object.hasOwn(from, view.key) ? from[view.key] : undefined;
    const told = view.group === 'context' ? aboutRun(view.key, run, start) : null;
    frame.values.set(key, given ?? told);
  }
}

/** What the platform tells a flow about its own run. */
function aboutRun(key: string, run: Run, start: Start): Json {
  const { caller } = run;
  switch (key) {
    case 'execution_id':
      return run.id;
    case 'execution_time':
      return instant(run.startedAt);
    case 'index':
      return start.index ?? null;
    case 'error':
      return start.error ?? null;
    case 'parent':
      if (caller === null) return null;
      return {
        id: String(caller.run.flow.number),
        method: caller.card.id,
        name: caller.run.flow.view.name,
        execution_id: caller.run.id,
      };
    default:
      return null;
  }
}

/** The card of an event makes its outputs itself, of the payload that brought the event. */
async function readDelivery(trigger: CardView, place: Place, delivery: JsonObject): Promise<void> {
  fill(trigger, place, { inputs: {} });
  const plan = planOf(trigger);
  if (plan.card === undefined) return;
  const { fixed, more } = resolveInputs(plan, place.frame);
  const { inputs } = coerceInputs(plan.card, { fixed: { ...fixed, data: delivery }, more });
  // The inputs have just been brought to the types of the very fields that `run` was typed from.
  const outputs = await plan.card.run(inputs as never, abilities(plan, place), more);
  for (const output of plan.outputs) {
    const value = output.from(outputs);
    if (value !== undefined) place.frame.values.set(output.key, value);
  }
}
