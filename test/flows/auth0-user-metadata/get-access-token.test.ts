/** [util] Get Access Token: the token, or Auth0's own status and words. */

import {
  AUTH0_DOMAIN,
  CANARY,
  ours,
  type WorldChange,
  withBroken,
  withPack,
  worldOf,
} from '../../support/story';

const FLOW = '[util] Get Access Token';
const credentials = { domain: AUTH0_DOMAIN, client_id: 'workflows', client_secret: CANARY };

const getToken = (
  inputs: typeof credentials,
  change: WorldChange = {},
  assume: { 'raw-request-on-error'?: string } = {},
) =>
  withPack(
    ours['auth0-user-metadata'],
    worldOf(change),
    { assume },
    async ({ org, requests }, { exchanges }) => ({
      ...(await org.run(FLOW, inputs)),
      requests,
      exchanges,
    }),
  );

it('asks for a Management API token with the credentials as JSON', async () => {
  const { outcome, outputs, requests, exchanges } = await getToken(credentials);
  expect(outcome).toBe('success');
  expect(String(outputs.token).split('.')).toHaveLength(3);
  expect(exchanges).toHaveLength(1);
  expect(exchanges[0]).toMatchObject({
    method: 'POST',
    path: '/oauth/token',
    requestHeaders: { 'content-type': 'application/json' },
    requestBody: {
      grant_type: 'client_credentials',
      client_id: 'workflows',
      client_secret: CANARY,
      audience: `https://${AUTH0_DOMAIN}/api/v2/`,
    },
  });
  expect(requests[0]?.body).toMatchObject({ client_id: 'workflows', client_secret: '[redacted]' });
});

const refusals: [
  what: string,
  inputs: Partial<typeof credentials>,
  change: WorldChange,
  status: number,
  message: RegExp,
][] = [
  ['a wrong secret', { client_secret: 'wrong-secret' }, {}, 401, /Unauthorized/],
  ['an unknown client', { client_id: 'nobody' }, {}, 401, /Unauthorized/],
  ['a client without scopes', {}, { scopes: [] }, 403, /is not authorized to access/],
  [
    'a fault of Auth0',
    {},
    { faults: [{ tenant: 'auth0', path: '/oauth/token', status: 500 }] },
    500,
    /Internal Server Error/,
  ],
];

it.each(refusals.flatMap((row) => ['raises', 'returns'].map((way) => [row[0], way, row] as const)))(
  '%s keeps Auth0’s status where Raw Request %s (D7, D19)',
  async (_, way, [, inputs, change, status, message]) => {
    const { outcome, outputs, error } = await getToken({ ...credentials, ...inputs }, change, {
      'raw-request-on-error': way,
    });
    expect({ outcome, outputs, status: error?.statusCode }).toEqual({
      outcome: 'error',
      outputs: {},
      status,
    });
    expect(error?.message).toMatch(message);
    expect(error?.message).not.toContain('wrong-secret');
  },
);

it.each([
  ['{}', 502, 'Auth0 answered without an access token.'],
  ['{"access_token":""}', 502, 'Auth0 answered without an access token.'],
  ['<html>', null, /JSON/],
])('an answer of 200 with %s is an error', async (answer, status, message) => {
  await withBroken({ 'POST /oauth/token': answer }, async (broken) => {
    const { error } = await getToken(
      { ...credentials, domain: 'broken.test' },
      { ...broken, connection: undefined },
    );
    expect(error).toMatchObject({ statusCode: status });
    expect(error?.message).toMatch(message);
  });
});
