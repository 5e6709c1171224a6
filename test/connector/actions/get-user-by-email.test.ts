/** Get User By Email: every account with an address, in both spellings, each once. */

import { account, worldOf } from '../../support/story';
import { act } from '../act';

const world = worldOf({
  accounts: [
    account('auth0|ada', 'ada@acme.test', { blocked: true }),
    account('google-oauth2|1', 'Ada@Acme.test'),
    account('oidc|plus', 'ada+sso&co#1@acme.test'),
    account('oidc|ädä', 'ädä "x"@acme.test'),
  ],
});

it.each([
  ['ada@acme.test', ['ada@acme.test'], ['auth0|ada']],
  ['  ada@acme.test\n', ['ada@acme.test'], ['auth0|ada']],
  ['Ada@Acme.test', ['ada@acme.test', 'Ada@Acme.test'], ['auth0|ada', 'google-oauth2|1']],
  ['ADA@ACME.TEST', ['ada@acme.test', 'ADA@ACME.TEST'], ['auth0|ada']],
  ['ada+sso&co#1@acme.test', ['ada+sso&co#1@acme.test'], ['oidc|plus']],
  ['Ädä "x"@acme.test', ['ädä "x"@acme.test', 'Ädä "x"@acme.test'], ['oidc|ädä']],
  ['nobody@acme.test', ['nobody@acme.test'], []],
])('"%s" asks for %j', async (email, asked, ids) => {
  const { error, outputs, requests, calls } = await act(
    'Get User By Email',
    { inputs: { user: { email } } },
    { world },
  );
  expect(error).toBeUndefined();
  expect(requests.filter(({ method }) => method === 'GET').map(({ query }) => query.email)).toEqual(asked);
  // One token does for both look-ups.
  expect(calls.filter((call) => call === 'POST /oauth/token')).toHaveLength(1);
  expect(outputs.result).toMatchObject({
    ids,
    count: ids.length,
    users: ids.map((user_id) => ({ user_id })),
  });
  expect(outputs.user?.id).toBe(ids[0] ?? null);
});

it('gives what is asked for of the first one', async () => {
  const { outputs } = await act(
    'Get User By Email',
    { inputs: { user: { email: 'ada@acme.test' } } },
    { world },
  );
  expect(outputs.user).toEqual({ id: 'auth0|ada', email: 'ada@acme.test', blocked: true });
});

it.each(['', '  '])('refuses "%s"', async (email) => {
  const { error, requests } = await act('Get User By Email', { inputs: { user: { email } } }, { world });
  expect(error).toMatchObject({ statusCode: 400, message: 'No Email input provided.' });
  expect(requests).toEqual([]);
});
