/** Flows that start by themselves or from outside: at a time, or when their URL is called. */

import type { FlowModel, ScheduleModel } from '@okta/workflows-connector-sdk-types';
import { scheduledContext } from '../cards/control/helper-flow';
import type { Fields } from '../cards/field';
import { apiEndpoint } from '../cards/http/api-endpoint';
import { placeCard } from './build';
import { type FlowOptions, flowModel, formalPorts, placeTrigger } from './flow';
import { inBlock } from './record';
import { keyOf, type RefsOf, refsTo } from './ref';

/** How often a flow starts: every so many minutes, or every day at an hour of a time zone. */
export type Schedule =
  | { everyMinutes: number }
  | { daily: { hour: number; minute?: number; timeZone: string } };

/** A scheduled flow: starts by itself, with nothing but the time. */
export function scheduledFlow(options: FlowOptions & { schedule: Schedule; body(): void }): {
  readonly model: FlowModel;
} {
  const { block } = inBlock(() => {
    const ports = formalPorts(scheduledContext).map((port) => ({ ...port, group: 'context' }));
    placeTrigger('Scheduled Flow', ports, { shows: [] });
    options.body();
  });
  return {
    model: { ...flowModel('scheduled', options, {}, {}), body: block, schedule: cronOf(options.schedule) },
  };
}

/** A flow behind a URL that an author's service calls; `medium` asks for the platform's client token. */
export function apiEndpointFlow<const F extends Fields>(
  options: FlowOptions & {
    securityLevel: 'open' | 'medium' | 'high';
    /** The fields of the JSON object that is posted. */
    accepts: F;
    body(given: RefsOf<F>): void;
  },
): { readonly model: FlowModel } {
  const { block } = inBlock(() => {
    const ports = formalPorts(options.accepts).map((port) => ({ ...port, group: 'body' }));
    const trigger = placeCard(apiEndpoint, {}, {}, { more: ports });
    const given = refsTo(trigger, options.accepts, (name, each) => ({
      group: 'body',
      key: keyOf(name, each),
    }));
    options.body(given);
  });
  const { securityLevel } = options;
  return { model: { ...flowModel('api endpoint', options, {}, {}), body: block, securityLevel } };
}

function cronOf(schedule: Schedule): ScheduleModel {
  const always = { dayOfTheMonth: '*', month: '*', dayOfTheWeek: '*' };
  if ('everyMinutes' in schedule) {
    return { minutes: `*/${schedule.everyMinutes}`, hours: '*', ...always, timeZone: 'UTC' };
  }
  const { hour, minute = 0, timeZone } = schedule.daily;
  return { minutes: String(minute), hours: String(hour), ...always, dayOfTheMonth: '*/1', timeZone };
}
