/** Sync Account: what one change holds, for every state in which an account may be. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { account } from '../../support/story';
import { tenantOf } from '../accounts';
import { act } from '../act';

const sync = (name: string, state: JsonObject) =>
  act(
    name,
    {
      options: { mode: 'live', revoke: 'no' },
      inputs: { user: { ids: ['oidc|1'] }, okta: { id: '00u', status: 'SUSPENDED' } },
    },
    { world: tenantOf({ accounts: [account('oidc|1', 'ada@acme.test', state)] }) },
  );

/** Before, and whether the block is the sync's own afterwards. */
const states: [string, JsonObject, boolean | null][] = [
  ['untouched', {}, true],
  ['blocked: false', { blocked: false }, true],
  ['blocked by an administrator', { blocked: true }, null],
  [
    'blocked by the sync',
    { blocked: true, app_metadata: { okta_deactivated: true, okta_blocked_by_sync: true } },
    true,
  ],
  [
    'an administrator’s block, flagged since',
    { blocked: true, app_metadata: { okta_deactivated: true, okta_blocked_by_sync: false } },
    false,
  ],
  [
    'unblocked by hand in between',
    { blocked: false, app_metadata: { okta_deactivated: true, okta_blocked_by_sync: true } },
    true,
  ],
];

it.each(states)('deactivates an account that is %s', async (_, state, own) => {
  const { error, users, exchanges } = await sync('Deactivate User', state);
  expect(error).toBeUndefined();
  expect(exchanges.filter(({ method }) => method === 'PATCH')).toHaveLength(1);
  const [user] = users;
  expect(user).toMatchObject({ blocked: true, app_metadata: { okta_deactivated: true } });
  const metadata = user?.app_metadata as JsonObject;
  expect(metadata.okta_blocked_by_sync ?? null).toBe(own);
  // And back: only its own block goes.
  const back = await sync('Reactivate User', user ?? {});
  expect(back.error).toBeUndefined();
  expect(back.users[0]?.blocked).toBe(own !== true);
  expect(back.users[0]?.app_metadata).toEqual({
    okta_user_id: '00u',
    okta_status: 'SUSPENDED',
    okta_changed_at: expect.any(String),
  });
});

it('keeps what stands beside the flags, at any depth', async () => {
  const { users } = await sync('Deactivate User', {
    app_metadata: { roles: ['a'], nested: { b: 1 } },
    user_metadata: { okta: { department: 'Engines', deep: { c: 2 } }, theme: 'dark' },
  });
  expect(users[0]).toMatchObject({
    app_metadata: { roles: ['a'], nested: { b: 1 } },
    user_metadata: {
      okta: { department: 'Engines', deep: { c: 2 }, deactivated: 'true' },
      theme: 'dark',
    },
  });
});
