/** [util] Flag Auth0 User: both flags on one account, through the connector. */

import { account, FLAGGED, ours, play, UNTOUCHED, withPack, worldOf } from '../../support/story';

const accounts = [account('auth0|ada', 'ada@acme.test'), account('oidc|a/b', 'ada@acme.test')];

it('flags the one account', () =>
  withPack(ours['auth0-deactivation'], worldOf({ accounts }), {}, async ({ org, auth0, requests }) => {
    const result = await org.run('[util] Flag Auth0 User', { user_id: 'oidc|a/b' });
    expect(result).toMatchObject({ outcome: 'success', outputs: {} });
    const [first, second] = auth0.users();
    expect(first?.app_metadata).toBeUndefined();
    expect(second).toMatchObject(FLAGGED);
    expect(requests.filter(({ method }) => method === 'PATCH').map(({ path }) => path)).toEqual([
      '/api/v2/users/oidc%7Ca%2Fb',
      '/api/v2/users/oidc%7Ca%2Fb',
    ]);
  }));

it('ends with Auth0’s status for an account that is gone, and an empty id', () =>
  withPack(ours['auth0-deactivation'], worldOf({ accounts }), {}, async ({ org }) => {
    const gone = await org.run('[util] Flag Auth0 User', { user_id: 'auth0|gone' });
    expect(gone.error).toMatchObject({ statusCode: 404, message: 'The user does not exist.' });
    const empty = await org.run('[util] Flag Auth0 User', { user_id: '' });
    expect(empty.error).toMatchObject({ statusCode: 400, message: 'No User ID input provided.' });
  }));

it('leaves the other accounts of a failed run as they were', async () => {
  const faults = [
    { tenant: 'auth0' as const, method: 'PATCH', path: '/api/v2/users/*', status: 500, times: 99 },
  ];
  const { metadata } = await play(ours['auth0-deactivation'], worldOf({ accounts, faults }));
  expect(metadata).toEqual({ 'auth0|ada': UNTOUCHED, 'oidc|a/b': UNTOUCHED });
});
