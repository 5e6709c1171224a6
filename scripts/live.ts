/** The trace of a run as a person reads it, a line for each thing that happens. */

import type { TraceEvent } from '../sdk/run/trace';
import type { Output } from './output';

/**
 * Prints what happens as it happens: flows, cards, requests, waits and errors.
 * @param inside Flows whose own cards are left out: of a connector's insides only the requests are shown.
 */
export function liveTrace(
  { line, colors }: Output,
  inside: ReadonlySet<string> = new Set(),
): (event: TraceEvent) => void {
  const depth = new Map<string, number>();
  return (event) => {
    const pad = '  '.repeat((depth.get(event.run) ?? 0) + 1);
    if (inside.has(event.flow) && ['flow started', 'card'].includes(event.type)) {
      // Their requests stand under the flow that asked for them.
      if (event.type === 'flow started') depth.set(event.run, Math.max(depthOf(event, depth) - 1, 0));
      return;
    }
    switch (event.type) {
      case 'flow started':
        depth.set(event.run, depthOf(event, depth));
        line(`${'  '.repeat((depth.get(event.run) ?? 0) + 1)}${colors.bold(event.flow)}`);
        break;
      case 'card':
        line(`${pad}  ${colors.dim('·')} ${event.title}`);
        break;
      case 'request':
        line(
          `${pad}  ${colors.cyan(`→ ${event.method} ${event.host}${event.path}`)} ${queryText(event.query)} ${statusText(event.status, colors)}`,
        );
        if (event.method !== 'GET' && event.body !== null)
          line(`${pad}    ${colors.dim(JSON.stringify(event.body))}`);
        break;
      case 'retry':
        line(
          `${pad}  ${colors.yellow(`↻ ${event.title}: ${event.message}; try ${event.attempt} of ${event.of} in ${Math.round(event.waitMs / 1000)} s of virtual time`)}`,
        );
        break;
      case 'wait':
        line(`${pad}  ${colors.yellow(`… waits ${Math.round(event.ms / 1000)} s of virtual time`)}`);
        break;
      case 'table':
        line(`${pad}  ${colors.dim(`▤ ${event.table}: ${event.change}`)}`);
        break;
      case 'error':
        if (event.origin) line(`${pad}  ${colors.red(`✗ ${event.title}: ${event.message}`)}`);
        break;
      case 'flow ended':
        if (event.outcome !== 'success') line(`${pad}${colors.yellow(`${event.flow}: ${event.outcome}`)}`);
    }
  };
}

function depthOf(event: Extract<TraceEvent, { type: 'flow started' }>, depth: Map<string, number>): number {
  const caller = event.caller?.run;
  return caller === undefined ? 0 : (depth.get(caller) ?? 0) + 1;
}

function queryText(query: Record<string, string>): string {
  const entries = Object.entries(query);
  return entries.length === 0 ? '' : `?${entries.map(([name, value]) => `${name}=${value}`).join('&')}`;
}

function statusText(status: number | null, colors: Output['colors']): string {
  if (status === null) return colors.red('no answer');
  return status < 400 ? colors.green(String(status)) : colors.red(String(status));
}
