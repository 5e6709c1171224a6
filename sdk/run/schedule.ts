/** Scheduled flows: when each is due, in its own time zone, and how they run when virtual time passes. */

import type { FlowView, Json } from '@okta/workflows-connector-sdk-types';
import { Cron } from 'croner';
import { runFlow } from './execute';
import type { FlowResult, Machine, OrgFlow } from './execution';
import { OrgError } from './org-error';
import { newTurn } from './turn';

/** When a flow is due. */
export interface Schedule {
  /** The first instant after another; null: never again. Both in milliseconds since 1970. */
  next(after: number): number | null;
}

/** The schedule of a flow (flopack-format §2). Throws OrgError for one that makes no sense. */
export function scheduleOf(view: FlowView): Schedule {
  const { cron, name } = view;
  const part = (key: string, otherwise = '*') => text(cron[key]) || otherwise;
  const pattern = [
    part('seconds', '0'),
    part('minutes'),
    part('hours'),
    part('dayOfTheMonth'),
    part('month'),
    part('dayOfTheWeek'),
  ].join(' ');
  const timezone = part('timeZone', 'UTC');
  try {
    const start = text(cron.startDate);
    const end = text(cron.endDate);
    const times = new Cron(pattern, {
      // The same instants; only the time zones with a history need the table of them, which is slow.
      ...(timezone === 'UTC' ? { utcOffset: 0 } : { timezone }),
      ...(start === '' ? {} : { startAt: start }),
      ...(end === '' ? {} : { stopAt: end }),
    });
    const next = (after: number) => times.nextRun(new Date(after))?.getTime() ?? null;
    // A time zone that nobody knows shows only when a time is asked for.
    next(0);
    return { next };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new OrgError(
      `The schedule of the flow "${name}" (${pattern}, ${timezone}) makes no sense: ${reason}`,
      'Set it again: seconds, minutes, hours, day of the month, month, day of the week, and a time zone of the TZ database.',
    );
  }
}

/**
 * Lets virtual time pass and starts what is due, in the order of time and then of import. A flow that is still at work
 * when another is due goes on beside it. Resolves when time has come and all of them have ended.
 */
export async function runSchedules(
  flows: readonly OrgFlow[],
  until: number,
  machine: Machine,
): Promise<FlowResult[]> {
  const { clock } = machine;
  const turn = newTurn();
  const running: Promise<FlowResult>[] = [];
  const scheduled = flows
    .filter(({ on, view }) => on && view.kind === 'scheduled' && Object.keys(view.cron).length > 0)
    .map((flow) => ({ flow, schedule: scheduleOf(flow.view) }));
  const start = async (flow: OrgFlow) => {
    await turn.take();
    try {
      return await runFlow(flow, { inputs: {} }, machine, { turn });
    } finally {
      turn.give();
    }
  };
  const passTo = async (instant: number) => {
    turn.give();
    await clock.pause(instant - clock.now());
    await turn.take();
  };
  const never = Number.POSITIVE_INFINITY;
  const dueAfter = (schedule: Schedule, instant: number) => schedule.next(instant) ?? never;
  const from = clock.now();
  const due = scheduled.map((one) => ({ ...one, at: dueAfter(one.schedule, from) }));
  for (;;) {
    const at = Math.min(never, ...due.map((one) => one.at));
    if (at === never || at > until) break;
    await passTo(at);
    for (const one of due) {
      if (one.at !== at) continue;
      if (one.flow.on) running.push(start(one.flow));
      one.at = dueAfter(one.schedule, at);
    }
  }
  await passTo(until);
  turn.give();
  return Promise.all(running);
}

function text(value: Json | undefined): string {
  return typeof value === 'string' ? value.trim() : typeof value === 'number' ? String(value) : '';
}
