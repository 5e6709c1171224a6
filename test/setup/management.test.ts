/** The way in: one token, whatever the client is asked; failures as data; and the secret told to nobody. */

import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { openManagement } from '../../setup/management';
import { CANARY } from '../support/story';
import { authority, type SetUpTenant, setUpTenant } from './support';

let world: SetUpTenant | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function given(...setting: Parameters<typeof setUpTenant>): Promise<SetUpTenant> {
  world = await setUpTenant(...setting);
  return world;
}

const list = ({ management }: SetUpTenant) => management().ask(({ users }) => users.list({ per_page: 1 }));

it('asks for one token, says its scopes, and calls the API with it', async () => {
  const { management, exchanges } = await given(['read:users', 'read:actions']);
  const opened = management();
  expect(exchanges).toEqual([]);
  expect(await opened.scopes()).toEqual({ value: ['read:users', 'read:actions'] });
  const answer = await opened.ask(({ users }) => users.list({ per_page: 1 }));
  expect('value' in answer && answer.value.data[0]?.user_id).toBe('auth0|ada');
  await opened.ask(({ actions }) => actions.list());
  expect(exchanges.filter(({ path }) => path === '/oauth/token')).toHaveLength(1);
  expect(opened.rateLimit()).toEqual({ limit: 50, remaining: 48 });
});

it('knows of no limit before the API has answered', async () => {
  const opened = (await given()).management();
  await opened.scopes();
  expect(opened.rateLimit()).toBeUndefined();
});

it('trusts the authority it was given, and no other', async () => {
  const { application } = await given();
  const { ca: _ca, ...distrustful } = application();
  const opened = openManagement(distrustful);
  expect(await opened.scopes()).toMatchObject({
    failure: {
      problem: expect.stringContaining('an authority unknown here'),
      hint: expect.stringContaining('--ca'),
    },
  });
  await opened.close();
});

it('a host that nobody listens on is a failure, not a fault', async () => {
  const { application, tenant } = await given();
  await tenant.close();
  const opened = openManagement(application());
  expect(await opened.reach()).toMatchObject({ failure: { code: 'ECONNREFUSED' } });
  await opened.close();
});

it.each<[string, object, object]>([
  [
    'a missing scope, with Auth0’s word on which',
    { scopes: ['read:actions'] },
    {
      status: 403,
      code: 'insufficient_scope',
      problem: 'The application lacks a scope: Insufficient scope, expected any of: read:users.',
    },
  ],
  ['too many requests', { fault: { status: 429 } }, { status: 429, hint: expect.stringContaining('Wait') }],
  [
    'trouble at Auth0',
    { fault: { status: 503 } },
    { status: 503, hint: expect.stringContaining('status.auth0') },
  ],
  [
    'an answer that is no JSON',
    { fault: { body: '<html>' } },
    { problem: expect.stringContaining('is not Auth0’s API') },
  ],
  [
    'a broken connection',
    { fault: { reset: true } },
    { problem: expect.stringContaining('connection to localhost') },
  ],
])('%s', async (_, { scopes = ['read:users'], fault }: { scopes?: string[]; fault?: object }, failure) => {
  const faults = fault === undefined ? [] : [{ tenant: 'auth0' as const, path: '/api/*', ...fault }];
  expect(await list(await given(scopes, { faults }))).toMatchObject({ failure });
});

it.each(['/oauth/token', '/api/*'])('an echo of secret and token at %s goes no further', async (path) => {
  const body = JSON.stringify({
    error: `${CANARY} ${encodeURIComponent(CANARY)}`,
    message: `${CANARY} ${Buffer.from(CANARY).toString('base64')}`,
    errorCode: 'echo',
  });
  const answer = await list(
    await given(['read:users'], { faults: [{ tenant: 'auth0', path, status: 400, body }] }),
  );
  expect(answer).toHaveProperty('failure');
  expect(JSON.stringify(answer)).not.toContain(CANARY);
  expect(JSON.stringify(answer)).not.toContain(Buffer.from(CANARY).toString('base64'));
});

it('follows no redirect: secret and token stay with the host that was named', async () => {
  const elsewhere = await given();
  const { ca, ...tls } = await authority();
  let tokens = 0;
  const server = createServer(tls, (request, reply) => {
    const isToken = request.url === '/oauth/token' && tokens++ === 0;
    // The first token is given, so that the API is asked as well.
    if (isToken) reply.end(JSON.stringify({ access_token: 'a.b.c', scope: 'read:users' }));
    else reply.writeHead(307, { location: `${elsewhere.tenant.url}${request.url}` }).end();
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo; // of a TCP server
  const ways = [0, 1].map(() => elsewhere.management({ domain: `localhost:${port}`, ca }));
  for (const way of ways) {
    expect(await way.ask(({ users }) => users.list())).toHaveProperty('failure');
    expect(await way.reach()).toHaveProperty('failure');
  }
  expect(elsewhere.exchanges).toEqual([]);
  server.closeAllConnections();
  await new Promise((resolve) => server.close(resolve));
});

it('what answers must be an Auth0 tenant', async () => {
  const faults = [{ tenant: 'auth0' as const, path: '/.well-known/*', body: '{"it":"works"}' }];
  expect(await (await given([], { faults })).management().reach()).toMatchObject({
    failure: { problem: expect.stringContaining('is no Auth0 tenant') },
  });
});

it('a fault of our own is thrown, not explained away', async () => {
  const opened = (await given()).management();
  await expect(
    opened.ask(() => {
      throw new TypeError('ours');
    }),
  ).rejects.toThrow('ours');
});
