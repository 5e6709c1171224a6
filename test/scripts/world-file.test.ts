/** The world that a user names: what it may hold, and what is said where it holds something else. */

import type { World } from '@okta/workflows-connector-sdk-types';
import { readWorld, toDeactivate } from '../../scripts/world-file';
import { workplace } from '../support/cli';
import { ADA, worldOf } from '../support/story';

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
