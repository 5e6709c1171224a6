/** Logins over HTTP, with Actions. */

import { decode } from 'jsonwebtoken';
import { buildAction } from '../../../action/build';
import { AUDIENCE, CLIENT, call, DOMAIN, type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
afterEach(() => auth0.tenant.close());

const action = (name: string, body: string) => ({
  name,
  code: `exports.onExecutePostLogin = async (event, api) => { ${body} };`,
});

test('the right password gets tokens, and the login is recorded', async () => {
  auth0 = await testAuth0();
  const reply = await auth0.login('ADA@acme.test', 'pa55', { scope: 'openid email read:users' });
  expect(reply.status).toBe(200);
  expect(reply.body).toMatchObject({ token_type: 'Bearer', expires_in: 86_400, scope: 'openid email' });
  expect(decode(reply.body.access_token)).toMatchObject({
    sub: 'auth0|1',
    aud: `https://${DOMAIN}/userinfo`,
  });
  expect(decode(reply.body.id_token)).toMatchObject({ sub: 'auth0|1', aud: 'm2m', email: 'ada@acme.test' });
  expect(auth0.tenant.users()[0]).toMatchObject({ logins_count: 1, last_login: '2026-01-01T00:00:00.000Z' });
});

test.each([
  ['a wrong password', 'ada@acme.test', 'wrong', {}, 403, 'invalid_grant', 'Wrong email or password.'],
  ['an unknown person', 'eve@acme.test', 'pa55', {}, 403, 'invalid_grant', 'Wrong email or password.'],
  [
    'another realm',
    'ada@acme.test',
    'pa55',
    { realm: 'acme' },
    403,
    'invalid_grant',
    'Wrong email or password.',
  ],
  [
    'no password kept',
    'bob@acme.test',
    'x',
    { realm: 'acme' },
    403,
    'invalid_grant',
    'Wrong email or password.',
  ],
  ['a blocked person', 'ada+sso@acme.test', 'pa55', {}, 401, 'unauthorized', 'user is blocked'],
  [
    'an unknown audience',
    'ada@acme.test',
    'pa55',
    { audience: 'x' },
    403,
    'access_denied',
    'Service not enabled within domain: x',
  ],
  ['an unknown client', 'ada@acme.test', 'pa55', { client_id: 'x' }, 401, 'access_denied', 'Unauthorized'],
  ['a wrong secret', 'ada@acme.test', 'pa55', { client_secret: 'x' }, 401, 'access_denied', 'Unauthorized'],
  [
    'no password given',
    'ada@acme.test',
    '',
    {},
    400,
    'invalid_request',
    'Missing required parameter: password',
  ],
])('%s', async (_title, username, password, extra, status, error, description) => {
  auth0 = await testAuth0();
  const reply = await auth0.login(username, password, extra);
  expect(reply).toMatchObject({ status, body: { error, error_description: description } });
  expect(auth0.tenant.users()[0]).not.toHaveProperty('logins_count');
});

test('the plain password grant uses the default directory', async () => {
  auth0 = await testAuth0();
  const body = {
    grant_type: 'password',
    client_id: 'm2m',
    username: 'ada@acme.test',
    password: 'pa55',
    audience: AUDIENCE,
  };
  const reply = await call(auth0.tenant.url, 'POST', '/oauth/token', { body });
  expect(reply.status).toBe(200);
  expect(decode(reply.body.access_token)).toMatchObject({ aud: AUDIENCE, scope: '' });
});

test('an Action denies, and those after it do not run', async () => {
  auth0 = await testAuth0({
    postLoginActions: [
      action('first', 'api.user.setAppMetadata("seen", event.connection.name); api.access.deny("no entry");'),
      action('second', 'api.user.setAppMetadata("late", true);'),
    ],
  });
  const reply = await auth0.login('ada@acme.test', 'pa55');
  expect(reply).toMatchObject({
    status: 403,
    body: { error: 'access_denied', error_description: 'no entry' },
  });
  expect(auth0.tenant.users()[0]?.app_metadata).toEqual({ seen: 'Username-Password-Authentication' });
});

test('an Action that throws locks the person out', async () => {
  auth0 = await testAuth0({
    postLoginActions: [action('seed', 'if (event.user.user_metadata.okta.deactivated) return;')],
  });
  expect(await auth0.login('ada@acme.test', 'pa55')).toMatchObject({
    status: 403,
    body: { error: 'access_denied', error_description: expect.stringContaining("reading 'deactivated'") },
  });
});

test('a later Action sees what an earlier one set; claims reach the tokens', async () => {
  auth0 = await testAuth0();
  auth0.tenant.bindPostLogin([
    action('first', 'api.user.setUserMetadata("tier", 2); api.accessToken.setCustomClaim("sub", "forged");'),
    action('second', 'api.accessToken.setCustomClaim("https://acme/tier", event.user.user_metadata.tier);'),
  ]);
  const reply = await auth0.login('ada@acme.test', 'pa55');
  expect(decode(reply.body.access_token)).toMatchObject({ sub: 'auth0|1', 'https://acme/tier': 2 });
});

test('our own Action lets a person in until the flag is up', async () => {
  auth0 = await testAuth0({ postLoginActions: [{ name: 'post-login', code: buildAction() }] });
  expect((await auth0.login('ada@acme.test', 'pa55')).status).toBe(200);
  await auth0.api('PATCH', '/users/auth0%7C1', { app_metadata: { okta_deactivated: true } });
  expect(await auth0.login('ada@acme.test', 'pa55', { client_secret: CLIENT.client_secret })).toMatchObject({
    status: 403,
    body: { error: 'access_denied' },
  });
});

test('a login leaves a session and a grant, a refused one nothing', async () => {
  auth0 = await testAuth0();
  await auth0.login('ada@acme.test', 'wrong');
  expect(auth0.tenant.accessOf('auth0|1')).toEqual({ sessions: 0, refreshTokens: 0, grants: 0 });
  await auth0.login('ada@acme.test', 'pa55', { scope: 'openid' });
  await auth0.login('ada@acme.test', 'pa55', { scope: 'openid offline_access' });
  expect(auth0.tenant.accessOf('auth0|1')).toEqual({ sessions: 2, refreshTokens: 1, grants: 1 });
});
