/** Sync User: every account that is the person's, wherever it stands by now, and none that is somebody else's. */

import { linkedTo } from '../../connector/accounts';
import { account } from '../../support/story';
import { HERS, type Life, lifecycle, live } from './life';

const HOME = 'auth0|home';
const SECOND = 'google-oauth2|1';
const AL = '00u2al';
const RECONCILE = '[scheduled] Reconcile';

const logins = async (life: Life, ...ids: string[]) => {
  const found: Record<string, string> = {};
  for (const id of ids) found[id] = await life.logIn(id);
  return found;
};

describe('an account linked to one with another address', () => {
  const home = account(HOME, 'countess@mail.test', linkedTo(SECOND, 'ada@acme.test'));

  it('is out at once where she has no other', () =>
    live(lifecycle, { accounts: [home] }, async (life) => {
      await life.okta('deactivate');
      expect(await logins(life, HOME)).toEqual({ [HOME]: 'blocked' });
      await life.okta('activate');
      expect(await logins(life, HOME)).toEqual({ [HOME]: 'in' });
    }));

  it('is out at once where the settings say so', () =>
    live(
      lifecycle,
      {
        accounts: [account(HERS, 'ada@acme.test'), home],
        settings: [
          { name: 'mode', value: 'live' },
          { name: 'linked', value: 'search' },
        ],
      },
      async (life) => {
        await life.okta('deactivate');
        expect(await logins(life, HERS, HOME)).toEqual({ [HERS]: 'blocked', [HOME]: 'blocked' });
      },
    ));

  it('is out by the next morning where she has, and at once the next time', () =>
    live(lifecycle, { accounts: [account(HERS, 'ada@acme.test'), home] }, async (life) => {
      await life.okta('deactivate');
      expect(await logins(life, HERS, HOME)).toEqual({ [HERS]: 'blocked', [HOME]: 'in' });
      await life.wait(24);
      expect(await logins(life, HERS, HOME)).toEqual({ [HERS]: 'blocked', [HOME]: 'blocked' });
      await life.okta('activate');
      expect(await logins(life, HERS, HOME)).toEqual({ [HERS]: 'in', [HOME]: 'in' });
      await life.okta('deactivate');
      expect(await logins(life, HERS, HOME)).toEqual({ [HERS]: 'blocked', [HOME]: 'blocked' });
    }));
});

describe('an address that changes', () => {
  it('with the first event of all: the reconciliation, run once before, has kept the old one', () =>
    live(lifecycle, { accounts: [account(HERS, 'ada@acme.test')] }, async (life) => {
      await life.run(RECONCILE);
      await life.profile({ email: 'ada.king@acme.test', login: 'ada.king@acme.test' });
      await life.okta('deactivate');
      expect(await logins(life, HERS)).toEqual({ [HERS]: 'blocked' });
    }));

  it('and goes to somebody else: the account is theirs, and stays open', () =>
    live(
      lifecycle,
      {
        accounts: [account(HERS, 'ada@acme.test'), account(SECOND, 'ada.king@acme.test')],
        others: { [AL]: { email: 'al@acme.test' } },
      },
      async (life) => {
        await life.run(RECONCILE);
        await life.profile({ email: 'ada.king@acme.test', login: 'ada.king@acme.test' });
        await life.profile({ email: 'ada@acme.test', login: 'ada@acme.test' }, AL);
        await life.okta('deactivate');
        expect(await logins(life, HERS, SECOND)).toEqual({ [HERS]: 'in', [SECOND]: 'blocked' });
        expect(life.rows('audit').at(-1)?.detail).toContain('Another Okta user');
        await life.wait(24);
        expect(await logins(life, HERS, SECOND)).toEqual({ [HERS]: 'in', [SECOND]: 'blocked' });
        // Al goes, and Ada comes back: what is his stays shut.
        await life.okta('deactivate', AL);
        await life.okta('activate');
        expect(await logins(life, HERS, SECOND)).toEqual({ [HERS]: 'blocked', [SECOND]: 'in' });
      },
    ));
});

describe('an address that two Okta users share', () => {
  const others = { [AL]: { email: 'ada@acme.test' } };

  it('whoever is active keeps the account', () =>
    live(lifecycle, { others }, async (life) => {
      await life.okta('deactivate');
      expect(await logins(life, HERS)).toEqual({ [HERS]: 'in' });
      await life.okta('suspend', AL);
      expect(await logins(life, HERS)).toEqual({ [HERS]: 'blocked' });
    }));

  it('where Okta does not say who shares it, nobody stays in; the night mends it', () =>
    live(
      lifecycle,
      { others, faults: [{ tenant: 'okta', method: 'GET', path: '/api/v1/users', status: 500 }] },
      async (life) => {
        await life.okta('deactivate');
        expect(await logins(life, HERS)).toEqual({ [HERS]: 'blocked' });
        await life.wait(24);
        expect(await logins(life, HERS)).toEqual({ [HERS]: 'in' });
      },
    ));
});
