/** The exchange of refresh tokens over HTTP. */

import { decode } from 'jsonwebtoken';
import { buildAction } from '../../../action/build';
import { type TestedAuth0, testAuth0 } from '../support';

const ADA = '/users/auth0%7C1';
let auth0: TestedAuth0;
afterEach(() => auth0.tenant.close());

const offline = async (extra: Record<string, string> = {}): Promise<string> => {
  const reply = await auth0.login('ada@acme.test', 'pa55', {
    scope: 'openid email offline_access',
    ...extra,
  });
  return reply.body.refresh_token;
};

test('new tokens, the same person and scope, and the day of the exchange', async () => {
  auth0 = await testAuth0();
  const token = await offline();
  await auth0.clock.wait(60_000);
  const reply = await auth0.refresh(token, { client_secret: 's3cret' });
  expect(reply).toMatchObject({
    status: 200,
    body: { scope: 'openid email offline_access', token_type: 'Bearer' },
  });
  expect(reply.body).not.toHaveProperty('refresh_token');
  expect(decode(reply.body.access_token)).toMatchObject({ sub: 'auth0|1', gty: 'refresh_token' });
  expect(decode(reply.body.id_token)).toMatchObject({ sub: 'auth0|1', aud: 'm2m' });
  const { body } = await auth0.admin('GET', `${ADA}/refresh-tokens`);
  expect(body.tokens[0].last_exchanged_at).toBe('2026-01-01T00:01:00.000Z');
  expect((await auth0.refresh(token, { scope: 'email' })).body).toMatchObject({ scope: 'email' });
});

test('who has no offline_access has no refresh token', async () => {
  auth0 = await testAuth0();
  expect((await auth0.login('ada@acme.test', 'pa55', { scope: 'openid' })).body).not.toHaveProperty(
    'refresh_token',
  );
});

test('an application that rotates them gets a new one each time', async () => {
  auth0 = await testAuth0();
  const first = await offline({ client_id: 'app' });
  const { body } = await auth0.refresh(first, { client_id: 'app' });
  expect(body.refresh_token).toEqual(expect.any(String));
  expect((await auth0.refresh(first, { client_id: 'app' })).status).toBe(403);
  expect((await auth0.refresh(body.refresh_token, { client_id: 'app' })).status).toBe(200);
  expect(auth0.tenant.accessOf('auth0|1').refreshTokens).toBe(1);
});

test.each<[string, Record<string, string>, number, string]>([
  ['nobody has it', { refresh_token: 'v1.x' }, 403, 'invalid_grant'],
  ["it is another application's", { client_id: 'reader' }, 403, 'invalid_grant'],
  ['the secret is wrong', { client_secret: 'x' }, 401, 'access_denied'],
  ['nobody knows the application', { client_id: 'x' }, 401, 'access_denied'],
  ['it is missing', { refresh_token: '' }, 400, 'invalid_request'],
  ['the application is missing', { client_id: '' }, 400, 'invalid_request'],
])('refused where %s', async (_title, extra, status, error) => {
  auth0 = await testAuth0();
  expect(await auth0.refresh(await offline(), extra)).toMatchObject({ status, body: { error } });
});

test.each<[string, (token: string) => Promise<unknown>]>([
  ['it was revoked', () => auth0.admin('DELETE', `${ADA}/refresh-tokens`)],
  ['all access was', () => auth0.admin('POST', `${ADA}/revoke-access`, {})],
  ['its grant was', () => auth0.admin('DELETE', '/grants?user_id=auth0%7C1')],
  ['the person is deleted', () => auth0.admin('DELETE', ADA)],
])('refused for good once %s', async (_title, end) => {
  auth0 = await testAuth0();
  const token = await offline();
  await end(token);
  expect(await auth0.refresh(token)).toMatchObject({
    status: 403,
    body: { error: 'invalid_grant', error_description: 'Unknown or invalid refresh token.' },
  });
});

test('a blocked person is refused until the block is lifted, or the other way', async () => {
  auth0 = await testAuth0();
  const token = await offline();
  await auth0.api('PATCH', ADA, { blocked: true });
  expect(await auth0.refresh(token)).toMatchObject({ status: 401, body: { error: 'unauthorized' } });
  await auth0.api('PATCH', ADA, { blocked: false });
  expect((await auth0.refresh(token)).status).toBe(200);
  await auth0.tenant.close();
  auth0 = await testAuth0({ blockedMayRefresh: true });
  const other = await offline();
  await auth0.api('PATCH', ADA, { blocked: true });
  expect((await auth0.refresh(other)).status).toBe(200);
});

test('Actions run on the exchange, and ours denies it', async () => {
  const mark =
    'exports.onExecutePostLogin = async (event, api) => api.user.setAppMetadata("protocol", event.transaction.protocol)';
  auth0 = await testAuth0({
    postLoginActions: [
      { name: 'mark', code: mark },
      { name: 'ours', code: buildAction() },
    ],
  });
  const token = await offline();
  expect(auth0.tenant.users()[0]?.app_metadata).toEqual({ protocol: 'oauth2-password' });
  await auth0.api('PATCH', ADA, { app_metadata: { okta_deactivated: true } });
  expect(await auth0.refresh(token)).toMatchObject({ status: 403, body: { error: 'access_denied' } });
  expect(auth0.tenant.users()[0]?.app_metadata).toMatchObject({ protocol: 'oauth2-refresh-token' });
});
