/** Bindings over HTTP: the whole list, in order, or nothing. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { type TestedAuth0, testAuth0 } from '../support';

const PATH = '/actions/triggers/post-login/bindings';
const tagging = (tag: string) =>
  `exports.onExecutePostLogin = async (event, api) => {
    api.user.setAppMetadata('order', (event.user.app_metadata.order || '') + ${JSON.stringify(tag)});
  };`;
let auth0: TestedAuth0;
beforeEach(async () => {
  const action = (name: string, more = {}) => ({ name, code: tagging(name), ...more });
  auth0 = await testAuth0({
    seed: {
      actions: [
        action('a'),
        action('b', { bound: false }),
        action('draft', { deployed: false }),
        action('machine', { trigger: 'credentials-exchange', bound: false }),
      ],
    },
  });
});
afterEach(async () => {
  await auth0.tenant.close();
  expect(auth0.contract.violations).toEqual([]);
});

const bind = (...bindings: Json[]) => auth0.admin('PATCH', PATH, { bindings });
const named = (value: string, more = {}) => ({ ref: { type: 'action_name', value }, ...more });
const bound = async () =>
  (await auth0.admin('GET', PATH)).body.bindings.map((one: { display_name: string }) => one.display_name);

/** What the Actions wrote at a login of somebody on whom they had written nothing. */
async function order(): Promise<string> {
  await auth0.admin('PATCH', '/users/auth0%7C1', { app_metadata: { order: null } });
  await auth0.login('ada@acme.test', 'pa55');
  return (await auth0.admin('GET', '/users/auth0%7C1')).body.app_metadata?.order ?? '';
}

test('they run in the order of the list, named by name, id or binding', async () => {
  expect(await order()).toBe('a');
  const [first] = (await auth0.admin('GET', PATH)).body.bindings;
  const id = (await auth0.admin('GET', '/actions/actions?actionName=b')).body.actions[0].id;
  const { status, body } = await bind(
    { ref: { type: 'action_id', value: id }, display_name: 'Second is first' },
    { ref: { type: 'binding_id', value: first.id } },
  );
  expect(status).toBe(200);
  expect(body.bindings).toMatchObject([
    { trigger_id: 'post-login', display_name: 'Second is first', action: { id, name: 'b' } },
    { id: first.id, display_name: 'a' },
  ]);
  expect(await order()).toBe('ba');
  await bind();
  expect(await order()).toBe('');
});

test.each<[string, Json[], RegExp]>([
  ['one that is not deployed', [named('b'), named('draft')], /has not been deployed yet/],
  ['one of another trigger', [named('b'), named('machine')], /does not support the trigger/],
  ['one that is not there', [named('b'), named('ghost')], /does not exist/],
  ['a reference of an unknown type', [{ ref: { type: 'url', value: 'b' } }], /No enum match/],
  [
    'no reference',
    [{ display_name: 'x' }],
    /Missing required property: ref on property bindings\[0\]|Missing/,
  ],
  ['more than 20', Array(21).fill(named('b')), /too long \(21\), maximum 20/],
])('%s is refused, and all stays as it was', async (_, bindings, message) => {
  const reply = await bind(...bindings);
  expect(reply).toMatchObject({ status: 400, body: { message: expect.stringMatching(message) } });
  expect(await bound()).toEqual(['a']);
});

test('a body without the list unbinds nobody', async () => {
  expect((await auth0.admin('PATCH', PATH, {})).status).toBe(400);
  expect(await bound()).toEqual(['a']);
});

test('the secrets of a binding go before those of its Action', async () => {
  const code = 'exports.onExecutePostLogin = async (event, api) => api.access.deny(event.secrets.KEY);';
  await auth0.admin('POST', '/actions/actions', {
    name: 'telling',
    supported_triggers: [{ id: 'post-login' }],
    code,
    secrets: [{ name: 'KEY', value: 'own' }],
    deploy: true,
  });
  await bind(named('telling', { secrets: [{ name: 'KEY', value: 'bound' }] }));
  expect((await auth0.login('ada@acme.test', 'pa55')).body.error_description).toBe('bound');
});

test('the triggers, and one that is none', async () => {
  const { body } = await auth0.admin('GET', '/actions/triggers');
  expect(body.triggers).toContainEqual({
    id: 'post-login',
    version: 'v3',
    status: 'CURRENT',
    runtimes: ['node18', 'node22'],
    default_runtime: 'node22',
    compatible_triggers: [{ id: 'post-login', version: 'v2' }],
  });
  for (const method of ['GET', 'PATCH']) {
    const body = method === 'GET' ? undefined : { bindings: [] };
    expect((await auth0.admin(method, '/actions/triggers/logout/bindings', body)).status).toBe(400);
  }
});
