/** The Actions API over HTTP: what is deployed through it decides who gets in. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { type TestedAuth0, testAuth0 } from '../support';

const denying = (reason: string) =>
  `exports.onExecutePostLogin = async (event, api) => api.access.deny(${JSON.stringify(reason)});`;
let auth0: TestedAuth0;

async function start(options: Parameters<typeof testAuth0>[0] = {}): Promise<void> {
  auth0 = await testAuth0(options);
}
afterEach(async () => {
  await auth0.tenant.close();
  expect(auth0.contract.violations).toEqual([]);
});

async function create(name: string, more: Record<string, Json> = {}): Promise<string> {
  const supported_triggers = [{ id: 'post-login', version: 'v3' }];
  const reply = await auth0.admin('POST', '/actions/actions', {
    name,
    supported_triggers,
    code: denying(name),
    ...more,
  });
  expect(reply.status).toBe(201);
  return reply.body.id;
}
const bind = (...ids: string[]) =>
  auth0.admin('PATCH', '/actions/triggers/post-login/bindings', {
    bindings: ids.map((value) => ({ ref: { type: 'action_id', value } })),
  });
const reason = async () => (await auth0.login('ada@acme.test', 'pa55')).body.error_description;

test('created, deployed, bound: only then is the login denied; a new draft changes nothing until it is deployed', async () => {
  await start();
  const id = await create('one');
  expect(await reason()).toBeUndefined();
  expect(await auth0.admin('POST', `/actions/actions/${id}/deploy`)).toMatchObject({
    status: 202,
    body: { number: 1, status: 'built', deployed: false },
  });
  expect(await reason()).toBeUndefined();
  await bind(id);
  expect(await reason()).toBe('one');
  const changed = await auth0.admin('PATCH', `/actions/actions/${id}`, { code: denying('two') });
  expect(changed.body).toMatchObject({ status: 'pending', all_changes_deployed: false });
  expect(await reason()).toBe('one');
  await auth0.admin('POST', `/actions/actions/${id}/deploy`);
  expect(await reason()).toBe('two');
});

test('a draft that is not built is not deployed', async () => {
  await start({ actionBuildMs: 5000 });
  const id = await create('one');
  expect((await auth0.admin('GET', `/actions/actions/${id}`)).body.status).toBe('building');
  expect(await auth0.admin('POST', `/actions/actions/${id}/deploy`)).toMatchObject({
    status: 400,
    body: { message: expect.stringContaining("'built' state") },
  });
  await auth0.clock.wait(5000);
  expect((await auth0.admin('GET', `/actions/actions/${id}`)).body.status).toBe('built');
  expect((await auth0.admin('POST', `/actions/actions/${id}/deploy`)).status).toBe(202);
});

test('deploy with the create', async () => {
  await start();
  await bind(await create('one', { deploy: true }));
  expect(await reason()).toBe('one');
});

test('secrets go in by value, come out by name, reach the code, and stay when only named', async () => {
  await start();
  const code =
    'exports.onExecutePostLogin = async (event, api) => api.access.deny(JSON.stringify(event.secrets));';
  const id = await create('one', { code, secrets: [{ name: 'KEY', value: 'canary-1' }], deploy: true });
  await bind(id);
  expect(await reason()).toBe('{"KEY":"canary-1"}');
  const { body } = await auth0.admin('PATCH', `/actions/actions/${id}`, {
    secrets: [{ name: 'KEY' }, { name: 'MORE', value: 'canary-2' }],
  });
  expect(body.secrets).toEqual([
    { name: 'KEY', updated_at: expect.any(String) },
    { name: 'MORE', updated_at: expect.any(String) },
  ]);
  await auth0.admin('POST', `/actions/actions/${id}/deploy`);
  expect(await reason()).toBe('{"KEY":"canary-1","MORE":"canary-2"}');
  const answers = auth0.exchanges.filter(({ path }) => path.startsWith('/api/'));
  expect(JSON.stringify(answers.map(({ responseBody }) => responseBody))).not.toContain('canary');
});

test('versions are kept, newest first, and an older one can run again', async () => {
  await start();
  const id = await create('one', { deploy: true });
  await bind(id);
  await auth0.admin('PATCH', `/actions/actions/${id}`, { code: denying('two') });
  await auth0.admin('POST', `/actions/actions/${id}/deploy`);
  const path = `/actions/actions/${id}/versions`;
  const { body } = await auth0.admin('GET', `${path}?per_page=50`);
  expect(body).toMatchObject({ total: 2, page: 0, per_page: 50 });
  const [second, first] = body.versions;
  expect([second, first]).toMatchObject([
    { number: 2, deployed: true },
    { number: 1, deployed: false },
  ]);
  expect((await auth0.admin('GET', `${path}/${first.id}`)).body).toEqual(first);
  expect((await auth0.admin('GET', `${path}/none`)).status).toBe(404);
  expect((await auth0.admin('POST', `${path}/none/deploy`)).status).toBe(404);
  const again = await auth0.admin('POST', `${path}/${first.id}/deploy`, { update_draft: true });
  expect(again).toMatchObject({ status: 202, body: { number: 3 } });
  expect(await reason()).toBe('one');
  expect((await auth0.admin('GET', `/actions/actions/${id}`)).body).toMatchObject({
    code: denying('one'),
    all_changes_deployed: true,
  });
});

test('a bound Action is deleted only by force, and is then unbound', async () => {
  await start();
  const id = await create('one', { deploy: true });
  await bind(id);
  expect((await auth0.admin('DELETE', `/actions/actions/${id}`)).status).toBe(409);
  expect(await reason()).toBe('one');
  expect((await auth0.admin('DELETE', `/actions/actions/${id}?force=true`)).status).toBe(204);
  expect(await reason()).toBeUndefined();
  for (const method of ['GET', 'DELETE']) {
    expect((await auth0.admin(method, `/actions/actions/${id}`)).status).toBe(404);
  }
});

test('the list: filters and pages', async () => {
  await start();
  await create('deployed', { deploy: true });
  await create('draft');
  await create('other', { supported_triggers: [{ id: 'credentials-exchange' }] });
  const names = async (query: string) => {
    const { body } = await auth0.admin('GET', `/actions/actions${query}`);
    return body.actions.map(({ name }: { name: string }) => name);
  };
  expect(await names('')).toEqual(['deployed', 'draft', 'other']);
  expect(await names('?deployed=true')).toEqual(['deployed']);
  expect(await names('?deployed=false&triggerId=post-login')).toEqual(['draft']);
  expect(await names('?actionName=other')).toEqual(['other']);
  expect(await names('?installed=true')).toEqual([]);
  expect(await names('?page=1&per_page=2')).toEqual(['other']);
  expect((await auth0.admin('GET', '/actions/actions?page=1&per_page=2')).body).toMatchObject({
    total: 3,
    page: 1,
    per_page: 2,
  });
  expect((await auth0.admin('GET', '/actions/actions?include_totals=true')).status).toBe(400);
  expect((await auth0.admin('GET', '/actions/modules?page=0&per_page=100')).body).toMatchObject({
    modules: [],
  });
});

test.each([
  ['GET', '/actions/actions', 'read'],
  ['POST', '/actions/actions', 'create'],
  ['GET', '/actions/actions/x', 'read'],
  ['PATCH', '/actions/actions/x', 'update'],
  ['DELETE', '/actions/actions/x', 'delete'],
  ['POST', '/actions/actions/x/deploy', 'create'],
  ['GET', '/actions/actions/x/versions', 'read'],
  ['GET', '/actions/actions/x/versions/y', 'read'],
  ['POST', '/actions/actions/x/versions/y/deploy', 'create'],
  ['GET', '/actions/modules', 'read'],
  ['GET', '/actions/triggers', 'read'],
  ['GET', '/actions/triggers/post-login/bindings', 'read'],
  ['PATCH', '/actions/triggers/post-login/bindings', 'update'],
])('%s %s needs %s:actions', async (method, path, verb) => {
  await start();
  expect(await auth0.api(method, path)).toMatchObject({
    status: 403,
    body: { message: expect.stringContaining(`${verb}:actions`), errorCode: 'insufficient_scope' },
  });
});
