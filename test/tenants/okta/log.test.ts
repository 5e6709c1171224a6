/** The System Log over HTTP. */

import { type TestedOkta, testOkta } from '../support';

let okta: TestedOkta;
beforeAll(async () => {
  okta = await testOkta();
  await okta.api('POST', '/users/00u1/lifecycle/suspend');
  await okta.clock.wait(60_000);
  await okta.api('POST', '/users/00u1/lifecycle/unsuspend');
  await okta.clock.wait(60_000);
  await okta.api('DELETE', '/users/00u2');
  await okta.api('DELETE', '/users/00u2');
});
afterAll(() => okta.tenant.close());

const types = async (query: string) =>
  (await okta.api('GET', `/logs?${query}`)).body.map(({ eventType }: { eventType: string }) =>
    eventType.replace('user.lifecycle.', ''),
  );

test.each([
  ['', ['suspend', 'unsuspend', 'deactivate', 'delete.initiated', 'delete.completed']],
  ['since=2026-01-01T00:01:00.000Z&until=2026-01-01T00:02:00.000Z', ['unsuspend']],
  ['filter=eventType%20eq%20%22user.lifecycle.suspend%22', ['suspend']],
  [
    'filter=target.id%20eq%20%2200u2%22%20and%20eventType%20sw%20%22user.lifecycle.de%22&limit=1',
    ['deactivate'],
  ],
  ['q=bob%20initiated', ['delete.initiated']],
  ['limit=2&sortOrder=DESCENDING', ['delete.completed', 'delete.initiated']],
])('%s finds %j', async (query, expected) => {
  expect(await types(query)).toEqual(expected);
});

test('page after page', async () => {
  const { headers } = await okta.api('GET', '/logs?limit=3');
  const next = /<http:\/\/127\.0\.0\.1:\d+\/api\/v1\/logs\?([^>]+)>; rel="next"/.exec(
    headers.get('link') ?? '',
  )?.[1];
  expect(await types(next ?? '')).toEqual(['delete.initiated', 'delete.completed']);
});

test('a week is kept in sight', async () => {
  await okta.clock.wait(8 * 24 * 60 * 60 * 1000);
  expect(await types('')).toEqual([]);
  expect(await types('since=2026-01-01T00:00:00.000Z')).toHaveLength(5);
});

test.each(['since=yesterday', 'until=x', 'limit=1001', 'filter=eventType'])(
  '%s is refused',
  async (query) => {
    expect((await okta.api('GET', `/logs?${query}`)).status).toBe(400);
  },
);
