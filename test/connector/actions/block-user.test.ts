/** Block User and Unblock User: Auth0's own flag, and nothing beside it. */

import { account } from '../../support/story';
import { HOSTILE_IDS, tenantOf } from '../accounts';
import { act } from '../act';

describe.each([
  ['Block User', true],
  ['Unblock User', false],
])('%s', (name, blocked) => {
  it.each(HOSTILE_IDS)('changes %s alone, with one request', async (id) => {
    const accounts = HOSTILE_IDS.map((one, index) =>
      account(one, `${index}@acme.test`, { blocked: !blocked, app_metadata: { kept: 1 } }),
    );
    const given = { inputs: { user: { id } } };
    const { error, users, outputs, exchanges } = await act(name, given, { world: tenantOf({ accounts }) });
    expect(error).toBeUndefined();
    expect(outputs.user).toMatchObject({ id, blocked });
    expect(users.filter((user) => user.blocked === blocked).map(({ user_id }) => user_id)).toEqual([id]);
    expect(users.every(({ app_metadata }) => JSON.stringify(app_metadata) === '{"kept":1}')).toBe(true);
    expect(exchanges.slice(1).map(({ method, requestBody }) => [method, requestBody])).toEqual([
      ['PATCH', { blocked }],
    ]);
  });

  it('twice is as good as once', async () => {
    const world = tenantOf({ accounts: [account('auth0|64f0', 'ada@acme.test', { blocked })] });
    const { error, outputs } = await act(name, { inputs: { user: { id: 'auth0|64f0' } } }, { world });
    expect(error).toBeUndefined();
    expect(outputs.user).toMatchObject({ blocked });
  });

  it('an account that is not there is an error of status 404', async () => {
    const { error } = await act(name, { inputs: { user: { id: 'auth0|gone' } } });
    expect(error).toMatchObject({ statusCode: 404 });
  });
});
