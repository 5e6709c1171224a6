/** `owf start`: the story comes out well in any world whose user exists, and says where it does not. */

import type { World } from '@okta/workflows-connector-sdk-types';
import defaultWorld from '../../scripts/default-world.json';
import { cli, filesIn, workplace } from '../support/cli';
import { account, CANARY, worldOf } from '../support/story';

const place = workplace();
const home = process.cwd();
// The story builds into dist/ of the folder it is told in.
beforeAll(() => process.chdir(place.folder));
afterAll(() => process.chdir(home));

const start = (world?: World) =>
  cli(
    'start',
    '--format',
    'json',
    ...(world === undefined ? [] : ['--world', place.file('world.json', world)]),
  );

const STEPS = [
  'Build',
  'Check',
  'Start the tenants',
  'Import the pack into the local org',
  'Log ada@acme.test in at Auth0',
  'Deactivate 00u1ada in Okta',
  'Look at the Auth0 profile',
  'Log ada@acme.test in again',
];

describe('the default world', () => {
  it('is told as JSON alone: allowed before, denied with the reason after', async () => {
    const { code, stderr, json } = await start();
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    const { steps, loginBefore, loginAfter, requests, ...rest } = json();
    expect(rest).toEqual({});
    expect(steps.map(({ name, ok }: { name: string; ok: boolean }) => [name, ok])).toEqual(
      STEPS.map((name) => [name, true]),
    );
    expect(loginBefore).toEqual({ status: 200 });
    expect(loginAfter).toEqual({
      status: 403,
      error: 'access_denied',
      error_description: 'Your account is deactivated. Please contact your administrator.',
    });
    expect(requests[0]).toEqual({
      tenant: 'okta',
      method: 'GET',
      path: '/api/v1/users/00u1ada',
      query: {},
      status: 200,
      body: null,
    });
    expect(Object.keys(filesIn(place.at('dist'))).length).toBeGreaterThan(10);
  });

  it('is told to people with cards, requests and the changed profile', async () => {
    const { code, stdout } = await cli('start');
    expect(code).toBe(0);
    for (const [index, name] of STEPS.entries()) expect(stdout).toContain(`\n${index + 1}. ${name}\n`);
    expect(stdout).toMatch(/→ PATCH acme\.eu\.auth0\.test\/api\/v2\/users\/auth0%7Cada {2}200/);
    expect(stdout).toContain('· Read User');
    expect(stdout).toContain('"okta_deactivated":true');
    expect(stdout).toContain('refused: 403 access_denied');
    expect(stdout).not.toContain(defaultWorld.auth0.clients[0]?.client_secret);
  });
});

describe('any world whose user exists', () => {
  const several = ['auth0|ada', 'google-oauth2|1', 'oidc|acme|a/b'].map((id) => account(id, 'ada@acme.test'));
  const { password: _, ...without } = account('auth0|ada', 'ada@acme.test');
  const free = (world: World): World => ({ ...world, auth0: { ...world.auth0, plan: 'free' } });
  const tight = (world: World): World => ({
    ...world,
    auth0: { ...world.auth0, rateLimit: { burst: 1, perSecond: 0.01 } },
  });
  const worlds: [string, World][] = [
    [
      'several accounts, an address in upper case with spaces around',
      worldOf({ email: ' Ada@Acme.test ', accounts: several }),
    ],
    [
      'a plus, no password in the world, nothing but the two tenants',
      {
        okta: worldOf({ email: 'ada+sso@acme.test' }).okta,
        auth0: worldOf({ accounts: [{ ...without, email: 'ada+sso@acme.test' }] }).auth0,
      },
    ],
    ['the free plan and its low limit', free(worldOf({ accounts: several }))],
    ['a limit of one request', tight(worldOf())],
    [
      'a suspended Okta user, one account blocked already',
      worldOf({
        status: 'SUSPENDED',
        accounts: [...several, account('samlp|x', 'ada@acme.test', { blocked: true })],
      }),
    ],
  ];
  it.each(worlds)('%s', async (_, world) => {
    const { code, json, stderr } = await start(world);
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(json()).toMatchObject({
      loginBefore: { status: 200 },
      loginAfter: { status: 403, error: 'access_denied' },
    });
  });
});

describe('a step that fails ends with 1 and the reason', () => {
  const fault = (path: string, times = 99) => [
    { tenant: 'auth0' as const, method: 'PATCH', path, status: 500, times },
  ];
  const worlds: [string, World, failed: string, reason: RegExp][] = [
    [
      'no Auth0 user has her address',
      worldOf({ accounts: [account('auth0|x', 'x@acme.test')] }),
      'Log ada@acme.test in at Auth0',
      /No Auth0 user of the world has the address ada@acme\.test/,
    ],
    [
      'her account is blocked',
      worldOf({ accounts: [account('auth0|ada', 'ada@acme.test', { blocked: true })] }),
      'Log ada@acme.test in at Auth0',
      /refused before anything happened: 401 unauthorized: user is blocked/,
    ],
    [
      'the client lacks a scope to write',
      worldOf({ scopes: ['read:users'] }),
      'Deactivate 00u1ada in Okta',
      /accounts could not be flagged.*Insufficient scope, expected any of: update:users/,
    ],
    [
      'the secret is wrong',
      worldOf({ wrongSecret: 'not-the-right-one' }),
      'Import the pack into the local org',
      /does not work: .*401/,
    ],
    ['Auth0 fails', worldOf({ faults: fault('*') }), 'Deactivate 00u1ada in Okta', /Internal Server Error/],
  ];
  it.each(worlds)('%s', async (_, world, failed, reason) => {
    const { code, stdout, stderr, json } = await start(world);
    expect(code).toBe(1);
    expect(json().steps.at(-1)).toMatchObject({
      name: failed,
      ok: false,
      detail: expect.stringMatching(reason),
    });
    expect(json().loginAfter).toBeNull();
    expect(stderr).toMatch(reason);
    expect(stdout + stderr).not.toMatch(new RegExp(`not-the-right-one|${CANARY}|\\n {4}at `));
  });

  it('in words as well', async () => {
    const { code, stdout } = await cli(
      'start',
      '--world',
      place.file('world.json', worldOf({ accounts: [] })),
    );
    expect(code).toBe(1);
    expect(stdout).toMatch(/✗ No Auth0 user of the world has the address ada@acme\.test\.\n$/);
  });
});

describe('a world that cannot be ends with 2', () => {
  it.each<[string, object, RegExp]>([
    [
      'an unknown user to deactivate',
      { ...worldOf(), deactivate: ['00u9'] },
      /The world has no Okta user "00u9"/,
    ],
    [
      'a user who is deactivated already',
      worldOf({ status: 'DEPROVISIONED' }),
      /"00u1ada" is deactivated already/,
    ],
    ['an unknown key', { ...worldOf(), users: [] }, /unknown key "users"/],
  ])('%s', async (_, world, message) => {
    const before = place.content();
    const { code, stdout, stderr } = await cli(
      'start',
      '--world',
      place.file('bad.json', world),
      '--format',
      'json',
    );
    expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
    expect(stderr).toMatch(message);
    expect(stderr).toMatch(/\n {2}hint: .+\n$/);
    expect({ ...place.content(), 'bad.json': '' }).toEqual({ ...before, 'bad.json': '' });
  });
});
