/** The HTTP server under the tenants. */

import type { Exchange, Fault } from '@okta/workflows-connector-sdk-types';
import type { Route } from '../../tenants/routes';
import { type ServerOptions, startServer, type TenantServer } from '../../tenants/server';
import { call, virtualClock } from './support';

let struck: Fault[];
let handled: number;
const routes: Route[] = [
  {
    method: 'POST',
    path: '/echo/{id}',
    handle: ({ params, query, body, malformed }) => {
      handled += 1;
      return { status: 200, body: { params, query, body, malformed } };
    },
  },
  { method: 'DELETE', path: '/echo/{id}', handle: () => ({ status: 204 }) },
  {
    method: 'GET',
    path: '/broken',
    handle: () => {
      throw new Error('oops');
    },
  },
];

let server: TenantServer;
let exchanges: Exchange[];
let clock: ReturnType<typeof virtualClock>;

async function start(faults: ServerOptions['faults'] = []): Promise<void> {
  exchanges = [];
  handled = 0;
  struck = [];
  clock = virtualClock();
  server = await startServer({
    tenant: 'auth0',
    routes,
    clock,
    faults,
    onExchange: (exchange) => exchanges.push(exchange),
    onFault: (fault) => struck.push(fault),
    failure: (status) => ({ status, body: { failed: status } }),
  });
}

afterEach(() => server.close());

test('routes, parses and reports', async () => {
  await start();
  const reply = await call(server.url, 'POST', '/echo/a%2Fb?x=1%2B1&y=%C3%A9', { body: { n: [1] } });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  expect(reply.body).toEqual({
    params: { id: 'a/b' },
    query: { x: '1+1', y: 'é' },
    body: { n: [1] },
    malformed: false,
  });
  expect(reply.headers.get('date')).toBe('Thu, 01 Jan 2026 00:00:00 GMT');
  expect(exchanges).toHaveLength(1);
  expect(exchanges[0]).toMatchObject({
    tenant: 'auth0',
    method: 'POST',
    path: '/echo/a%2Fb',
    query: { x: '1+1', y: 'é' },
    requestBody: { n: [1] },
    status: 200,
    responseBody: reply.body,
    injected: false,
    unknownRoute: false,
  });
});

test('a form, an empty answer', async () => {
  await start();
  const form = await call(server.url, 'POST', '/echo/1', { body: new URLSearchParams({ a: 'b+c' }) });
  expect(form.body.body).toEqual({ a: 'b+c' });
  const gone = await call(server.url, 'DELETE', '/echo/1');
  expect(gone).toMatchObject({ status: 204, body: null });
  expect(exchanges[1]?.responseBody).toBeNull();
});

test('an unknown route is an error and says so', async () => {
  await start([{ tenant: 'auth0', path: '*', status: 503 }]);
  const reply = await call(server.url, 'PUT', '/echo/1');
  expect(reply.status).toBe(501);
  expect(reply.body.message).toContain('no route for PUT /echo/1. It has POST /echo/{id}');
  expect(exchanges[0]).toMatchObject({ status: 501, unknownRoute: true, injected: false });
});

test('a path that cannot be decoded and a route that throws are answers too', async () => {
  await start();
  expect(await call(server.url, 'POST', '/echo/%zz')).toMatchObject({ status: 400, body: { failed: 400 } });
  expect(await call(server.url, 'GET', '/broken')).toMatchObject({
    status: 500,
    body: { message: 'Error: oops' },
  });
});

test('faults: a status once, then a delay of virtual time, then a reset', async () => {
  await start([
    { tenant: 'auth0', method: 'DELETE', path: '/echo/*', status: 503 },
    { tenant: 'auth0', path: '/echo/*', delayMs: 90_000 },
    { tenant: 'auth0', path: '/echo/*', reset: true },
  ]);
  expect(await call(server.url, 'DELETE', '/echo/1')).toMatchObject({ status: 503, body: { failed: 503 } });
  expect(await call(server.url, 'DELETE', '/echo/1')).toMatchObject({ status: 204 });
  expect(clock.waited).toEqual([90_000]);
  await expect(call(server.url, 'DELETE', '/echo/1')).rejects.toThrow();
  expect(exchanges.map(({ status, injected }) => [status, injected])).toEqual([
    [503, true],
    [204, false],
    [0, true],
  ]);
});

test('faults: an answer that is no JSON, with status 200 or its own', async () => {
  await start([
    { tenant: 'auth0', path: '*', body: '{"broken":' },
    { tenant: 'auth0', path: '*', status: 502, body: '<html>' },
    { tenant: 'auth0', path: '*', body: '' },
  ]);
  const answers: [number, string][] = [];
  for (let turn = 0; turn < 3; turn += 1) {
    const response = await fetch(`${server.url}/echo/1`, { method: 'POST' });
    answers.push([response.status, await response.text()]);
  }
  expect(answers).toEqual([
    [200, '{"broken":'],
    [502, '<html>'],
    [200, ''],
  ]);
  expect(exchanges.map(({ responseBody, injected }) => [responseBody, injected])).toEqual([
    ['{"broken":', true],
    ['<html>', true],
    [null, true],
  ]);
  expect(handled).toBe(0);
});

test.each([{ status: 504 }, { reset: true }, { body: '{' }, { reset: true, delayMs: 60_000 }])(
  'faults: %j strikes before the request is handled, or after',
  async (fault) => {
    await start([
      { tenant: 'auth0', path: '*', ...fault },
      { tenant: 'auth0', path: '*', ...fault, handled: true },
    ]);
    const counts: number[] = [];
    for (let turn = 0; turn < 2; turn += 1) {
      await fetch(`${server.url}/echo/1`, { method: 'POST' }).catch(() => undefined);
      counts.push(handled);
    }
    expect(counts).toEqual([0, 1]);
    expect(exchanges.map(({ injected }) => injected)).toEqual([true, true]);
  },
);

test('the faults can be replaced, and each strike is told', async () => {
  await start([{ tenant: 'auth0', path: '*', status: 503, times: 100 }]);
  const statuses = [(await call(server.url, 'DELETE', '/echo/1')).status];
  server.setFaults([
    { tenant: 'okta', path: '*', status: 500 },
    { tenant: 'auth0', path: '*', delayMs: 5 },
  ]);
  statuses.push((await call(server.url, 'DELETE', '/echo/1')).status);
  server.setFaults([]);
  statuses.push((await call(server.url, 'DELETE', '/echo/1')).status);
  expect(statuses).toEqual([503, 204, 204]);
  expect(struck).toMatchObject([{ status: 503 }, { delayMs: 5 }]);
});

test('a connection that is kept alive does not hold up the end', async () => {
  await start();
  await call(server.url, 'DELETE', '/echo/1', { headers: { connection: 'keep-alive' } });
  await server.close();
  await expect(call(server.url, 'DELETE', '/echo/1')).rejects.toThrow();
  await server.close();
});
