/** Orgs for tests, with packs written in the language and services that answer at once. */

import type { WirePack } from '@okta/workflows-connector-sdk-types';
import { compilePack } from '../../../../sdk/compile/pack';
import { connection, pack } from '../../../../sdk/dsl';
import { virtualClock } from '../../../../sdk/run/clock';
import { createOrg, type Org, type OrgOptions } from '../../../../sdk/run/org';
import { seededRandom } from '../../../../sdk/run/random';
import type { TraceEvent } from '../../../../sdk/run/trace';
import type { Sent } from '../../../../sdk/run/transport';

export const START = '2026-01-01T00:00:00.000Z';

type Flows = Parameters<typeof pack>[0]['flows'];

/** A pack of these flows; its Okta cards share a connection. */
export function packOf(...flows: Flows): WirePack {
  const connections = [connection('okta', 'Okta')];
  return compilePack(pack({ name: 'test', title: 'Test', description: 'For a test.', flows, connections }));
}

/** An org with these flows, all of them on, and everything that happens in it. With Okta connected it takes a moment. */
export async function orgWithOkta(
  flows: Flows,
  options: Partial<OrgOptions> = {},
): Promise<ReturnType<typeof orgWith>> {
  const made = orgWith([], options);
  await made.org.connect('okta', { domain: 'acme.okta.test', token: 'okta-token' });
  for (const { id } of made.org.import(packOf(...flows), 'test.folder').flows) made.org.activate(id);
  return made;
}

/** An org with these flows, all of them on, and everything that happens in it. */
export function orgWith(
  flows: Flows,
  options: Partial<OrgOptions> = {},
): { org: Org; events: TraceEvent[]; clock: OrgOptions['clock'] } {
  const events: TraceEvent[] = [];
  const clock = options.clock ?? virtualClock(START);
  const org = createOrg({
    clock,
    random: seededRandom('test'),
    transport: answers(200, {}),
    onTrace: (event) => events.push(event),
    ...options,
  });
  for (const { id } of org.import(packOf(...flows), 'test.folder').flows) org.activate(id);
  return { org, events, clock };
}

/** A transport that always answers the same. */
export function answers(status: number, body: unknown): OrgOptions['transport'] {
  const answer: Sent['answer'] = { kind: 'reply', status, headers: {}, body: JSON.stringify(body) };
  return async ({ url }) => ({ host: new URL(url).host, path: new URL(url).pathname, query: {}, answer });
}

/** Seconds since the start, of every event of a type. */
export function seconds(events: readonly TraceEvent[], type: TraceEvent['type']): number[] {
  return events
    .filter((event) => event.type === type)
    .map(({ at }) => (Date.parse(at) - Date.parse(START)) / 1_000);
}
