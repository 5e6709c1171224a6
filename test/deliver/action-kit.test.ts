/** The Action's folders: auth0-deploy-cli itself imports one into the embedded tenant, and the Terraform file is read. */

import { execFile } from 'node:child_process';
import { Agent } from 'node:https';
import { join } from 'node:path';
import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import axios from 'axios';
import { postLoginAction } from '../../action/about';
import { buildAction } from '../../action/build';
import { actionKit } from '../../deliver/action-kit';
import { writeFolder } from '../../scripts/files';
import { openWorld, type RunningWorld } from '../../scripts/world';
import { filesIn, workplace } from '../support/cli';
import { account, CANARY, DATABASE, PASSWORD, worldOf } from '../support/story';

const root = join(__dirname, '..', '..');
const place = workplace();
const kit = new Map(actionKit().map(({ path, text }) => [path, text]));
const { name, trigger, runtime } = postLoginAction;

it('is the bare file, a folder for each tool, and a page that names the ways', () => {
  expect([...kit.keys()]).toEqual([
    'action/README.md',
    'action/post-login.js',
    'action/deploy-cli/config.json',
    'action/deploy-cli/config.with-binding.json',
    `action/deploy-cli/actions/${name}.json`,
    `action/deploy-cli/actions/${name}/code.js`,
    'action/deploy-cli/triggers/triggers.json',
    'action/terraform/main.tf',
  ]);
  expect(kit.get('action/post-login.js')).toBe(buildAction());
  expect(kit.get(`action/deploy-cli/actions/${name}/code.js`)).toBe(buildAction());
  const page = kit.get('action/README.md') ?? '';
  for (const way of ['owf -- deploy-action', 'a0deploy import', 'terraform -chdir', 'Auth0 Dashboard'])
    expect(page).toContain(way);
  for (const [path] of kit) {
    if (/config|main\.tf|post-login\.js/.test(path)) expect(page).toContain(path.split('/').at(-1));
  }
  // What auth0-deploy-cli would replace by values of the environment.
  for (const text of kit.values()) expect(text).not.toMatch(/##\w+##|@@\w+@@/);
});

it('holds no domain, client or secret', () => {
  for (const [path, text] of kit) {
    if (path.endsWith('.json')) expect(text).not.toMatch(/domain|client|token|secret"/i);
    if (path.endsWith('.tf')) expect(text.replace(/^#.*$/gm, '')).not.toMatch(/domain|client|token|secret/i);
  }
});

describe('auth0-deploy-cli', () => {
  const scopes = ['read:actions', 'create:actions', 'update:actions'];
  const foreign = { name: 'Somebody else’s', code: 'exports.onExecutePostLogin = async () => {};' };
  const flagged = account('auth0|ada', 'ada@acme.test', { app_metadata: { okta_deactivated: true } });
  const folder = place.at('action', 'deploy-cli');
  let running: RunningWorld;

  beforeAll(() => writeFolder(place.folder, actionKit()));

  const open = async (granted: string[]) => {
    const world = worldOf({ scopes: granted, accounts: [flagged] });
    running = await openWorld({ ...world, auth0: { ...world.auth0, actions: [foreign] } }, { https: true });
    place.file('ca.pem', running.ca);
  };

  beforeEach(() => open(scopes));
  afterEach(() => running.close());

  // One test for two imports: each compiles all schemas of the tool first, which takes it seconds.
  it('creates and deploys the Action, leaves the login alone, and binds it where that is asked for', async () => {
    expect(await imports('config.json')).toMatchObject({
      code: 0,
      output: expect.stringContaining('Import Successful'),
    });
    const first = await actionsOf();
    expect(first).toEqual([
      expect.objectContaining({ name: foreign.name }),
      expect.objectContaining({
        name,
        code: buildAction(),
        runtime,
        supported_triggers: [expect.objectContaining(trigger)],
        all_changes_deployed: true,
        deployed_version: expect.objectContaining({ code: buildAction() }),
      }),
    ]);
    expect(await boundNames()).toEqual([foreign.name]);
    expect(await login()).toEqual({ status: 200 });

    expect(await imports('config.with-binding.json')).toMatchObject({ code: 0 });
    // The Action is as it was, nothing is deleted, and the login has no other.
    expect((await actionsOf()).map(lasting)).toEqual(first.map(lasting));
    expect(await boundNames()).toEqual([name]);
    expect(await login()).toMatchObject({ status: 403, error: 'access_denied' });

    const out = place.at('exported');
    const config = join(folder, 'config.with-binding.json');
    expect(await deployCli('export', ['-c', config, '-f', 'directory', '-o', out])).toMatchObject({
      code: 0,
    });
    const exported = filesIn(out);
    const json = (path: string): unknown => JSON.parse(exported[path] ?? 'null');
    const ours = (path: string) => JSON.parse(kit.get(`action/deploy-cli/${path}`) ?? '');
    expect(exported[`actions/${name}/code.js`]).toBe(buildAction());
    // How far the build has come is the tenant's to say.
    expect(json(`actions/${name}.json`)).toEqual({ ...ours(`actions/${name}.json`), status: 'built' });
    expect(json('triggers/triggers.json')).toEqual(ours('triggers/triggers.json'));
  }, 240_000);

  it('says beforehand what it would do, and does nothing', async () => {
    await running.close();
    await open([...scopes, 'read:clients']);
    const at = ['-c', join(folder, 'config.with-binding.json'), '-i', folder];
    const { code, output } = await deployCli('import', [...at, '--dry-run']);
    expect({ code, output }).toMatchObject({
      code: 0,
      output: expect.stringMatching(/Actions .*CREATE .*Refuse/),
    });
    expect((await actionsOf()).map((action) => action.name)).toEqual([foreign.name]);
    expect(await boundNames()).toEqual([foreign.name]);
  }, 120_000);

  it('is held on loopback here: its process cannot ask anybody else', async () => {
    const script = `fetch('https://tenant.example').catch(({ cause }) => { throw cause; })`;
    const { code, output } = await child(['-e', script], CANARY);
    expect(code).toBe(1);
    expect(output).toContain('Nothing beyond loopback: tenant.example');
  });

  it('fails with a wrong secret, and shows neither', async () => {
    const { code, output } = await imports('config.json', 'not-the-secret-at-all');
    expect(code).toBe(1);
    expect(output).toMatch(/unauthorized|access_denied/i);
    expect(await actionsOf()).toHaveLength(1);
  }, 120_000);

  function imports(config: string, secret = CANARY) {
    return deployCli('import', ['-c', join(folder, config), '-i', folder], secret);
  }

  function deployCli(verb: string, args: string[], secret = CANARY) {
    return child([join(root, 'node_modules/auth0-deploy-cli/lib/index.js'), verb, ...args], secret);
  }

  /** A process with the environment that the tool's user would give it, and no way beyond loopback. */
  function child(args: string[], secret: string): Promise<{ code: number; output: string }> {
    const env = {
      PATH: process.env.PATH,
      HOME: place.folder,
      NODE_OPTIONS: `--require ${JSON.stringify(join(root, 'test/support/loopback-only.cjs'))}`,
      NODE_EXTRA_CA_CERTS: place.at('ca.pem'),
      AUTH0_DOMAIN: running.auth0.domain,
      AUTH0_CLIENT_ID: 'workflows',
      AUTH0_CLIENT_SECRET: secret,
    };
    return new Promise((resolve, reject) => {
      const options = { cwd: place.folder, env, timeout: 90_000, killSignal: 'SIGKILL' } as const;
      execFile(process.execPath, args, options, (error, stdout, stderr) => {
        const output = `${stdout}${stderr}`;
        if (output.includes(secret)) reject(new Error('The output shows the secret.'));
        else resolve({ code: error === null ? 0 : Number(error.code ?? -1), output });
      });
    });
  }

  async function api<T>(path: string): Promise<T> {
    const httpsAgent = new Agent({ ca: running.ca });
    const { data: token } = await axios.post<{ access_token: string }>(
      `${running.auth0.url}/oauth/token`,
      {
        grant_type: 'client_credentials',
        client_id: 'workflows',
        client_secret: CANARY,
        audience: `https://${running.auth0.domain}/api/v2/`,
      },
      { httpsAgent },
    );
    const headers = { Authorization: `Bearer ${token.access_token}` };
    return (await axios.get<T>(`${running.auth0.url}/api/v2/actions/${path}`, { httpsAgent, headers })).data;
  }

  async function actionsOf(): Promise<JsonObject[]> {
    return (await api<{ actions: JsonObject[] }>('actions')).actions;
  }

  async function boundNames(): Promise<string[]> {
    const { bindings } = await api<{ bindings: { action: { name: string } }[] }>(
      `triggers/${trigger.id}/bindings`,
    );
    return bindings.map(({ action }) => action.name);
  }

  function login() {
    return running.logIn({ email: 'ada@acme.test', password: PASSWORD, connection: DATABASE });
  }
});

/** An Action without what every deployment makes anew. */
function lasting({
  id,
  name,
  code,
  runtime,
  supported_triggers,
  all_changes_deployed,
}: JsonObject): JsonObject {
  return { id, name, code, runtime, supported_triggers, all_changes_deployed } as JsonObject;
}

describe('the Terraform file', () => {
  const blocks = terraformBlocks(kit.get('action/terraform/main.tf') ?? '');
  const block = (head: string) => {
    const found = blocks.filter((each) => each.head === head);
    expect({ head, count: found.length }).toEqual({ head, count: 1 });
    return found[0]?.body ?? {};
  };

  it('has one Action, from the file beside it, and deploys it', () => {
    expect(block('resource "auth0_action" "refuse_deactivated"')).toEqual({
      name: 'var.action_name',
      runtime: `"${runtime}"`,
      // biome-ignore lint/suspicious/noTemplateCurlyInString: Terraform's own template.
      code: 'file("${path.module}/../post-login.js")',
      deploy: 'true',
      supported_triggers: { id: `"${trigger.id}"`, version: `"${trigger.version}"` },
    });
    expect(block('variable "action_name"').default).toBe(`"${name}"`);
  });

  it('appends it to the login, and manages no other binding', () => {
    expect(block('resource "auth0_trigger_action" "refuse_deactivated"')).toEqual({
      trigger: `"${trigger.id}"`,
      action_id: 'auth0_action.refuse_deactivated.id',
    });
    const resources = blocks.flatMap(({ head }) => /^resource "(\w+)"/.exec(head)?.[1] ?? []);
    expect(resources).toEqual(['auth0_action', 'auth0_trigger_action']);
  });

  it('takes the provider of Auth0 in a version that knows the runtime, and its credentials from the environment', () => {
    expect(block('terraform')).toEqual({
      required_providers: { auth0: { source: '"auth0/auth0"', version: '">= 1.11.0, < 2.0.0"' } },
    });
    expect(block('provider "auth0"')).toEqual({});
  });
});

interface Body {
  [key: string]: string | Body;
}

/**
 * The blocks of a Terraform file in the form that `terraform fmt` gives: one attribute a line, expressions as they
 * stand. No parser of the language is at hand here; whatever it does not know is an error.
 */
function terraformBlocks(text: string): { head: string; body: Body }[] {
  const lines = text.split('\n').map((line) => line.trim());
  const bodyOf = (): Body => {
    const body: Body = {};
    for (let line = lines.shift(); line !== '}'; line = lines.shift()) {
      if (line === undefined) throw new Error('A block does not end.');
      const [, key = '', value = ''] =
        /^(\w+) *(?:= *)?((?:"[^"]*"|[\w.]+|\w+\("[^"]*"\)|\{))$/.exec(line) ?? [];
      if (line === '' || line.startsWith('#')) continue;
      if (key === '' || key in body) throw new Error(`No attribute: ${line}`);
      body[key] = value === '{' ? bodyOf() : value;
    }
    return body;
  };
  const blocks: { head: string; body: Body }[] = [];
  for (let line = lines.shift(); line !== undefined; line = lines.shift()) {
    if (line === '' || line.startsWith('#')) continue;
    const [, head, end] = /^(\w+(?: "\w+")*) \{(\})?$/.exec(line) ?? [];
    if (head === undefined) throw new Error(`No block: ${line}`);
    blocks.push({ head, body: end === undefined ? bodyOf() : {} });
  }
  return blocks;
}
