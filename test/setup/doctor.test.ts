/** The doctor: a tenant that is well, and each way in which it is not, with the repair. */

import type { Auth0ActionSeed } from '@okta/workflows-connector-sdk-types';
import { auth0 } from '../../connector';
import { writePack } from '../../sdk/pack/write';
import { type CheckResult, checks, examine } from '../../setup/doctor';
import type { LocalFile } from '../../setup/doctor/check';
import type { Application } from '../../setup/management';
import { examplePack } from '../support/example-pack';
import { CANARY } from '../support/story';
import { ACTION, FOREIGN, type SetUpTenant, setUpTenant } from './support';

/** What the connector's actions need, and what the doctor looks with. */
const NEEDED = [...new Set(auth0.model.actions.flatMap(({ scopes }) => scopes))];
const GRANTED = [...NEEDED, 'read:actions', 'read:sessions', 'read:refresh_tokens'];
const DEPLOYED: Auth0ActionSeed[] = [FOREIGN, ACTION];

let tenant: SetUpTenant | undefined;
afterEach(async () => {
  await tenant?.close();
  tenant = undefined;
});

interface Setting {
  scopes?: readonly string[];
  seed?: Parameters<typeof setUpTenant>[1];
  application?: Partial<Application>;
  files?: readonly LocalFile[];
}

async function look({ scopes = GRANTED, seed, application = {}, files = [] }: Setting = {}) {
  tenant = await setUpTenant(scopes, { actions: DEPLOYED, ...seed });
  const { clientId, clientSecret } = tenant.application(application);
  const results = await examine({
    management: tenant.management(application),
    clientId,
    clientSecret,
    actions: auth0.model.actions,
    wanted: ACTION,
    files,
  });
  // Whatever it meets, it tells no secret and writes nothing.
  expect(JSON.stringify(results)).not.toMatch(new RegExp(`${CANARY}|eyJ`));
  expect(tenant.writes()).toEqual([]);
  return {
    results,
    of: (check: string) => results.find((result) => result.check === check),
    not: (status: CheckResult['status']) =>
      results.filter((result) => result.status !== status).map(({ check }) => check),
    are: (status: CheckResult['status']) =>
      results.filter((result) => result.status === status).map(({ check }) => check),
  };
}

it('a tenant that is well is all green', async () => {
  const { results } = await look();
  expect(results.map(({ check, status, repair }) => [check, status, repair])).toEqual(
    checks.map(({ id }) => [id, 'ok', null]),
  );
  expect(results.map(({ found }) => found)).toEqual([
    `${tenant?.tenant.domain} is an Auth0 tenant, and its certificate is trusted.`,
    'Auth0 accepts the client id and the client secret.',
    `The application gets tokens for https://${tenant?.tenant.domain}/api/v2/.`,
    `All ${NEEDED.length} scopes that the actions need are granted.`,
    'The plan has sessions and refresh tokens by API, which Revoke Access ends.',
    expect.stringMatching(/^50 requests at once, \d+ of them left; Enterprise has so many in production\.$/),
    `The tenant has the Action "${ACTION.name}" on post-login.`,
    'It is the one that this build makes.',
    'It is deployed.',
    'It is bound to post-login, beside 1 more.',
    'There are no files to search: nothing is built here.',
  ]);
});

