/** Deactivate User and Reactivate User: every account of a person, both gates, and back as far as the sync had gone. */

import type { JsonObject, World } from '@okta/workflows-connector-sdk-types';
import type { Auth0User } from '../../../tenants/auth0/user';
import { account } from '../../support/story';
import { accessOf, FULL_ACCESS, HOSTILE_EMAILS, HOSTILE_IDS, NO_ACCESS, tenantOf } from '../accounts';
import { type ActOptions, act } from '../act';

const EMAIL = 'ada@acme.test';
const okta = { id: '00u1ada', status: 'DEPROVISIONED' };

const sync = (
  name: 'Deactivate User' | 'Reactivate User',
  world: World,
  user: JsonObject = { email: EMAIL },
  {
    mode = 'live',
    revoke = 'no',
    linked = 'known',
    ...rest
  }: { mode?: string; revoke?: string; linked?: string } & ActOptions = {},
) => act(name, { options: { mode, revoke, linked }, inputs: { user, okta } }, { world, ...rest });

/** The world as it stands once something was done in it. */
const worldAfter = (world: World, users: Auth0User[]): World => ({
  ...world,
  auth0: {
    ...world.auth0,
    users: users.map((user) => {
      const identities = user.identities as { connection: string }[];
      return { ...user, connection: identities[0]?.connection ?? '' };
    }),
  },
});

const three = [
  account('auth0|64f0', EMAIL, { user_metadata: { okta: { kept: 1 }, beside: 2 } }),
  account('google-oauth2|1815', EMAIL, { app_metadata: { plan: 'pro' } }),
  account('oidc|a/b?c', EMAIL),
];
const stranger = account('auth0|stranger', 'grace@acme.test');
const world = tenantOf({ accounts: [...three, stranger] });
const ids = three.map(({ user_id }) => user_id);

