/** Auth0's own client for Node, over HTTPS, against the embedded Auth0 tenant. */

import { ManagementClient } from 'auth0';
import { Agent, fetch as fetchWith, type RequestInit } from 'undici';
import { type Authority, throwAwayAuthority } from '../../../tenants/authority';
import { AUTH0_SEED, type TestedAuth0, testAuth0 } from '../support';

const ADA = 'auth0|1';
const ROTATING = 'rotating_refresh_token';
const DENYING = "exports.onExecutePostLogin = async (event, api) => api.access.deny('Not today');";
const admin = AUTH0_SEED.clients.find(({ client_id }) => client_id === 'admin');

let authority: Authority;
let auth0: TestedAuth0;
let agent: Agent;
let client: ManagementClient;

beforeAll(async () => {
  authority = await throwAwayAuthority();
});
beforeEach(async () => {
  auth0 = await testAuth0({
    tls: authority,
    seed: {
      sessions: [{ user_id: ADA }],
      refreshTokens: [{ user_id: ADA, client_id: 'app' }],
      organizations: [{ id: 'org_1', name: 'acme', members: [ADA, 'auth0|3'] }],
    },
  });
  agent = new Agent({ connect: { ca: authority.ca } });
  client = clientWith(admin?.client_secret ?? '');
});
afterEach(async () => {
  await agent.close();
  await auth0.tenant.close();
  expect(auth0.contract.violations).toEqual([]);
});

/** It gets its token itself, by client credentials. */
function clientWith(clientSecret: string, clientId = 'admin'): ManagementClient {
  return new ManagementClient({
    domain: auth0.tenant.domain,
    clientId,
    clientSecret,
    maxRetries: 0,
    // undici's own types and the global ones name the same things.
    fetch: ((url: string, init: RequestInit) =>
      fetchWith(url, { ...init, dispatcher: agent })) as unknown as typeof fetch,
  });
}

/** Everything on the pages of a list. */
async function all<T>(list: Promise<AsyncIterable<T>>): Promise<T[]> {
  const items: T[] = [];
  for await (const item of await list) items.push(item);
  return items;
}