it('one request for a token, and the rest reads', async () => {
  await look();
  const sent = tenant?.exchanges.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`);
  expect(sent).toEqual([
    'GET /.well-known/jwks.json',
    'POST /oauth/token',
    'GET /api/v2/users',
    'GET /api/v2/users/auth0%7Cada/sessions',
    'GET /api/v2/users/auth0%7Cada/refresh-tokens',
    'GET /api/v2/actions/actions',
    'GET /api/v2/actions/triggers/post-login/bindings',
  ]);
});

it('an authority that nobody knows: name it with --ca', async () => {
  const { of, are } = await look({ application: { ca: undefined } as unknown as Partial<Application> });
  expect(of('domain')).toMatchObject({ status: 'error', repair: expect.stringContaining('--ca FILE') });
  expect(are('not checked')).toEqual(
    checks.map(({ id }) => id).filter((id) => !['domain', 'local-files'].includes(id)),
  );
});

it('a wrong secret: copy it again; what needs it is not checked', async () => {
  const { of, are } = await look({ application: { clientSecret: `${CANARY}-not` } });
  expect(of('domain')?.status).toBe('ok');
  expect(of('credentials')).toMatchObject({
    status: 'error',
    found: expect.stringContaining('refuses the client id or the client secret'),
    repair: expect.stringContaining('AUTH0_CLIENT_SECRET'),
  });
  expect(of('action')).toMatchObject({
    status: 'not checked',
    found: 'This needs "audience" to be well first.',
  });
  expect(are('error')).toEqual(['credentials']);
});

it('an application that is not authorized for the API: authorize it', async () => {
  const { of, are } = await look({ scopes: [] });
  expect(of('credentials')?.status).toBe('ok');
  expect(of('audience')).toMatchObject({
    status: 'error',
    repair: expect.stringContaining('Machine to Machine Applications'),
  });
  expect(are('error')).toEqual(['audience']);
});

it('missing scopes: each is named, with the actions that lack it', async () => {
  const scopes = GRANTED.filter((scope) => !['delete:users', 'update:users_app_metadata'].includes(scope));
  const { of, not } = await look({ scopes });
  expect(of('scopes')).toEqual({
    check: 'scopes',
    status: 'error',
    found: `2 of the ${NEEDED.length} scopes that the actions need are not granted.`,
    details: [
      'delete:users, which Delete User needs',
      'update:users_app_metadata, which Update User, Update Metadata, Deactivate User, Reactivate User need',
    ],
    repair: expect.stringMatching(/^Grant them: Applications ›/),
  });
  expect(not('ok')).toEqual(['scopes']);
});

it.each<[string, Auth0ActionSeed[], string, RegExp]>([
  ['missing', [FOREIGN], 'action', /has no Action/],
  ['on another trigger', [{ ...ACTION, trigger: 'pre-user-registration' }], 'action', /another trigger/],
  ['unbound', [FOREIGN, { ...ACTION, bound: false }], 'action-bound', /not bound to post-login/],
  ['another build’s', [{ ...ACTION, code: '// older' }], 'action-code', /it differs in: code/],
])('an Action that is %s: deploy it', async (_, actions, check, found) => {
  const { of, are } = await look({ seed: { actions } });
  expect(of(check)).toMatchObject({
    status: 'error',
    found: expect.stringMatching(found),
    repair: expect.stringContaining(`owf deploy-action --domain ${tenant?.tenant.domain}`),
  });
  expect(are('error')).toEqual([check]);
});

it('an Action that was never deployed: deploy it', async () => {
  const { of, are } = await look({ seed: { actions: [{ ...ACTION, deployed: false }] } });
  expect(of('action-deployed')).toMatchObject({ status: 'error', found: 'It was never deployed.' });
  expect(are('error')).toEqual(['action-deployed', 'action-bound']);
});

it('Actions that may not be read are not called missing', async () => {
  const { of, are } = await look({ scopes: GRANTED.filter((scope) => scope !== 'read:actions') });
  expect(of('action')).toMatchObject({
    status: 'not checked',
    repair: expect.stringContaining('Grant read:actions'),
  });
  expect(are('not checked')).toEqual(['action', 'action-code', 'action-deployed', 'action-bound']);
  expect(are('error')).toEqual([]);
});

// The limit of that plan would need a clock that runs.
const FREE = { plan: 'free', rateLimit: { burst: 20, perSecond: 2 } } as const;

it('the Free plan: says what the flows do then', async () => {
  const { of, not } = await look({ seed: FREE });
  expect(of('plan')).toEqual({
    check: 'plan',
    status: 'warning',
    found: 'The plan has no sessions by API; Auth0 documents that for Enterprise.',
    details: [],
    repair: expect.stringContaining('Revoke Access falls back to grants and device credentials'),
  });
  expect(not('ok')).toEqual(['plan']);
});

it('a plan that cannot be seen is not called free', async () => {
  const scopes = GRANTED.filter((scope) => scope !== 'read:sessions');
  const { of, not } = await look({ scopes });
  expect(of('plan')).toMatchObject({
    status: 'not checked',
    repair: expect.stringContaining('Grant read:sessions'),
  });
  expect(not('ok')).toEqual(['plan']);
});

it('without a user to look at, the plan is seen all the same', async () => {
  expect((await look({ seed: { users: [] } })).of('plan')?.status).toBe('ok');
});

it('a limit that is soon reached is a warning', async () => {
  const seed = { faults: [], rateLimit: { burst: 2, perSecond: 1000 } };
  const { of } = await look({ seed });
  expect(of('limits')).toMatchObject({ status: 'warning', found: expect.stringMatching(/^2 requests/) });
});

describe('secrets in local files', () => {
  const forms: [string, string][] = [
    ['plain', CANARY],
    ['base64', Buffer.from(CANARY).toString('base64')],
    ['Basic credentials', `Basic ${Buffer.from(`workflows:${CANARY}`).toString('base64')}`],
  ];
  it.each(forms)('%s: where it stands, and that it has to be rotated', async (_, form) => {
    const files = [
      { path: 'dist/a.json', text: '{}' },
      { path: 'dist/b.json', text: `{\n"x": "${form}"\n}` },
    ];
    const { of, not } = await look({ files });
    expect(of('local-files')).toEqual({
      check: 'local-files',
      status: 'error',
      found: 'A secret stands in a file.',
      details: ['the client secret in dist/b.json, line 2'],
      repair: expect.stringContaining('rotate the secret'),
    });
    expect(not('ok')).toEqual(['local-files']);
  });

  it('a pack whose connection carries values, whosever they are', async () => {
    const pack = examplePack();
    Object.assign(Object.values(pack.data.configs)[0] ?? {}, { data: { token: 'another-secret' } });
    const { of } = await look({ files: [{ path: 'dist/x.folder', text: writePack(pack) }] });
    expect(of('local-files')).toMatchObject({
      status: 'error',
      details: [expect.stringMatching(/^a connection's values in dist\/x\.folder, \/data\/configs\//)],
    });
  });

  it('none: says how many files were searched', async () => {
    const text = `Authorization: Basic ${Buffer.from('other:credentials').toString('base64')}`;
    const { of } = await look({ files: [{ path: 'a.md', text }] });
    expect(of('local-files')).toMatchObject({ status: 'ok', found: 'No secret in the one file searched.' });
  });
});

it('an echo of the secret is not repeated', async () => {
  const body = JSON.stringify({ error: 'x', error_description: `no ${CANARY}`, message: `no ${CANARY}` });
  const faults = [{ tenant: 'auth0', path: '/oauth/token', status: 400, body }] as const;
  const { of } = await look({ seed: { faults: [...faults] } });
  expect(of('credentials')?.found).toContain('no [redacted]');
});
