/** Worlds: what they may hold, what is made of them, and what they refuse. */

import type { World } from '@okta/workflows-connector-sdk-types';
import { type LoginResult, openWorld, ourConnector, readWorld, toDeactivate } from '../../scripts/world';
import { localBinding } from '../../sdk/compile/binding';
import { connector } from '../connector/act';
import { workplace } from '../support/cli';
import { ADA, account, CANARY, DATABASE, ours, PASSWORD, withWorld, worldOf } from '../support/story';

const place = workplace();
const read = (world: unknown) => readWorld(place.file('world.json', world));

describe('readWorld', () => {
  it('has a world of its own, in which somebody is deactivated', () => {
    const world = readWorld(undefined);
    expect(toDeactivate(world)).toEqual(['00u1ada']);
    expect(world.auth0.users.length).toBeGreaterThan(1);
  });

  it('takes everything that a world may hold', () => {
    const world = {
      ...worldOf(),
      hosts: { 'api.test': 'http://127.0.0.1:4000', 'localhost:8080': 'https://x.test' },
      faults: [
        { tenant: 'auth0', method: 'PATCH', path: '/api/v2/users/*', times: 2, status: 429 },
        { tenant: 'okta', path: '*', reset: true },
        { tenant: 'okta', path: '*', delayMs: 10 },
      ],
      connections: { okta: { token: 'x' } },
      deactivate: [ADA],
    };
    const limited = {
      ...world,
      auth0: { ...world.auth0, plan: 'free', rateLimit: { burst: 1, perSecond: 0.5 } },
    };
    expect(read(limited)).toEqual(limited);
  });

  const base = worldOf();
  it.each<[string, unknown, RegExp]>([
    ['a list', [], /wrong at \/: must be object/],
    ['nothing', {}, /must have required property 'okta'/],
    ['an unknown key', { ...base, users: [] }, /wrong at \/: has the unknown key "users"/],
    [
      'an unknown key deep inside',
      { ...base, okta: { ...base.okta, name: 'x' } },
      /wrong at \/okta: has the unknown key "name"/,
    ],
    [
      'an Okta user without an address',
      {
        ...base,
        okta: { domain: 'o.test', users: [{ id: '1', status: 'ACTIVE', profile: { login: 'x' } }] },
      },
      /\/okta\/users\/0\/profile: must have required property 'email'/,
    ],
    [
      'an unknown status',
      {
        ...base,
        okta: {
          domain: 'o.test',
          users: [{ id: '1', status: 'active', profile: { login: 'x', email: 'x' } }],
        },
      },
      /\/okta\/users\/0\/status: must be equal to one of the allowed values/,
    ],
    [
      'an Auth0 user without a connection',
      { ...base, auth0: { ...base.auth0, users: [{ user_id: 'a', email: 'b' }] } },
      /\/auth0\/users\/0: must have required property 'connection'/,
    ],
    [
      'no client',
      { ...base, auth0: { ...base.auth0, clients: [] } },
      /\/auth0\/clients: must NOT have fewer than 1 items/,
    ],
    ['an unknown plan', { ...base, auth0: { ...base.auth0, plan: 'gold' } }, /\/auth0\/plan: must be equal/],
    [
      'a limit of nothing',
      { ...base, auth0: { ...base.auth0, rateLimit: { burst: 0, perSecond: 1 } } },
      /\/auth0\/rateLimit\/burst: must be > 0/,
    ],
    [
      'a host that goes nowhere',
      { ...base, hosts: { 'a.test': 'b.test' } },
      /\/hosts\/a\.test: must match pattern/,
    ],
    [
      'a fault that does nothing',
      { ...base, faults: [{ tenant: 'auth0', path: '*' }] },
      /\/faults\/0: must have required property/,
    ],
    [
      'a fault of nobody',
      { ...base, faults: [{ tenant: 'slack', path: '*', status: 500 }] },
      /\/faults\/0\/tenant/,
    ],
    [
      'a status that is no failure',
      { ...base, faults: [{ tenant: 'okta', path: '*', status: 200 }] },
      /\/faults\/0\/status: must be >= 400/,
    ],
  ])('refuses %s', (_, world, message) => {
    expect(() => read(world)).toThrow(
      expect.objectContaining({
        name: 'InputError',
        message: expect.stringMatching(message),
        hint: expect.stringContaining('default-world.json'),
      }),
    );
  });
});

describe('toDeactivate', () => {
  const world = (deactivate?: string[]): World => ({ ...worldOf(), ...(deactivate && { deactivate }) });
  it('is whom the world names, otherwise the first', () => {
    expect(toDeactivate(world())).toEqual([ADA]);
    expect(toDeactivate(world([ADA]))).toEqual([ADA]);
  });

  it.each<[string, World, RegExp]>([
    ['nobody to name', { ...worldOf(), okta: { domain: 'o.test', users: [] } }, /no Okta user to deactivate/],
    ['nobody named', world([]), /no Okta user to deactivate/],
    ['an unknown one', world(['00u9']), /no Okta user "00u9"/],
    ['one twice', world([ADA, ADA]), /"00u1ada" is deactivated already/],
    ['one who is deactivated', worldOf({ status: 'DEPROVISIONED' }), /"00u1ada" is deactivated already/],
  ])('refuses %s', (_, given, message) => {
    expect(() => toDeactivate(given)).toThrow(message);
  });
});

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
