/** The token endpoint over HTTP. */

import { decode } from 'jsonwebtoken';
import { AUDIENCE, CLIENT, call, DOMAIN, type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
beforeAll(async () => {
  auth0 = await testAuth0();
});
afterAll(() => auth0.tenant.close());

const REQUEST = {
  grant_type: 'client_credentials',
  client_id: CLIENT.client_id,
  client_secret: CLIENT.client_secret,
  audience: AUDIENCE,
};
const basic = (id: string, secret: string) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
const ask = (body: Record<string, string>, headers = {}) =>
  call(auth0.tenant.url, 'POST', '/oauth/token', { body, headers });

test('JSON, a form and a Basic header get the same token', async () => {
  const { client_id: id, client_secret: secret, ...rest } = REQUEST;
  const replies = [
    await ask(REQUEST),
    await call(auth0.tenant.url, 'POST', '/oauth/token', { body: new URLSearchParams(REQUEST) }),
    await ask(rest, basic(id, secret)),
  ];
  const iat = auth0.clock.now() / 1000;
  for (const reply of replies) {
    expect(reply.status).toBe(200);
    expect(reply.body).toEqual({
      access_token: expect.any(String),
      token_type: 'Bearer',
      expires_in: 86_400,
      scope: 'read:users update:users',
    });
    expect(decode(reply.body.access_token, { complete: true })).toMatchObject({
      header: { alg: 'RS256', kid: expect.any(String) },
      payload: {
        iss: `https://${DOMAIN}/`,
        sub: 'm2m@clients',
        aud: AUDIENCE,
        azp: 'm2m',
        iat,
        exp: iat + 86_400,
        scope: 'read:users update:users',
        gty: 'client-credentials',
      },
    });
  }
});

test('scope narrows and cannot widen', async () => {
  expect((await ask({ ...REQUEST, scope: 'read:users' })).body.scope).toBe('read:users');
  expect(await ask({ ...REQUEST, scope: 'read:users delete:users' })).toMatchObject({
    status: 403,
    body: { error: 'access_denied', error_description: 'Client has not been granted scopes: delete:users' },
  });
});

test.each([
  ['no grant', { grant_type: '' }, 400, 'invalid_request'],
  ['an unknown grant', { grant_type: 'implicit' }, 400, 'unsupported_grant_type'],
  ['no client', { client_id: '' }, 400, 'invalid_request'],
  ['an unknown client', { client_id: 'x' }, 401, 'access_denied'],
  ['a wrong secret', { client_secret: 'x' }, 401, 'access_denied'],
  ['no secret', { client_secret: '' }, 401, 'access_denied'],
  ['no audience', { audience: '' }, 403, 'access_denied'],
  ['an audience without its slash', { audience: AUDIENCE.slice(0, -1) }, 403, 'access_denied'],
  ['a client without a grant', { client_id: 'bare', client_secret: 'b4re' }, 403, 'access_denied'],
])('%s is refused', async (_title, change, status, error) => {
  const reply = await ask({ ...REQUEST, ...change });
  expect(reply).toMatchObject({ status, body: { error, error_description: expect.any(String) } });
  expect(reply.body).not.toHaveProperty('access_token');
});

test.each(['{"grant_type":', '[]', 'null', ''])('the body %j is refused', async (body) => {
  const headers = { 'content-type': 'application/json' };
  const reply = await call(auth0.tenant.url, 'POST', '/oauth/token', { body, headers });
  expect(reply).toMatchObject({ status: 400, body: { error: 'invalid_request' } });
});
