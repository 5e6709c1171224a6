/** Worlds that run: what is made of them, and what contradicts itself. */

import type { World } from '@okta/workflows-connector-sdk-types';
import { type LoginResult, openWorld, ourConnector } from '../../scripts/world';
import { localBinding } from '../../sdk/compile/binding';
import { connector } from '../connector/act';
import { ADA, account, CANARY, DATABASE, ours, PASSWORD, withWorld, worldOf } from '../support/story';

describe('openWorld', () => {
  it.each<[string, World, RegExp]>([
    [
      'two Auth0 users of one id',
      worldOf({ accounts: [account('auth0|1', 'a@x.test'), account('auth0|1', 'b@x.test')] }),
      /Two Auth0 users of the world have the user_id auth0\|1/,
    ],
    [
      'two accounts of one connection',
      worldOf({ accounts: [account('auth0|1', 'a@x.test'), account('auth0|2', 'A@x.test')] }),
      /Two Auth0 users of the world have the email/,
    ],
    [
      'two Okta users of one id',
      {
        ...worldOf(),
        okta: { ...worldOf().okta, users: [...worldOf().okta.users, ...worldOf().okta.users] },
      },
      /00u1ada/,
    ],
  ])('refuses %s', async (_, world, message) => {
    await expect(openWorld(world)).rejects.toMatchObject({
      name: 'InputError',
      message: expect.stringMatching(/^The world contradicts itself: /),
    });
    await expect(openWorld(world)).rejects.toThrow(message);
  });

  it('counts no request of the connecting, and masks secrets in the others', () =>
    withWorld(worldOf(), {}, async (running, { trace }) => {
      await running.furnish(running.org.import(ours['auth0-deactivation'], 'pack'));
      expect(running.requests).toEqual([]);
      expect(trace.filter(({ type }) => type === 'request')).toHaveLength(2);
      expect(JSON.stringify(trace)).not.toContain(CANARY);
    }));

  it('tells the observer which part of the trace is the run', async () => {
    const parts: boolean[] = [];
    const running = await openWorld(worldOf(), { onTrace: (_, started) => parts.push(started) });
    try {
      const imported = running.org.import(ours['auth0-deactivation'], 'pack');
      await running.furnish(imported);
      for (const { id } of imported.flows) running.org.activate(id);
      const before = parts.length;
      await running.deactivate(ADA);
      expect(new Set(parts.slice(0, before))).toEqual(new Set([false]));
      expect(new Set(parts.slice(before))).toEqual(new Set([true]));
    } finally {
      await running.close();
    }
  });

  it('logs in as an application would', () =>
    withWorld(worldOf(), {}, async ({ logIn }) => {
      const ada = { email: 'ADA@acme.test', password: PASSWORD, connection: DATABASE };
      expect(await logIn(ada)).toEqual({ status: 200 });
      expect(await logIn({ ...ada, password: 'wrong' })).toEqual({
        status: 403,
        error: 'invalid_grant',
        error_description: 'Wrong email or password.',
      });
    }));

  it('has our Action bound, or those that the world names, or none', async () => {
    const [ada] = worldOf().auth0.users;
    const deactivated = { ...ada, app_metadata: { okta_deactivated: true } } as typeof ada;
    const world = (actions?: World['auth0']['actions']): World => {
      const base = worldOf();
      const users = deactivated ? [deactivated] : [];
      return { ...base, auth0: { ...base.auth0, users, ...(actions && { actions }) } };
    };
    const login = { email: 'ada@acme.test', password: PASSWORD, connection: DATABASE };
    const theirs = {
      name: 'Theirs',
      code: "exports.onExecutePostLogin = async (event, api) => api.access.deny('closed')",
    };
    const outcomes: LoginResult[] = [];
    for (const actions of [undefined, [], [theirs], [{ ...theirs, bound: false }]]) {
      await withWorld(world(actions), {}, async ({ logIn }) => void outcomes.push(await logIn(login)));
    }
    expect(outcomes).toEqual([
      expect.objectContaining({ status: 403, error: 'access_denied' }),
      { status: 200 },
      { status: 403, error: 'access_denied', error_description: 'closed' },
      { status: 200 },
    ]);
  });

  it('over HTTPS, Auth0 lives at its domain and is trusted by its own authority alone', async () => {
    const running = await openWorld(worldOf(), { https: true });
    try {
      expect(running.auth0.url).toBe(`https://${running.auth0.domain}`);
      expect(running.ca).toMatch(/^-----BEGIN CERTIFICATE-----/);
      const ada = { email: 'ada@acme.test', password: PASSWORD, connection: DATABASE };
      expect(await running.logIn(ada)).toEqual({ status: 200 });
      await expect(fetch(running.auth0.url)).rejects.toThrow();
    } finally {
      await running.close();
    }
  });

  it('fills the tables that a pack has, and leaves the world’s others alone', () =>
    withWorld(
      { ...worldOf(), tables: { configuration: [{ name: 'domain', value: 'x' }], other: [{ a: 1 }] } },
      {},
      async (running) => {
        await running.furnish(running.org.import(ours['auth0-user-metadata'], 'pack'));
        expect(running.org.tables()).toEqual({ configuration: [{ name: 'domain', value: 'x' }] });
      },
    ));

  it('says whom Okta cannot deactivate', () =>
    withWorld(worldOf(), {}, async ({ deactivate }) => {
      await expect(deactivate('00u9')).rejects.toMatchObject({
        name: 'InputError',
        message: expect.stringMatching(/^Okta did not deactivate the user "00u9": /),
      });
    }));
});

it('our connector is deployed under its own key, its secret known as one', () => {
  const { key, version } = localBinding(connector);
  expect(ourConnector()).toMatchObject({
    key,
    version,
    title: connector.name,
    secretFields: ['client_secret'],
  });
});
