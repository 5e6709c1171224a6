/** [util] Update Auth0 User: one request that sets both flags and keeps what stands beside them. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { AUTH0_DOMAIN, account, CANARY, ours, withPack, worldOf } from '../../support/story';

const update = (user_id: string, okta: Json) =>
  withPack(
    ours['auth0-user-metadata'],
    worldOf({ accounts: [account('oidc|a/b?c#d e', 'ada@acme.test')] }),
    {},
    async ({ org, requests }, { exchanges }) => {
      const credentials = { domain: AUTH0_DOMAIN, client_id: 'workflows', client_secret: CANARY };
      const { outputs } = await org.run('[util] Get Access Token', credentials);
      const inputs = { user_id, okta, domain: AUTH0_DOMAIN, token: outputs.token ?? '' };
      return { ...(await org.run('[util] Update Auth0 User', inputs)), sent: requests.slice(1), exchanges };
    },
  );

it.each<[Json, object]>([
  [null, {}],
  [{}, {}],
  [{ note: 'say "hi"\n{}', deactivated: 'false' }, { note: 'say "hi"\n{}' }],
  ['keep out', {}],
  [['x'], {}],
  [5, {}],
])('with %j there, sends both flags in one PATCH', async (okta, kept) => {
  const { error, sent } = await update('oidc|a/b?c#d e', okta);
  expect(error).toBeUndefined();
  expect(sent).toEqual([
    {
      tenant: 'auth0',
      method: 'PATCH',
      path: '/api/v2/users/oidc%7Ca%2Fb%3Fc%23d%20e',
      query: {},
      status: 200,
      body: {
        user_metadata: { okta: { ...kept, deactivated: 'true' } },
        app_metadata: { okta_deactivated: true },
      },
    },
  ]);
});

it('carries the token and names the content', async () => {
  const { exchanges } = await update('oidc|a/b?c#d e', null);
  expect(exchanges.at(-1)?.requestHeaders).toMatchObject({
    authorization: expect.stringMatching(/^Bearer [\w-]+\.[\w-]+\.[\w-]+$/),
    'content-type': 'application/json',
  });
});

it('gives an outcome with Auth0’s status and words for an account that is gone', async () => {
  const { outcome, outputs } = await update('auth0|gone', null);
  expect(outcome).toBe('success');
  expect(outputs).toEqual({
    user_id: 'auth0|gone',
    outcome: 'failed',
    message: 'The user does not exist.',
    status_code: 404,
  });
});
