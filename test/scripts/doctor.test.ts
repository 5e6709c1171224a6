/** `owf doctor` on the command line, against an embedded tenant over HTTPS. */

import { auth0 } from '../../connector';
import { ACTION, FOREIGN, type SetUpTenant, setUpTenant } from '../setup/support';
import { cli, workplace } from '../support/cli';
import { CANARY } from '../support/story';

const GRANTED = [
  ...new Set(auth0.model.actions.flatMap(({ scopes }) => scopes)),
  'read:actions',
  'read:sessions',
  'read:refresh_tokens',
];
const place = workplace();
let tenant: SetUpTenant | undefined;
beforeEach(() => {
  process.env.AUTH0_CLIENT_ID = 'workflows';
  process.env.AUTH0_CLIENT_SECRET = CANARY;
});
afterEach(async () => {
  await tenant?.close();
  tenant = undefined;
});

/** Runs the verb; whatever it finds, neither secret nor token is printed, and nothing is written. */
async function doctor(...argv: string[]) {
  if (tenant === undefined) throw new Error('no tenant');
  const ca = place.file('ca.pem', tenant.ca);
  const printed = await cli('doctor', '--domain', tenant.tenant.domain, '--ca', ca, ...argv);
  expect(printed.stdout + printed.stderr).not.toMatch(new RegExp(`${CANARY}|eyJ`));
  expect(tenant.writes()).toEqual([]);
  return printed;
}

it('all is well: a line for each check, and 0', async () => {
  tenant = await setUpTenant(GRANTED, { actions: [FOREIGN, ACTION] });
  const file = place.file('harmless.json', {});
  const { code, stdout, stderr } = await doctor(file);
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  const lines = stdout.trimEnd().split('\n');
  expect(lines.pop()).toBe(`All ${lines.length} checks are well.`);
  expect(lines.filter((line) => !line.startsWith('✓ '))).toEqual([]);
});

it('is red, then green once owf deploy-action has run', async () => {
  tenant = await setUpTenant([...GRANTED, 'create:actions', 'update:actions'], { actions: [FOREIGN] });
  const file = place.file('harmless.json', {});
  expect((await doctor(file)).code).toBe(1);
  const ca = place.file('ca.pem', tenant.ca);
  expect((await cli('deploy-action', '--domain', tenant.tenant.domain, '--ca', ca)).code).toBe(0);
  tenant.exchanges.length = 0;
  expect((await doctor(file)).code).toBe(0);
});

it('what is wrong, with the repair, and 1', async () => {
  tenant = await setUpTenant(
    GRANTED.filter((scope) => !['delete:users', 'read:sessions'].includes(scope)),
    {},
  );
  const { code, stdout } = await doctor(place.file('harmless.json', {}));
  expect(code).toBe(1);
  expect(stdout).toMatch(
    /^✗ scopes +1 of the \d+ scopes .*\n +- delete:users, which Delete User needs\n +repair: Grant it: /m,
  );
  expect(stdout).toMatch(/^– plan +not checked: .*\n +repair: Grant read:sessions /m);
  expect(stdout).toMatch(
    /^✗ action +The tenant has no Action .*\n +repair: owf deploy-action --domain localhost/m,
  );
  expect(stdout).toMatch(/^– action-bound +not checked: This needs "action" to be well first\.$/m);
  expect(stdout).toMatch(/\n6 of 11 checks are not well\.\n$/);
});

it('as JSON', async () => {
  tenant = await setUpTenant(GRANTED, {
    actions: [ACTION],
    plan: 'free',
    rateLimit: { burst: 20, perSecond: 2 },
  });
  const { code, json } = await doctor('--format', 'json', place.file('harmless.json', {}));
  expect(code).toBe(1);
  expect(json()).toMatchObject({ domain: tenant.tenant.domain, ok: false });
  expect(json().checks.filter(({ status }: { status: string }) => status !== 'ok')).toEqual([
    {
      check: 'plan',
      status: 'warning',
      found: expect.stringContaining('The plan has no sessions by API'),
      details: [],
      repair: expect.stringContaining('falls back to grants and device credentials'),
    },
  ]);
});

it('asks for the scopes of the actions in use alone', async () => {
  const scopes = ['read:users', 'read:actions', 'read:sessions', 'read:refresh_tokens'];
  tenant = await setUpTenant(scopes, { actions: [ACTION] });
  const file = place.file('harmless.json', {});
  expect((await doctor(file)).code).toBe(1);
  expect((await doctor('--action', 'Get User', '--action', 'Search Users', file)).code).toBe(0);
});

it('searches files and folders for the secret', async () => {
  tenant = await setUpTenant(GRANTED, { actions: [ACTION] });
  const secret = place.file('notes.md', `# Notes\nsecret: ${CANARY}\n`);
  const { code, stdout } = await doctor(place.folder);
  expect(code).toBe(1);
  expect(stdout).toContain(`- the client secret in ${secret}, line 2`);
  expect(stdout).toMatch(/rotate the secret/);
});

it.each([
  ['a file that is not there', ['nowhere.json'], /There is no file "nowhere\.json"/],
  [
    'an action that the connector lacks',
    ['--action', 'Get Usr'],
    /no action "Get Usr"\.\n {2}hint: It has Get User/,
  ],
  ['a URL for a domain', ['--domain', 'https://acme.test'], /is no bare host/],
])('%s is bad input, before anything is sent', async (_, argv, message) => {
  tenant = await setUpTenant();
  const { code, stdout, stderr } = await doctor(...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
  expect(tenant.exchanges).toEqual([]);
});

it('--help says which scopes it looks with', async () => {
  const { code, stdout } = await cli('doctor', '--help');
  expect(code).toBe(0);
  expect(stdout).toMatch(/AUTH0_CLIENT_SECRET.*read:actions, read:sessions and read:refresh_tokens/s);
});
