/** A machine for tests that run views: answers instead of HTTP, and everything that happened. */

import type { FlowView, TableFault } from '@okta/workflows-connector-sdk-types';
import { undocumented } from '../../../../sdk/cards/undocumented';
import { virtualClock } from '../../../../sdk/run/clock';
import { runFlow } from '../../../../sdk/run/execute';
import type { FlowResult, Machine, OrgFlow, Start } from '../../../../sdk/run/execution';
import { type Limits, platformLimits } from '../../../../sdk/run/limits';
import { seededRandom } from '../../../../sdk/run/random';
import { redactor } from '../../../../sdk/run/redact';
import { noStubs, type Stubs } from '../../../../sdk/run/stubs';
import { createTableFaults } from '../../../../sdk/run/table-faults';
import { createTable, type Table } from '../../../../sdk/run/tables';
import type { TraceEvent } from '../../../../sdk/run/trace';
import type { Sent, TransportRequest } from '../../../../sdk/run/transport';

export interface Setting {
  flows: FlowView[];
  /** Answers to requests, in turn; the last one again and again. */
  answers?: Sent['answer'][];
  tables?: Record<string, Table>;
  limits?: Partial<Limits>;
  off?: string[];
  trace?: boolean;
  tableFaults?: TableFault[];
  traced?: TraceEvent['type'][];
  stubs?: Stubs;
}

export const reply = (
  status: number,
  body: unknown,
  headers: Record<string, string> = {},
): Sent['answer'] => ({
  kind: 'reply',
  status,
  headers,
  body: JSON.stringify(body),
});

/** Runs the first flow of a setting, and gives what happened beside its result. */
export async function play(
  setting: Setting,
  start: Partial<Start> = {},
): Promise<{ result: FlowResult; events: TraceEvent[]; requests: TransportRequest[] }> {
  const events: TraceEvent[] = [];
  const requests: TransportRequest[] = [];
  const clock = virtualClock('2026-01-01T00:00:00.000Z');
  const answers = setting.answers ?? [];
  let runs = 0;
  const machine: Machine = {
    clock,
    random: seededRandom('test'),
    redactor: redactor(),
    stubs: setting.stubs ?? noStubs,
    reached: null,
    limits: { ...platformLimits, ...setting.limits },
    trace: setting.trace === false ? null : (event) => events.push(event),
    traced: setting.traced === undefined ? null : new Set(setting.traced),
    assume: (choice) => undocumented[choice].assumed,
    askTable: createTableFaults(setting.tableFaults ?? []),
    nextRun: () => `run-${++runs}`,
    async transport(request) {
      requests.push(request);
      const url = new URL(request.url);
      const answer = answers[Math.min(requests.length, answers.length) - 1];
      if (answer === undefined) throw new Error(`Nobody answers ${request.method} ${request.url}`);
      return { host: url.host, path: url.pathname, query: Object.fromEntries(url.searchParams), answer };
    },
  };
  const flows = new Map<string, OrgFlow>();
  const space: OrgFlow['space'] = {
    flow: (id) => flows.get(id),
    table: (id) => setting.tables?.[id],
    connection: (card) => (card.channel === 'acme' ? { domain: 'acme.test', token: 'acme-token' } : null),
    action: (card) => (card.channel === 'acme' ? (flows.get(card.method) ?? null) : null),
  };
  for (const [at, view] of setting.flows.entries()) {
    flows.set(view.name, { number: 1 + at, view, space, on: !setting.off?.includes(view.name) });
  }
  const [first] = flows.values();
  if (first === undefined) throw new Error('A setting has a flow.');
  return { result: await runFlow(first, { inputs: {}, ...start }, machine), events, requests };
}

/** A table for tests. */
export function aTable(name: string, ...columns: string[]): Table {
  const clock = virtualClock('2026-01-01T00:00:00.000Z');
  return createTable(
    { name, columns: columns.map((column) => ({ name: column, type: 'text', default: null })) },
    clock,
  );
}
