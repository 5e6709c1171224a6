/** Okta's own client for Node, over HTTP, against the embedded Okta tenant. */

import { Client } from '@okta/okta-sdk-nodejs';
import { type TestedOkta, testOkta } from '../support';

let okta: TestedOkta;
let client: Client;

beforeEach(async () => {
  const person = (id: string, login: string) => ({
    id,
    status: 'ACTIVE' as const,
    profile: { login, email: login, firstName: 'F', lastName: id },
  });
  okta = await testOkta({
    seed: {
      domain: 'acme.okta.com',
      users: [
        person('00u1', 'ada@acme.test'),
        person('00u2', "o'brien+x@acme.test"),
        person('00u3', 'zoë@acme.test'),
        { ...person('00u4', 'left@acme.test'), status: 'DEPROVISIONED' },
      ],
    },
  });
  client = clientWith(okta.tenant.apiToken);
});
afterEach(() => okta.tenant.close());

function clientWith(token: string): Client {
  const settings = {
    orgUrl: okta.tenant.url,
    token,
    // The client refuses HTTP unless it is told that this is a test; its types do not know that.
    testing: { disableHttpsCheck: true },
    // Otherwise it answers reads from memory.
    cacheMiddleware: null,
  };
  return new Client(settings);
}

/** Every item of a list; the client follows the pages itself. */
async function all<T>(
  list: Promise<{ each(take: (item: T | null) => void): Promise<unknown> }>,
): Promise<T[]> {
  const items: T[] = [];
  await (await list).each((item) => {
    if (item !== null) items.push(item);
  });
  return items;
}

test('lists people, over pages, by search and by filter', async () => {
  const users = client.userApi;
  expect((await all(users.listUsers({ limit: 2 }))).map(({ id }) => id)).toEqual(['00u1', '00u2', '00u3']);
  const pages = okta.exchanges.filter(({ path }) => path === '/api/v1/users');
  expect(pages.map(({ query }) => query.after)).toEqual([undefined, '00u2']);
  const search = `profile.login eq "o'brien+x@acme.test"`;
  expect((await all(users.listUsers({ search }))).map(({ id }) => id)).toEqual(['00u2']);
  const filter = 'status eq "DEPROVISIONED"';
  expect((await all(users.listUsers({ filter }))).map(({ id }) => id)).toEqual(['00u4']);
});

test('reads and updates one', async () => {
  const users = client.userApi;
  expect(await users.getUser({ userId: 'zoë@acme.test' })).toMatchObject({ id: '00u3', status: 'ACTIVE' });
  await users.updateUser({ userId: '00u1', user: { profile: { firstName: 'Augusta' } } });
  const { profile } = await users.getUser({ userId: '00u1' });
  expect(profile).toMatchObject({ firstName: 'Augusta', lastName: '00u1', login: 'ada@acme.test' });
});

test('takes a person through the lifecycle, and the log has it', async () => {
  const { userApi: users, systemLogApi: log } = client;
  const statusOf = async () => (await users.getUser({ userId: '00u1' })).status;
  await users.suspendUser({ userId: '00u1' });
  expect(await statusOf()).toBe('SUSPENDED');
  await users.unsuspendUser({ userId: '00u1' });
  expect(await statusOf()).toBe('ACTIVE');
  await users.deactivateUser({ userId: '00u1' });
  expect(await statusOf()).toBe('DEPROVISIONED');
  await users.activateUser({ userId: '00u1', sendEmail: false });
  expect(await statusOf()).toBe('PROVISIONED');
  await users.deleteUser({ userId: '00u1' });
  await users.deleteUser({ userId: '00u1' });
  await expect(users.getUser({ userId: '00u1' })).rejects.toMatchObject({
    status: 404,
    errorCode: 'E0000007',
  });
  const events = await all(log.listLogEvents({ filter: 'target.id eq "00u1"', limit: 2 }));
  expect(events.map(({ eventType }) => eventType)).toEqual([
    'user.lifecycle.suspend',
    'user.lifecycle.unsuspend',
    'user.lifecycle.deactivate',
    'user.lifecycle.activate',
    'user.lifecycle.deactivate',
    'user.lifecycle.delete.initiated',
    'user.lifecycle.delete.completed',
  ]);
});

test('makes an event hook, verifies it, switches it off and deletes it', async () => {
  const hooks = client.eventHookApi;
  const made = await hooks.createEventHook({
    eventHook: {
      name: 'Leavers',
      events: { type: 'EVENT_TYPE', items: ['user.lifecycle.deactivate'] },
      channel: {
        type: 'HTTP',
        version: '1.0.0',
        config: { uri: 'https://flows.test/hook', authScheme: { type: 'HEADER', key: 'x', value: 's3cret' } },
      },
    },
  });
  const eventHookId = String(made.id);
  expect(made).toMatchObject({ name: 'Leavers', verificationStatus: 'UNVERIFIED' });
  expect(await hooks.verifyEventHook({ eventHookId })).toMatchObject({ verificationStatus: 'VERIFIED' });
  expect(JSON.stringify(await hooks.getEventHook({ eventHookId }))).not.toContain('s3cret');
  expect((await all(hooks.listEventHooks({}))).map(({ id }) => id)).toEqual([eventHookId]);
  await expect(hooks.deleteEventHook({ eventHookId })).rejects.toMatchObject({ status: 403 });
  expect(await hooks.deactivateEventHook({ eventHookId })).toMatchObject({ status: 'INACTIVE' });
  await hooks.deleteEventHook({ eventHookId });
  await expect(hooks.getEventHook({ eventHookId })).rejects.toMatchObject({ status: 404 });
});

test('a refusal comes through with its status and code', async () => {
  await expect(clientWith('wrong').userApi.getUser({ userId: '00u1' })).rejects.toMatchObject({
    status: 401,
    errorCode: 'E0000011',
  });
  await expect(client.userApi.unsuspendUser({ userId: '00u1' })).rejects.toMatchObject({ status: 400 });
});
