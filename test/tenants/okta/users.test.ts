/** Okta's user routes over HTTP. */

import { call, type TestedOkta, testOkta } from '../support';

let okta: TestedOkta;
beforeEach(async () => {
  okta = await testOkta();
});
afterEach(() => okta.tenant.close());

test('a user is read by id and by login', async () => {
  const byId = await okta.api('GET', '/users/00u1');
  expect(byId).toMatchObject({
    status: 200,
    body: { id: '00u1', status: 'ACTIVE', profile: { email: 'ada@acme.test' } },
  });
  expect((await okta.api('GET', '/users/ada%40acme.test')).body).toEqual(byId.body);
});

test.each([
  ['SSWS', 200],
  ['Bearer', 200],
  ['Basic', 401],
])('the token as %s answers %d', async (scheme, status) => {
  const headers = { authorization: `${scheme} ${okta.tenant.apiToken}` };
  expect((await call(okta.tenant.url, 'GET', '/api/v1/users/00u1', { headers })).status).toBe(status);
});

test.each<Record<string, string>>([{}, { authorization: 'SSWS wrong' }, { authorization: 'SSWS' }])(
  '%j gets nothing',
  async (headers) => {
    const path = '/api/v1/users/00u1/lifecycle/deactivate';
    const reply = await call(okta.tenant.url, 'POST', path, { headers });
    expect(reply).toMatchObject({ status: 401, body: { errorCode: 'E0000011' } });
    expect(okta.tenant.users()[0]?.status).toBe('ACTIVE');
  },
);

test('delete deactivates first, and deletes then', async () => {
  expect(await okta.api('DELETE', '/users/00u1')).toMatchObject({ status: 204, body: null });
  expect((await okta.api('GET', '/users/00u1')).body.status).toBe('DEPROVISIONED');
  expect((await okta.api('DELETE', '/users/00u1')).status).toBe(204);
  expect((await okta.api('GET', '/users/00u1')).status).toBe(404);
  expect((await okta.api('DELETE', '/users/00u1')).status).toBe(404);
});

test('an unknown user and an unknown route', async () => {
  expect(await okta.api('GET', '/users/00u9')).toMatchObject({
    status: 404,
    body: { errorCode: 'E0000007' },
  });
  expect((await okta.api('POST', '/users/00u1/lifecycle/unlock')).status).toBe(501);
  expect(okta.exchanges.map((exchange) => exchange.unknownRoute)).toEqual([false, true]);
});
