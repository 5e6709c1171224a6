/** Sync Accounts: one after the other to the last, whatever becomes of each, with a row for each in its order. */

import { account } from '../../support/story';
import { tenantOf } from '../accounts';
import { act } from '../act';

const ids = Array.from({ length: 12 }, (_, index) => `oidc|${index}`);
const accounts = ids.map((id, index) => account(id, 'ada@acme.test', { connection: `p${index}` }));

it.each([
  [[], ids],
  [
    ['p3', 'p11', 'p3'],
    ['oidc|3', 'oidc|11'],
  ],
  [['P3', 'nobody', ''], []],
])('connections %j', async (connections, touched) => {
  const given = {
    options: { mode: 'live', revoke: 'no' },
    inputs: { user: { email: 'ada@acme.test', connections }, okta: { id: '00u', status: 'DEPROVISIONED' } },
  };
  const { error, outputs, users, calls } = await act('Deactivate User', given, {
    world: tenantOf({ accounts }),
  });
  expect(error).toBeUndefined();
  expect(outputs.result?.results).toMatchObject(
    ids.map((user_id) => ({ user_id, outcome: touched.includes(user_id) ? 'deactivated' : 'skipped' })),
  );
  expect(users.filter(({ blocked }) => blocked === true).map(({ user_id }) => user_id)).toEqual(touched);
  expect(calls).toHaveLength(2 + touched.length);
});

it('all may fail, and each says why', async () => {
  const faults = [{ tenant: 'auth0' as const, method: 'PATCH', path: '*', status: 503, times: 99 }];
  const given = {
    options: { mode: 'live', revoke: 'yes' },
    inputs: { user: { email: 'ada@acme.test' }, okta: { id: '00u', status: 'DEPROVISIONED' } },
  };
  const { error, outputs, users } = await act('Deactivate User', given, {
    world: tenantOf({ accounts, faults }),
  });
  expect(error).toBeUndefined();
  expect(outputs.result).toMatchObject({
    results: ids.map((user_id) => ({ user_id, outcome: 'failed', status_code: 503 })),
    failed: 12,
  });
  expect(users.some(({ blocked }) => blocked === true)).toBe(false);
});
