/** Reconcile: what events have missed is found, wherever it is written, and said in the reports. */

import type { Fault } from '@okta/workflows-connector-sdk-types';
import { ADA, account } from '../../support/story';
import { HERS, lifecycle, link, live } from './life';

const flag = { user_metadata: { okta: { deactivated: 'true', kept: 1 } } };

it('events that never came, a deletion among them: each has one row, and does what it should have done', () =>
  live(lifecycle, { held: true }, async (life) => {
    await life.run('[scheduled] Reconcile');
    await life.profile({ nickName: 'Countess' });
    await life.okta('deactivate');
    await life.okta('delete');
    await life.wait(24);
    expect(await life.logIn()).toBe('blocked');
    const rows = life.rows('audit');
    expect(rows.map(({ event }) => event)).toEqual([
      'user.account.update_profile',
      'user.lifecycle.deactivate',
      'user.lifecycle.delete.initiated',
    ]);
    // They come after all.
    for (const delivery of life.waiting) await life.deliver(delivery);
    expect(life.rows('audit')).toHaveLength(rows.length);
    await life.wait(24);
    expect(life.rows('audit')).toHaveLength(rows.length);
  }));

it.each([
  ['of the original flows', flag],
  ['that names no Okta user', { app_metadata: { okta_deactivated: true } }],
])('a stale flag %s goes', (_whose, metadata) =>
  live(lifecycle, { accounts: [account(HERS, 'ada@acme.test', metadata)] }, async (life) => {
    expect(await life.logIn()).toBe('denied');
    await life.wait(24);
    expect(await life.logIn()).toBe('in');
  }),
);

it('a flag stays where nobody active has the address', () =>
  live(lifecycle, { accounts: [account(HERS, 'grace@acme.test', flag)] }, async (life) => {
    await life.wait(24);
    expect(await life.logIn()).toBe('denied');
  }));

it('who was deleted stays out, even where an administrator links the account to another one', () => {
  const home = 'auth0|home';
  const accounts = [account(HERS, 'ada@acme.test'), account(home, 'countess@mail.test')];
  return live(lifecycle, { accounts }, async (life) => {
    await life.okta('deactivate');
    await life.okta('delete');
    await life.wait(24);
    await link(life, home, HERS);
    expect(await life.logIn(home)).toBe('in');
    await life.wait(24);
    expect(await life.logIn(home)).toBe('blocked');
  });
});

it('a block that a password reset has taken away comes back', () =>
  live(lifecycle, {}, async (life) => {
    await life.okta('deactivate');
    await life.unblock();
    expect(await life.logIn()).toBe('denied');
    await life.wait(24);
    expect(await life.logIn()).toBe('blocked');
  }));

it('more flagged accounts than Auth0 gives to one query', () => {
  const many = Array.from({ length: 1003 }, (_, index) =>
    account(`auth0|${index}`, `nobody${index}@acme.test`, {
      ...flag,
      created_at: new Date(Date.UTC(2020, 0, 1, 0, 0, index)).toISOString(),
    }),
  );
  const hers = account(HERS, 'ada@acme.test', { ...flag, created_at: '2024-01-01T00:00:00.000Z' });
  return live(lifecycle, { accounts: [hers, ...many] }, async (life) => {
    await life.run('[scheduled] Reconcile');
    expect(await life.logIn()).toBe('in');
    expect(life.rows('reports')).toContainEqual(
      // The last one of the first thousand is looked at twice.
      expect.objectContaining({ direction: 'Auth0 to Okta', outcome: 'complete', checked: 1005 }),
    );
  });
}, 60_000);

const parts = ['Addresses', 'Missed events', 'Okta to Auth0', 'Deleted in Okta', 'Auth0 to Okta'];

it('a report for every part, every night', () =>
  live(lifecycle, {}, async (life) => {
    await life.okta('deactivate');
    await life.wait(48);
    const rows = life.rows('reports').map(({ direction, outcome }) => [direction, outcome]);
    expect(rows).toEqual([...parts, ...parts].map((part) => [part, 'complete']));
  }));

it.each([
  ['Missed events', 'permission', { tenant: 'okta', method: 'GET', path: '/api/v1/logs', status: 403 }],
  [
    'Auth0 to Okta',
    'Service Unavailable',
    { tenant: 'auth0', method: 'GET', path: '/api/v2/users', status: 503 },
  ],
] as [string, string, Fault][])(
  'part “%s” fails: its row says why, and the others go on',
  (part, why, fault) =>
    live(lifecycle, { accounts: [account(HERS, 'ada@acme.test', flag)] }, async (life) => {
      life.running.okta.setFaults([fault]);
      life.running.auth0.setFaults([fault]);
      await life.run('[scheduled] Reconcile');
      for (const row of life.rows('reports')) {
        expect([row.direction, row.outcome]).toEqual([
          row.direction,
          row.direction === part ? 'failed' : 'complete',
        ]);
        if (row.direction === part) expect(row.detail).toContain(why);
      }
      expect(life.rows('reports')).toHaveLength(parts.length);
    }),
);

it('what was complete is not gone through again', () =>
  live(lifecycle, {}, async (life) => {
    await life.wait(24);
    const remembered = life.calls('[helper] Remember Record');
    expect(remembered).toBe(1);
    await life.wait(24);
    expect(life.calls('[helper] Remember Record')).toBe(remembered);
    await life.profile({ nickName: 'Countess' });
    await life.wait(24);
    expect(life.calls('[helper] Remember Record')).toBe(remembered + 1);
    expect(life.rows('people')).toMatchObject([{ okta_user_id: ADA }]);
  }));