describe('Deactivate User', () => {
  it('closes both gates of all accounts with one token, one look-up and one PATCH each', async () => {
    const { error, outputs, users, calls } = await sync('Deactivate User', world);
    expect(error).toBeUndefined();
    expect(calls).toEqual([
      'POST /oauth/token',
      'GET /api/v2/users-by-email',
      ...ids.map((id) => `PATCH /api/v2/users/${encodeURIComponent(id)}`),
    ]);
    for (const user of users.slice(0, 3)) {
      expect(user).toMatchObject({
        blocked: true,
        app_metadata: {
          okta_deactivated: true,
          okta_blocked_by_sync: true,
          okta_user_id: '00u1ada',
          okta_status: 'DEPROVISIONED',
          okta_changed_at: expect.stringMatching(/^2026-01-01T/),
        },
        user_metadata: { okta: { deactivated: 'true' } },
      });
    }
    expect(users[0]).toMatchObject({ user_metadata: { okta: { kept: 1 }, beside: 2 } });
    expect(users[1]).toMatchObject({ app_metadata: { plan: 'pro' } });
    expect(users[3]).not.toHaveProperty('blocked');
    expect(outputs.result).toEqual({
      results: three.map(({ user_id, connection }) => ({
        user_id,
        connection,
        outcome: 'deactivated',
        revoked: '',
        message: '',
        status_code: 0,
      })),
      ids,
      count: 3,
      failed: 0,
    });
  });

  it.each([
    ['enterprise', 'sessions and refresh tokens'],
    ['free', 'grants and device credentials'],
  ] as const)('ends access on the plan %s, still with one token', async (plan, revoked) => {
    const all = [...ids, stranger.user_id];
    const { error, outputs, access, calls } = await sync(
      'Deactivate User',
      tenantOf({ accounts: [...three, stranger] }, { ...accessOf(...all), plan }),
      { email: EMAIL },
      { revoke: 'yes' },
    );
    expect(error).toBeUndefined();
    expect(outputs.result?.results).toMatchObject(ids.map(() => ({ outcome: 'deactivated', revoked })));
    for (const id of ids)
      expect(access[id]).toMatchObject(plan === 'free' ? { refreshTokens: 0 } : NO_ACCESS);
    expect(access[stranger.user_id]).toMatchObject(FULL_ACCESS);
    expect(calls.filter((call) => call === 'POST /oauth/token')).toHaveLength(1);
  });

  it.each(HOSTILE_EMAILS)('finds by the address as it is: %s', async (email) => {
    const accounts = [account('oidc|1', email), account('oidc|2', 'other@acme.test')];
    const { error, outputs } = await sync('Deactivate User', tenantOf({ accounts }), { email: ` ${email} ` });
    expect(error).toBeUndefined();
    expect(outputs.result).toMatchObject({ ids: ['oidc|1'], failed: 0 });
  });

  it.each(HOSTILE_IDS)('finds by the id as it is: %s', async (id) => {
    const accounts = HOSTILE_IDS.map((one, index) => account(one, `${index}@acme.test`));
    const { error, outputs, users } = await sync('Deactivate User', tenantOf({ accounts }), { ids: [id] });
    expect(error).toBeUndefined();
    expect(outputs.result).toMatchObject({ ids: [id], failed: 0 });
    expect(users.filter(({ blocked }) => blocked === true).map(({ user_id }) => user_id)).toEqual([id]);
  });

  it('further addresses and ids: each account once, and who is gone is no error', async () => {
    const accounts = [...three, account('oidc|old', 'old@acme.test'), account('oidc|known', 'x@acme.test')];
    const { error, outputs, calls } = await sync('Deactivate User', tenantOf({ accounts }), {
      email: EMAIL,
      emails: ['old@acme.test', EMAIL, 'nobody@acme.test', ''],
      ids: ['oidc|known', 'auth0|64f0', 'auth0|gone'],
    });
    expect(error).toBeUndefined();
    expect(outputs.result).toMatchObject({ ids: [...ids, 'oidc|old', 'oidc|known'], count: 5, failed: 0 });
    // An account that was found already is not read again.
    expect(calls.filter((call) => call.startsWith('GET /api/v2/users/'))).toEqual([
      'GET /api/v2/users/oidc%7Cknown',
      'GET /api/v2/users/auth0%7Cgone',
    ]);
    expect(calls.filter((call) => call === 'POST /oauth/token')).toHaveLength(1);
  });

  it('a dry run says what it would do, and changes nothing', async () => {
    const { error, outputs, users, calls } = await sync(
      'Deactivate User',
      world,
      { email: EMAIL },
      { mode: 'dry-run', revoke: 'yes' },
    );
    expect(error).toBeUndefined();
    expect(calls).toEqual(['POST /oauth/token', 'GET /api/v2/users-by-email']);
    expect(users.some(({ blocked }) => blocked !== undefined)).toBe(false);
    expect(outputs.result?.results).toMatchObject(ids.map(() => ({ outcome: 'would deactivate' })));
  });

  it('touches only the connections that are named', async () => {
    const { outputs, users } = await sync('Deactivate User', world, {
      email: EMAIL,
      connections: ['oidc', 'google-oauth2'],
    });
    expect(outputs.result?.results).toMatchObject(
      ['skipped', 'deactivated', 'deactivated'].map((outcome) => ({ outcome })),
    );
    expect(users.map(({ blocked = false }) => blocked)).toEqual([false, true, true, false]);
  });

  it('leaves alone the account whose address another person has now', async () => {
    const { outputs, users } = await sync(
      'Deactivate User',
      tenantOf({ accounts: [account('auth0|1', EMAIL), account('oidc|2', 'Old@acme.test')] }),
      { email: EMAIL, emails: ['Old@acme.test'], ids: ['oidc|2'], others: ['old@ACME.test', ''] },
    );
    expect(outputs.result).toMatchObject({
      results: [
        { outcome: 'deactivated' },
        { outcome: 'skipped', message: expect.stringContaining('Another Okta user') },
      ],
      failed: 0,
    });
    expect(users.map(({ blocked = false }) => blocked)).toEqual([true, false]);
  });

  it.each([
    [400, '*/users/google-oauth2%7C1815'],
    [403, '*/users/google-oauth2%7C1815'],
    [500, '*/users/google-oauth2%7C1815'],
    [500, '*/users/google-oauth2%7C1815/revoke-access'],
  ])('an account that fails with %i at %s does not keep the others', async (status, path) => {
    const faults = [{ tenant: 'auth0' as const, path, status, times: 99 }];
    const { error, outputs, access } = await sync(
      'Deactivate User',
      tenantOf({ accounts: three, faults }, accessOf(...ids)),
      { email: EMAIL },
      { revoke: 'yes' },
    );
    expect(error).toBeUndefined();
    expect(outputs.result).toMatchObject({
      results: [
        { outcome: 'deactivated' },
        { outcome: 'failed', status_code: status, message: expect.stringMatching(/./) },
        { outcome: 'deactivated' },
      ],
      count: 3,
      failed: 1,
    });
    expect(access['oidc|a/b?c']).toMatchObject(NO_ACCESS);
  });

  it('nobody found is no error', async () => {
    const { error, outputs } = await sync('Deactivate User', world, { email: 'nobody@acme.test' });
    expect(error).toBeUndefined();
    expect(outputs.result).toEqual({ results: [], ids: [], count: 0, failed: 0 });
  });

  it('a look-up that fails ends the card, before anything is changed', async () => {
    const faults = [{ tenant: 'auth0' as const, path: '*/users-by-email', status: 500, times: 99 }];
    const { error, users } = await sync('Deactivate User', tenantOf({ accounts: three, faults }));
    expect(error).toMatchObject({ statusCode: 500 });
    expect(users.some(({ blocked }) => blocked !== undefined)).toBe(false);
  });
});

