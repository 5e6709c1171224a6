/** auth0-deploy-cli as its users run it, a process of its own, against the embedded Auth0 tenant over HTTPS. */

import { execFile } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Authority, throwAwayAuthority } from '../../../tenants/authority';
import { type TestedAuth0, testAuth0 } from '../support';

const CLI = join(__dirname, '../../../node_modules/auth0-deploy-cli/lib/index.js');
const NOTHING = 'exports.onExecutePostLogin = async () => {};';
const DENYING = "exports.onExecutePostLogin = async (event, api) => api.access.deny('Not today');";

let authority: Authority;
let auth0: TestedAuth0;
let folder: string;

beforeAll(async () => {
  authority = await throwAwayAuthority();
});
beforeEach(async () => {
  auth0 = await testAuth0({ tls: authority, seed: { actions: [{ name: 'Theirs', code: NOTHING }] } });
  folder = mkdtempSync(join(tmpdir(), 'owf-deploy-cli-'));
  write('ca.pem', authority.ca);
  write('config.json', JSON.stringify({ AUTH0_INCLUDED_ONLY: ['actions', 'triggers'] }));
});
afterEach(async () => {
  rmSync(folder, { recursive: true });
  await auth0.tenant.close();
  expect(auth0.contract.violations).toEqual([]);
  expect(auth0.exchanges.filter(({ unknownRoute }) => unknownRoute)).toEqual([]);
});

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, '..'), { recursive: true });
  writeFileSync(join(folder, name), text);
}

/** Runs it with the folder as its home; gives its exit code and what it printed. */
function deploy(...argv: string[]): Promise<{ code: number; printed: string }> {
  const env = {
    PATH: process.env.PATH,
    HOME: folder,
    NO_COLOR: '1',
    AUTH0_DOMAIN: auth0.tenant.domain,
    AUTH0_CLIENT_ID: 'admin',
    AUTH0_CLIENT_SECRET: '4dmin',
    NODE_EXTRA_CA_CERTS: join(folder, 'ca.pem'),
  };
  return new Promise((resolve) => {
    execFile(process.execPath, [CLI, ...argv], { cwd: folder, env }, (error, stdout, stderr) => {
      resolve({
        code: typeof error?.code === 'number' ? error.code : error ? 1 : 0,
        printed: stdout + stderr,
      });
    });
  });
}

const changes = () =>
  auth0.exchanges
    .filter(({ method, path }) => method !== 'GET' && path !== '/oauth/token')
    .map((one) => one.path);

test('a dry run shows, an import does, and an export gives it back', async () => {
  write(
    'ours/actions/Deny.json',
    JSON.stringify({
      name: 'Deny',
      code: './actions/Deny/code.js',
      runtime: 'node22',
      dependencies: [],
      secrets: [],
      supported_triggers: [{ id: 'post-login', version: 'v3' }],
      deployed: true,
      status: 'built',
    }),
  );
  write('ours/actions/Deny/code.js', DENYING);
  const bound = ['Theirs', 'Deny'].map((name) => ({ action_name: name, display_name: name }));
  write('ours/triggers/triggers.json', JSON.stringify({ 'post-login': bound }));

  const preview = await deploy('import', '-c', 'config.json', '-i', 'ours', '--dry-run');
  expect(preview).toMatchObject({ code: 0, printed: expect.stringMatching(/CREATE.*Deny/) });
  expect(changes()).toEqual([]);

  expect(await deploy('import', '-c', 'config.json', '-i', 'ours')).toMatchObject({ code: 0 });
  expect(auth0.exchanges.findLast(({ path }) => path.endsWith('/bindings'))?.responseBody).toMatchObject({
    bindings: [
      { display_name: 'Theirs' },
      { display_name: 'Deny', action: { deployed_version: { code: DENYING } } },
    ],
  });

  expect(await deploy('export', '-c', 'config.json', '-f', 'directory', '-o', 'out')).toMatchObject({
    code: 0,
  });
  expect(readFileSync(join(folder, 'out/actions/Deny/code.js'), 'utf8')).toBe(DENYING);
  expect(JSON.parse(readFileSync(join(folder, 'out/triggers/triggers.json'), 'utf8'))).toEqual({
    'post-login': bound,
  });
}, 120_000);

test('without the authority’s certificate it gets no token', async () => {
  write('ours/actions/.keep', '');
  rmSync(join(folder, 'ca.pem'));
  const { code, printed } = await deploy('import', '-c', 'config.json', '-i', 'ours');
  expect(code).not.toBe(0);
  expect(printed).toMatch(/error.*request failed/s);
  expect(auth0.exchanges).toEqual([]);
}, 120_000);
