/** [util] Get Auth0 User Id: every account with the address, in lower case or as typed, each once. */

import { AUTH0_DOMAIN, account, CANARY, ours, withPack, worldOf } from '../../support/story';

const accounts = [
  account('auth0|ada', 'ada@acme.test'),
  account('google-oauth2|1', 'Ada@Acme.test'),
  account('oidc|plus', 'ada+sso@acme.test'),
];

const lookUp = (email: string) =>
  withPack(ours['auth0-user-metadata'], worldOf({ accounts }), {}, async ({ org, requests }) => {
    const credentials = { domain: AUTH0_DOMAIN, client_id: 'workflows', client_secret: CANARY };
    const { outputs } = await org.run('[util] Get Access Token', credentials);
    const result = await org.run('[util] Get Auth0 User Id', {
      email,
      domain: AUTH0_DOMAIN,
      token: outputs.token ?? '',
    });
    return { ...result, asked: requests.slice(1).map(({ query }) => query.email) };
  });

it.each([
  ['ada@acme.test', ['ada@acme.test'], ['auth0|ada']],
  ['Ada@Acme.test', ['ada@acme.test', 'Ada@Acme.test'], ['auth0|ada', 'google-oauth2|1']],
  ['ADA@ACME.TEST', ['ada@acme.test', 'ADA@ACME.TEST'], ['auth0|ada']],
  ['  ada+sso@acme.test\t', ['ada+sso@acme.test'], ['oidc|plus']],
  ['nobody@acme.test', ['nobody@acme.test'], []],
])('"%s" asks for %j', async (email, asked, ids) => {
  const { outcome, outputs, ...rest } = await lookUp(email);
  expect(outcome).toBe('success');
  expect(rest.asked).toEqual(asked);
  expect(outputs).toMatchObject({ user_id: ids[0] ?? null, count: ids.length });
  expect(outputs.users).toMatchObject(ids.map((user_id) => ({ user_id })));
});

it.each(['', '   '])('"%s" is an error, not nobody', async (email) => {
  const { error, asked } = await lookUp(email);
  expect(error).toMatchObject({
    statusCode: 400,
    message: expect.stringMatching(/^The Okta user has no email address/),
  });
  expect(asked).toEqual([]);
});