describe('Reactivate User', () => {
  it('undoes what was done, and touches no account without the flag', async () => {
    const gone = await sync('Deactivate User', world, { email: EMAIL, connections: ['oidc'] });
    const { error, outputs, users, calls } = await sync('Reactivate User', worldAfter(world, gone.users));
    expect(error).toBeUndefined();
    expect(outputs.result?.results).toMatchObject(
      ['untouched', 'untouched', 'reactivated'].map((outcome) => ({ outcome })),
    );
    expect(calls.filter((call) => call.startsWith('PATCH'))).toEqual([
      `PATCH /api/v2/users/${encodeURIComponent('oidc|a/b?c')}`,
    ]);
    expect(users[2]).toMatchObject({ blocked: false, user_metadata: { okta: { deactivated: 'false' } } });
    expect(users[2]?.app_metadata).not.toHaveProperty('okta_deactivated');
    expect(users[2]?.app_metadata).not.toHaveProperty('okta_blocked_by_sync');
  });

  it('takes the flag of the original flows away too', async () => {
    const flagged = account('auth0|1', EMAIL, { user_metadata: { okta: { deactivated: 'true' }, kept: 1 } });
    for (const deactivated of ['true', true]) {
      const before = { ...flagged, user_metadata: { okta: { deactivated }, kept: 1 } };
      const { outputs, users } = await sync('Reactivate User', tenantOf({ accounts: [before] }));
      expect(outputs.result?.results).toMatchObject([{ outcome: 'reactivated' }]);
      expect(users[0]).toMatchObject({ user_metadata: { okta: { deactivated: 'false' }, kept: 1 } });
      expect(users[0]).not.toHaveProperty('blocked');
    }
  });

  it('leaves an administrator’s own block, however often it goes round', async () => {
    const accounts = [account('auth0|1', EMAIL, { blocked: true }), account('oidc|2', EMAIL)];
    let now = tenantOf({ accounts });
    for (const name of [
      'Deactivate User',
      'Deactivate User',
      'Reactivate User',
      'Reactivate User',
    ] as const) {
      const { error, users } = await sync(name, now);
      expect(error).toBeUndefined();
      now = worldAfter(now, users);
    }
    expect(now.auth0.users.map(({ blocked }) => blocked)).toEqual([true, false]);
  });

  it('a dry run says what it would do, and changes nothing', async () => {
    const gone = await sync('Deactivate User', world);
    const before = worldAfter(world, gone.users);
    const { outputs, users, calls } = await sync(
      'Reactivate User',
      before,
      { email: EMAIL },
      { mode: 'dry-run' },
    );
    expect(outputs.result?.results).toMatchObject(ids.map(() => ({ outcome: 'would reactivate' })));
    expect(calls).toHaveLength(2);
    expect(users.map(({ blocked = false }) => blocked)).toEqual([true, true, true, false]);
  });
});

it.each(['Deactivate User', 'Reactivate User'] as const)('%s twice is as good as once', async (name) => {
  const gone = await sync('Deactivate User', world);
  const once = await sync(name, worldAfter(world, gone.users));
  const twice = await sync(name, worldAfter(world, once.users));
  expect(twice.error).toBeUndefined();
  const gates = (users: Auth0User[]) =>
    users.map(({ blocked, app_metadata, user_metadata }) => ({ blocked, app_metadata, user_metadata }));
  expect(gates(twice.users)).toEqual(gates(once.users));
});