/** The status of a password login, by a form, as a browser's library would send it. */
async function logIn(): Promise<number> {
  const reply = await fetchWith(`${auth0.tenant.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
      realm: 'Username-Password-Authentication',
      client_id: 'app',
      username: 'ada@acme.test',
      password: 'pa55',
    }),
    dispatcher: agent,
  });
  return reply.status;
}

test('the domain leads to the tenant, which asks for one token', async () => {
  expect(auth0.tenant.domain).toBe(new URL(auth0.tenant.url).host);
  await client.users.get(ADA);
  await client.users.get('auth0|3');
  const tokens = auth0.exchanges.filter(({ path }) => path === '/oauth/token');
  expect(tokens).toHaveLength(1);
  expect(tokens[0]?.requestHeaders['content-type']).toBe('application/x-www-form-urlencoded');
  expect(tokens[0]?.requestBody).toMatchObject({ audience: `${auth0.tenant.url}/api/v2/` });
});

test('people: by e-mail, by id, made, changed, found, deleted', async () => {
  const byEmail = await client.users.listUsersByEmail({ email: 'ada@acme.test' });
  expect(byEmail.map(({ user_id }) => user_id)).toEqual([ADA]);
  await client.users.update('auth0|3', {
    blocked: false,
    app_metadata: { okta_deactivated: true },
    user_metadata: { okta: null },
  });
  expect(await client.users.get('auth0|3')).toMatchObject({
    blocked: false,
    app_metadata: { okta_deactivated: true, plan: 'pro' },
    user_metadata: {},
  });
  const made = await client.users.create({
    connection: 'Username-Password-Authentication',
    email: 'new+person@acme.test',
    password: 'Long-Enough-1',
  });
  const found = await all(client.users.list({ q: 'email:"new+person@acme.test"', search_engine: 'v3' }));
  expect(found.map(({ user_id }) => user_id)).toEqual([made.user_id]);
  await client.users.delete(String(made.user_id));
  await expect(client.users.get(String(made.user_id))).rejects.toMatchObject({ statusCode: 404 });
});

test('access: seen, and revoked', async () => {
  expect(await all(client.users.sessions.list(ADA))).toHaveLength(1);
  expect(await all(client.users.refreshToken.list(ADA))).toHaveLength(1);
  expect(await all(client.userGrants.list({ user_id: ADA }))).toHaveLength(1);
  // Rotating ones are a type of their own, and a list by pages is of one type.
  expect(await all(client.deviceCredentials.list({ user_id: ADA }))).toEqual([]);
  expect(await all(client.deviceCredentials.list({ user_id: ADA, type: ROTATING }))).toHaveLength(1);
  await client.users.revokeAccess(ADA, {});
  expect(auth0.tenant.accessOf(ADA)).toMatchObject({ sessions: 0, refreshTokens: 0 });
});

test('access: each kind by itself, as plans without sessions must', async () => {
  const [device] = await all(client.deviceCredentials.list({ user_id: ADA, type: ROTATING }));
  const [grant] = await all(client.userGrants.list({ user_id: ADA }));
  await client.deviceCredentials.delete(String(device?.id));
  expect(auth0.tenant.accessOf(ADA).refreshTokens).toBe(0);
  await client.userGrants.delete(String(grant?.id));
  expect(auth0.tenant.accessOf(ADA).grants).toBe(0);
  await client.users.sessions.delete(ADA);
  expect(auth0.tenant.accessOf(ADA).sessions).toBe(0);
  await client.userGrants.deleteByUserId({ user_id: ADA });
});

test('accounts are linked and unlinked; Organizations are left', async () => {
  await client.users.identities.link(ADA, { provider: 'google-oauth2', user_id: '2' });
  expect((await client.users.get(ADA)).identities).toHaveLength(2);
  await client.users.identities.delete(ADA, 'google-oauth2', '2');
  expect((await client.users.get(ADA)).identities).toHaveLength(1);
  expect((await all(client.users.organizations.list(ADA))).map(({ id }) => id)).toEqual(['org_1']);
  await client.organizations.members.delete('org_1', { members: [ADA] });
  const members = await all(client.organizations.members.list('org_1'));
  expect(members.map(({ user_id }) => user_id)).toEqual(['auth0|3']);
});

test('an Action that is made, deployed and bound denies the login, and unbound lets it through', async () => {
  const { actions } = client;
  const made = await actions.create({
    name: 'Deny',
    supported_triggers: [{ id: 'post-login', version: 'v3' }],
    code: DENYING,
    runtime: 'node22',
  });
  const id = String(made.id);
  const bindings = [{ ref: { type: 'action_id' as const, value: id }, display_name: 'Deny' }];
  await expect(actions.triggers.bindings.updateMany('post-login', { bindings })).rejects.toMatchObject({
    statusCode: 400,
  });
  await actions.deploy(id);
  expect(await logIn()).toBe(200);
  await actions.triggers.bindings.updateMany('post-login', { bindings });
  expect(await logIn()).toBe(403);
  expect((await actions.get(id)).deployed_version).toMatchObject({ number: 1, deployed: true });
  expect((await all(actions.list({ actionName: 'Deny' }))).map((one) => one.id)).toEqual([id]);
  expect((await all(actions.versions.list(id))).map(({ number }) => number)).toEqual([1]);
  const bound = await all(actions.triggers.bindings.list('post-login'));
  expect(bound.map(({ action }) => action?.id)).toEqual([id]);
  const { triggers } = await actions.triggers.list();
  expect(triggers?.map((one) => one.id)).toContain('post-login');
  expect(await all(actions.modules.list())).toEqual([]);
  await expect(actions.delete(id)).rejects.toMatchObject({ statusCode: 409 });
  await actions.triggers.bindings.updateMany('post-login', { bindings: [] });
  expect(await logIn()).toBe(200);
  await actions.delete(id);
});

test('lists longer than a page come whole', async () => {
  for (let index = 0; index < 23; index += 1) {
    await client.actions.create({ name: `a${index}`, supported_triggers: [{ id: 'post-login' }] });
  }
  expect(await all(client.actions.list({ per_page: 10 }))).toHaveLength(23);
  expect(await all(client.clients.list({ per_page: 2 }))).toHaveLength(AUTH0_SEED.clients.length);
  const grants = await all(client.clientGrants.list({ take: 1 }));
  expect(grants.map(({ client_id }) => client_id)).toEqual(['m2m', 'reader', 'meta', 'admin']);
});

test('a refusal comes through with its status and code', async () => {
  await expect(clientWith('wrong').users.get(ADA)).rejects.toMatchObject({
    statusCode: 401,
    body: { error: 'access_denied' },
  });
  await expect(clientWith('r3ad', 'reader').users.delete(ADA)).rejects.toMatchObject({
    statusCode: 403,
    body: { errorCode: 'insufficient_scope' },
  });
  await expect(client.users.get('auth0|nobody')).rejects.toMatchObject({
    statusCode: 404,
    body: { errorCode: 'inexistent_user' },
  });
});

test('who does not trust the authority gets nowhere', async () => {
  const trusting = agent;
  agent = new Agent();
  await expect(client.users.get(ADA)).rejects.toThrow();
  await agent.close();
  agent = trusting;
  expect(auth0.exchanges).toEqual([]);
});
