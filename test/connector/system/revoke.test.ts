/** End Access, whichever way choices go that no page documents: what is ended, and what is said of it. */

import { account } from '../../support/story';
import { accessOf, tenantOf } from '../accounts';
import { act } from '../act';

const ID = 'auth0|64f0';
const accounts = [account(ID, 'ada@acme.test')];
const given = { inputs: { user: { id: ID } } };

describe.each(['raises', 'returns'])('where Raw Request %s', (way) => {
  const assume = { 'raw-request-on-error': way };

  it.each([
    ['enterprise', 'sessions and refresh tokens', 0],
    ['essentials', 'grants and device credentials', 2],
  ] as const)('on %s it ends %s', async (plan, revoked, sessions) => {
    const world = tenantOf({ accounts }, { ...accessOf(ID), plan });
    const { error, outputs, access } = await act('Revoke Access', given, { world, assume });
    expect(error).toBeUndefined();
    expect(outputs.result).toEqual({ revoked });
    // Without the endpoint no session can be ended; that is why it says which it did.
    expect(access[ID]).toMatchObject({ sessions, refreshTokens: 0 });
  });

  it.each([403, 404])('%i is taken as an endpoint that the plan lacks', async (status) => {
    const faults = [{ tenant: 'auth0' as const, path: '*/revoke-access', status }];
    const world = tenantOf({ accounts, faults }, accessOf(ID));
    const { error, outputs } = await act('Revoke Access', given, { world, assume });
    expect(error).toBeUndefined();
    expect(outputs.result).toEqual({ revoked: 'grants and device credentials' });
  });

  it.each([400, 401, 500, 502, 503])('%i is an error of its own', async (status) => {
    const faults = [{ tenant: 'auth0' as const, path: '*/revoke-access', status, times: 99 }];
    const { error } = await act('Revoke Access', given, { world: tenantOf({ accounts, faults }), assume });
    expect(error).toMatchObject({ statusCode: status, message: expect.stringMatching(/./) });
  });
});

it('without a scope for either way it is an error that names the scope', async () => {
  const world = tenantOf({ accounts, scopes: ['read:users'] }, accessOf(ID));
  const { error, access } = await act('Revoke Access', given, { world });
  expect(error).toMatchObject({ statusCode: 403, message: expect.stringContaining('delete:grants') });
  expect(access[ID]).toMatchObject({ sessions: 2, refreshTokens: 1 });
});
