/** Okta's user routes over HTTP. */

import { call, testOkta } from '../support';

let okta: Awaited<ReturnType<typeof testOkta>>;
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

test('deactivate once; the second time there is nobody to deactivate', async () => {
  const path = '/users/00u1/lifecycle/deactivate?sendEmail=false';
  expect(await okta.api('POST', path)).toMatchObject({ status: 200, body: {} });
  expect((await okta.api('GET', '/users/00u1')).body.status).toBe('DEPROVISIONED');
  expect(await okta.api('POST', path)).toMatchObject({
    status: 404,
    body: { errorCode: 'E0000007', errorSummary: 'Not found: Resource not found: 00u1 (User)' },
  });
});

test('activate from STAGED and DEPROVISIONED only', async () => {
  expect(await okta.api('POST', '/users/00u1/lifecycle/activate')).toMatchObject({
    status: 403,
    body: { errorCode: 'E0000016' },
  });
  expect((await okta.api('POST', '/users/00u2/lifecycle/activate?sendEmail=false')).body).toEqual({
    activationUrl: expect.stringContaining('https://acme.okta.com/welcome/'),
    activationToken: expect.any(String),
  });
  await okta.api('POST', '/users/00u1/lifecycle/deactivate');
  expect(await okta.api('POST', '/users/00u1/lifecycle/activate')).toMatchObject({ status: 200, body: {} });
  expect(okta.tenant.users().map((user) => user.status)).toEqual(['PROVISIONED', 'PROVISIONED']);
});

test('an unknown user and an unknown route', async () => {
  expect(await okta.api('GET', '/users/00u9')).toMatchObject({
    status: 404,
    body: { errorCode: 'E0000007' },
  });
  expect((await okta.api('POST', '/users/00u1/lifecycle/suspend')).status).toBe(501);
  expect(okta.exchanges.map((exchange) => exchange.unknownRoute)).toEqual([false, true]);
});
