/** The trace as people read it. */

import { liveTrace } from '../../scripts/live';
import { output } from '../../scripts/output';
import type { TraceEvent } from '../../sdk/run/trace';
import { memoryStreams } from '../support/cli';

const base = { at: '2026-01-01T00:00:00.000Z', run: 'run-1', flow: 'Main' };
const inner = { ...base, run: 'run-2', flow: 'Helper' };
const card = { card: 'c', title: 'Raw Request' };
const request = {
  ...inner,
  ...card,
  type: 'request',
  host: 'a.test',
  path: '/x%20y',
  query: {},
  body: null,
  reply: null,
} as const;

const events: TraceEvent[] = [
  { ...base, type: 'flow started', caller: null, inputs: {} },
  { ...inner, type: 'flow started', caller: { run: 'run-1', card: 'c' }, inputs: {} },
  { ...request, method: 'GET', status: 200, query: { q: 'a b', n: '1' } },
  { ...request, method: 'PATCH', status: 429, body: { a: 1 } },
  {
    ...inner,
    ...card,
    type: 'retry',
    attempt: 1,
    of: 3,
    statusCode: 429,
    message: 'Too many',
    waitMs: 61_400,
  },
  { ...request, method: 'PATCH', status: null },
  { ...inner, ...card, type: 'error', message: 'No answer', statusCode: null, origin: true },
  { ...base, ...card, type: 'error', message: 'No answer', statusCode: null, origin: false },
  { ...inner, type: 'flow ended', outcome: 'error', outputs: {}, durationMs: 0 },
  { ...base, ...card, type: 'wait', ms: 60_000 },
  { ...base, ...card, type: 'table', table: 'results', change: 'insert', row: '1', fields: {} },
  {
    ...base,
    ...card,
    type: 'card',
    title: 'Compose',
    block: [],
    address: 'a',
    inputs: {},
    outputs: {},
    durationMs: 0,
  },
  { ...base, type: 'flow ended', outcome: 'stopped', outputs: {}, durationMs: 0 },
];

const shown = (inside?: ReadonlySet<string>) => {
  const { printed, stdout, stderr } = memoryStreams();
  const show = liveTrace(output('text', { stdout, stderr }), inside);
  for (const event of events) show(event);
  return printed.stdout;
};

it('is a line for each thing, under the flow in which it happens', () => {
  expect(shown()).toBe(`  Main
    Helper
      → GET a.test/x%20y ?q=a b&n=1 200
      → PATCH a.test/x%20y  429
        {"a":1}
      ↻ Raw Request: Too many; try 1 of 3 in 61 s of virtual time
      → PATCH a.test/x%20y  no answer
      ✗ Raw Request: No answer
    Helper: error
    … waits 60 s of virtual time
    ▤ results: insert
    · Compose
  Main: stopped
`);
});

it('leaves the insides of a connector out, but not what they send', () => {
  expect(shown(new Set(['Helper']))).toBe(`  Main
    → GET a.test/x%20y ?q=a b&n=1 200
    → PATCH a.test/x%20y  429
      {"a":1}
    ↻ Raw Request: Too many; try 1 of 3 in 61 s of virtual time
    → PATCH a.test/x%20y  no answer
    ✗ Raw Request: No answer
  Helper: error
    … waits 60 s of virtual time
    ▤ results: insert
    · Compose
  Main: stopped
`);
});
