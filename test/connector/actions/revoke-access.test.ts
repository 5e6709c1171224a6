/** Revoke Access: sessions and refresh tokens, or what the plan has instead; and it says which. */

import { account } from '../../support/story';
import { accessOf, FULL_ACCESS, HOSTILE_IDS, NO_ACCESS, tenantOf } from '../accounts';
import { act } from '../act';

const ids = [...HOSTILE_IDS];
const accounts = ids.map((id, index) => account(id, `${index}@acme.test`));
const revoke = (id: string, world = tenantOf({ accounts }, accessOf(...ids))) =>
  act('Revoke Access', { inputs: { user: { id } } }, { world });

it.each(ids)('ends the sessions and refresh tokens of %s alone', async (id) => {
  const { error, outputs, access, calls } = await revoke(id);
  expect(error).toBeUndefined();
  expect(outputs.result).toEqual({ revoked: 'sessions and refresh tokens' });
  expect(access[id]).toMatchObject(NO_ACCESS);
  for (const other of ids.filter((one) => one !== id)) expect(access[other]).toMatchObject(FULL_ACCESS);
  expect(calls).toEqual(['POST /oauth/token', `POST /api/v2/users/${encodeURIComponent(id)}/revoke-access`]);
});

it.each(ids)('falls back for %s alone where the plan lacks the endpoint, and says so', async (id) => {
  const world = tenantOf({ accounts }, { ...accessOf(...ids), plan: 'free' });
  const { error, outputs, access, requests } = await revoke(id, world);
  expect(error).toBeUndefined();
  expect(outputs.result).toEqual({ revoked: 'grants and device credentials' });
  expect(access[id]).toMatchObject({ refreshTokens: 0, grants: 0 });
  for (const other of ids.filter((one) => one !== id))
    expect(access[other]).toMatchObject({ refreshTokens: 1, grants: 1 });
  expect(requests.filter(({ path, query }) => path.endsWith('/grants') && query.user_id === id)).toHaveLength(
    1,
  );
});

it('the fallback deletes the credential of every device that is left', async () => {
  const id = 'auth0|64f0';
  // Grants that stay keep their tokens, so that each token must go by its device.
  const refreshTokens = ['a', 'b', 'c'].map((audience) => ({ user_id: id, audience }));
  const faults = [
    { tenant: 'auth0' as const, method: 'DELETE', path: '/api/v2/grants', body: '', status: 204 },
  ];
  const world = tenantOf({ accounts, faults }, { refreshTokens, rateLimit: { burst: 99, perSecond: 99 } });
  const { error, access, calls } = await revoke(id, {
    ...world,
    auth0: { ...world.auth0, plan: 'free' },
  });
  expect(error).toBeUndefined();
  expect(access[id]).toMatchObject({ refreshTokens: 0 });
  expect(calls.filter((call) => call.startsWith('DELETE /api/v2/device-credentials/'))).toHaveLength(3);
  // The request that was refused does not take the token with it.
  expect(calls.filter((call) => call === 'POST /oauth/token')).toHaveLength(1);
});

it.each([500, 401, 409])('an answer of %i is an error, and nothing is tried in its place', async (status) => {
  const faults = [{ tenant: 'auth0' as const, path: '*/revoke-access', status, times: 99 }];
  const { error, calls, access } = await revoke(
    'auth0|64f0',
    tenantOf({ accounts, faults }, accessOf('auth0|64f0')),
  );
  expect(error).toMatchObject({ statusCode: status });
  expect(calls.filter((call) => /grants|device/.test(call))).toEqual([]);
  expect(access['auth0|64f0']).toMatchObject(FULL_ACCESS);
});

it('a fallback that fails is an error as well', async () => {
  const faults = [{ tenant: 'auth0' as const, path: '/api/v2/grants', status: 500, times: 99 }];
  const { error } = await revoke('auth0|64f0', tenantOf({ accounts, faults }, { plan: 'free' }));
  expect(error).toMatchObject({ statusCode: 500 });
});
