/** `owf deploy-action` on the command line, against an embedded tenant over HTTPS. */

import { postLoginAction } from '../../action/about';
import { DEPLOYING, FOREIGN, type SetUpTenant, setUpTenant } from '../setup/support';
import { cli, workplace } from '../support/cli';
import { CANARY } from '../support/story';

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

/** Runs the verb; whatever comes of it, neither secret nor token is printed. */
async function deploy(...argv: string[]) {
  if (tenant === undefined) throw new Error('no tenant');
  const ca = place.file('ca.pem', tenant.ca);
  const printed = await cli('deploy-action', '--domain', tenant.tenant.domain, '--ca', ca, ...argv);
  expect(printed.stdout + printed.stderr).not.toMatch(new RegExp(`${CANARY}|eyJ`));
  return printed;
}

it('says each step, and the second time that nothing is to be done', async () => {
  tenant = await setUpTenant(DEPLOYING, { actions: [FOREIGN] });
  const first = await deploy();
  expect(first).toMatchObject({ code: 0, stderr: '' });
  expect(first.stdout.split('\n')).toEqual([
    `done  create the Action "${postLoginAction.name}" (node22)`,
    'done  deploy it',
    'done  bind it to post-login, behind the one that is bound',
    `The Action "${postLoginAction.name}" of ${tenant.tenant.domain} is deployed and bound to post-login.`,
    '',
  ]);
  expect(await tenant.logIn()).toMatchObject({ status: 403 });
  tenant.exchanges.length = 0;
  const second = await deploy();
  expect(second).toMatchObject({ code: 0, stderr: '' });
  expect(second.stdout).toMatch(/^Nothing to do: /);
  expect(tenant.writes()).toEqual([]);
});

it('as JSON', async () => {
  tenant = await setUpTenant();
  const { json } = await deploy('--format', 'json', '--name', 'Ours');
  expect(json()).toEqual({
    domain: tenant.tenant.domain,
    action: { id: expect.any(String), name: 'Ours' },
    steps: [
      { do: 'create', detail: 'create the Action "Ours" (node22)', done: true },
      { do: 'deploy', detail: 'deploy it', done: true },
      { do: 'bind', detail: 'bind it to post-login, where nothing is bound yet', done: true },
    ],
    changed: true,
  });
});

it('--dry-run shows the steps and writes nothing', async () => {
  tenant = await setUpTenant();
  const { code, stdout } = await deploy('--dry-run');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^would {2}create .*\nwould {2}deploy it\nwould {2}bind .*\nNothing was changed\.\n$/,
  );
  expect(tenant.writes()).toEqual([]);
});

it('a name that is taken on another trigger is a finding, with the repair', async () => {
  const actions = [{ ...FOREIGN, name: postLoginAction.name, trigger: 'pre-user-registration' }];
  tenant = await setUpTenant(DEPLOYING, { actions });
  const { code, stdout, stderr } = await deploy();
  expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
  expect(stderr).toMatch(
    /^error: The tenant has an Action .* already, on pre-user-registration.*\n {2}hint: .*--name/,
  );
  expect(tenant.writes()).toEqual([]);
});

it('a wrong secret is a finding, in JSON too', async () => {
  tenant = await setUpTenant();
  process.env.AUTH0_CLIENT_SECRET = `${CANARY}-not`;
  const { code, stderr, json } = await deploy('--format', 'json');
  expect(code).toBe(1);
  expect(stderr).toMatch(/^error: Auth0 refuses the client id or the client secret/);
  expect(json()).toMatchObject({ changed: false, steps: [], failure: { status: 401 } });
});

it('says how far it came', async () => {
  const path = '/api/v2/actions/triggers/post-login/bindings';
  const faults = [{ tenant: 'auth0' as const, method: 'PATCH', path, status: 400 }];
  tenant = await setUpTenant(DEPLOYING, { faults });
  const { code, stdout, stderr } = await deploy();
  expect(code).toBe(1);
  expect(stdout).toMatch(/^done {2}create .*\ndone {2}deploy it\nnot done {2}bind it .*\n$/);
  expect(stderr).toMatch(/^error: Auth0 refuses the request with status 400/);
});

it.each([
  ['no domain', [], /required option '--domain <host>'/],
  ['a URL for a domain', ['--domain', 'https://acme.eu.auth0.com'], /is no bare host/],
  ['a secret as a flag', ['--domain', 'acme.test', '--client-secret', 'x'], /unknown option/],
])('%s is bad usage', async (_, argv, message) => {
  const { code, stdout, stderr } = await cli('deploy-action', ...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

it('without credentials and without a terminal it names the variables', async () => {
  delete process.env.AUTH0_CLIENT_SECRET;
  const { code, stderr } = await cli('deploy-action', '--domain', 'acme.test');
  expect(code).toBe(2);
  expect(stderr).toMatch(/^error: AUTH0_CLIENT_SECRET is not set\./);
});

it('--help says where the secret comes from, and which scopes it takes', async () => {
  const { code, stdout } = await cli('deploy-action', '--help');
  expect(code).toBe(0);
  expect(stdout).toMatch(/AUTH0_CLIENT_SECRET.*read:actions, create:actions and update:actions/s);
});
