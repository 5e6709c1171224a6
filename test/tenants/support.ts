/** What the tenants' tests share: a clock that only moves when told, seeded chance, a world, and short ways to call. */

import type { Auth0Seed, Clock, Exchange, Json, OktaSeed, Random } from '@okta/workflows-connector-sdk-types';
import { type Auth0Tenant, type Auth0TenantOptions, startAuth0Tenant } from '../../tenants/auth0';
import { type OktaTenant, type OktaTenantOptions, startOktaTenant } from '../../tenants/okta';
import { type ContractObserver, contractObserver } from './contract';

/** Starts at 2026-01-01T00:00:00Z; `wait` moves it. */
export function virtualClock(start = Date.UTC(2026, 0, 1)): Clock & { waited: number[] } {
  let now = start;
  const waited: number[] = [];
  return {
    waited,
    now: () => now,
    wait(ms) {
      waited.push(ms);
      now += ms;
      return Promise.resolve();
    },
  };
}

/** Mulberry32: a small generator with a known sequence for a seed. */
export function seededRandom(seed = 1): Random {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}

export const DOMAIN = 'acme.eu.auth0.com';
export const AUDIENCE = `https://${DOMAIN}/api/v2/`;
export const CLIENT = { client_id: 'm2m', client_secret: 's3cret', scopes: ['read:users', 'update:users'] };

export const AUTH0_SEED: Auth0Seed = {
  domain: DOMAIN,
  clients: [
    CLIENT,
    { client_id: 'reader', client_secret: 'r3ad', scopes: ['read:users'] },
    { client_id: 'meta', client_secret: 'm3ta', scopes: ['update:users_app_metadata'] },
    { client_id: 'bare', client_secret: 'b4re', scopes: [] },
    {
      client_id: 'admin',
      client_secret: '4dmin',
      scopes: [
        'read:users',
        'create:users',
        'update:users',
        'delete:users',
        'read:sessions',
        'delete:sessions',
        'read:refresh_tokens',
        'delete:refresh_tokens',
        'read:grants',
        'delete:grants',
        'read:device_credentials',
        'delete:device_credentials',
        'read:organizations',
        'read:organization_members',
        'delete:organization_members',
        'read:actions',
        'create:actions',
        'update:actions',
        'delete:actions',
        'read:clients',
        'read:client_grants',
      ],
    },
    { client_id: 'app', client_secret: '4pp', scopes: [], rotatesRefreshTokens: true },
  ],
  users: [
    {
      user_id: 'auth0|1',
      email: 'Ada@Acme.test',
      connection: 'Username-Password-Authentication',
      password: 'pa55',
    },
    { user_id: 'google-oauth2|2', email: 'Ada@Acme.test', connection: 'google-oauth2' },
    {
      user_id: 'auth0|3',
      email: 'ada+sso@acme.test',
      connection: 'Username-Password-Authentication',
      user_metadata: { okta: { theme: 'dark' } },
      app_metadata: { plan: 'pro', roles: ['admin', 'dev'] },
      password: 'pa55',
      blocked: true,
    },
    { user_id: 'oidc|acme|a/b?c#d', email: 'bob@acme.test', connection: 'acme' },
  ],
};

export const OKTA_SEED: OktaSeed = {
  domain: 'acme.okta.com',
  users: [
    {
      id: '00u1',
      status: 'ACTIVE',
      profile: { login: 'Ada@acme.test', email: 'ada@acme.test', firstName: 'Ada', lastName: 'L' },
    },
    { id: '00u2', status: 'STAGED', profile: { login: 'bob@acme.test', email: 'bob@acme.test' } },
  ],
};

/** A reply of a tenant: status, headers and parsed body. */
export interface Reply {
  status: number;
  headers: Headers;
  /** Parsed JSON, for assertions to look into. */
  body: ReturnType<typeof JSON.parse>;
}

/** Sends a request; an object body goes as JSON. */
export async function call(
  base: string,
  method: string,
  path: string,
  options: { headers?: Record<string, string>; body?: Json | URLSearchParams } = {},
): Promise<Reply> {
  const { body } = options;
  const form = body instanceof URLSearchParams;
  const raw = typeof body === 'string';
  const response = await fetch(base + path, {
    method,
    headers: {
      ...(body === undefined || form ? {} : { 'content-type': 'application/json' }),
      ...options.headers,
    },
    ...(body === undefined ? {} : { body: form || raw ? body : JSON.stringify(body) }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text === '' ? null : JSON.parse(text) };
}

/** An Auth0 tenant under test, with everything it exchanged and a checker of the contract. */
export interface TestedAuth0 {
  tenant: Auth0Tenant;
  clock: ReturnType<typeof virtualClock>;
  exchanges: Exchange[];
  contract: ContractObserver;
  /** An M2M token of a client; the first one when absent. */
  token(client?: string, scope?: string): Promise<string>;
  /** Calls the Management API with the first client's token, or the given one. */
  api(method: string, path: string, body?: Json, token?: string): Promise<Reply>;
  /** Calls the Management API with every scope that the tenant knows. */
  admin(method: string, path: string, body?: Json): Promise<Reply>;
  /** Logs in by password-realm. */
  login(username: string, password: string, extra?: Record<string, string>): Promise<Reply>;
  /** Exchanges a refresh token. */
  refresh(token: string, extra?: Record<string, string>): Promise<Reply>;
}

/** Starts an Auth0 tenant over the seed above; the options override it. */
export async function testAuth0(
  options: Partial<Omit<Auth0TenantOptions, 'seed'>> & { seed?: Partial<Auth0Seed> } & Partial<
      Pick<Auth0Seed, 'plan' | 'rateLimit' | 'users'>
    > = {},
): Promise<TestedAuth0> {
  const { plan, rateLimit, users = AUTH0_SEED.users, seed: more, ...rest } = options;
  const seed = { ...AUTH0_SEED, users, ...(plan && { plan }), ...(rateLimit && { rateLimit }), ...more };
  const clock = virtualClock();
  const exchanges: Exchange[] = [];
  const contract = contractObserver();
  const tenant = await startAuth0Tenant({
    seed,
    clock,
    random: seededRandom(),
    onExchange(exchange) {
      exchanges.push(exchange);
      contract.observe(exchange);
    },
    ...rest,
  });
  const token = async (id = CLIENT.client_id, scope?: string): Promise<string> => {
    const client = AUTH0_SEED.clients.find((one) => one.client_id === id);
    const body = {
      grant_type: 'client_credentials',
      client_id: id,
      client_secret: client?.client_secret ?? '',
      audience: AUDIENCE,
      ...(scope === undefined ? {} : { scope }),
    };
    const reply = await call(tenant.url, 'POST', '/oauth/token', { body });
    return String(reply.body.access_token);
  };
  let own: Promise<string> | undefined;
  let every: Promise<string> | undefined;
  const api: TestedAuth0['api'] = async (method, path, body, bearer) => {
    if (bearer === undefined) own ??= token();
    const headers = { authorization: `Bearer ${bearer ?? (await own)}` };
    return call(tenant.url, method, `/api/v2${path}`, { headers, ...(body === undefined ? {} : { body }) });
  };
  return {
    tenant,
    clock,
    exchanges,
    contract,
    token,
    api,
    async admin(method, path, body) {
      every ??= token('admin');
      return api(method, path, body, await every);
    },
    login(username, password, extra = {}) {
      const body = {
        grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
        realm: 'Username-Password-Authentication',
        client_id: CLIENT.client_id,
        username,
        password,
        ...extra,
      };
      return call(tenant.url, 'POST', '/oauth/token', { body });
    },
    refresh(refreshToken, extra = {}) {
      const client = { grant_type: 'refresh_token', client_id: CLIENT.client_id };
      return call(tenant.url, 'POST', '/oauth/token', {
        body: { ...client, refresh_token: refreshToken, ...extra },
      });
    },
  };
}

/** The routes of a tenant, as its answer to an unknown one lists them. */
export async function routesOf(reply: Promise<Reply>): Promise<string[]> {
  const { message } = (await reply).body;
  return /It has (.*)\.$/.exec(message)?.[1]?.split(', ') ?? [];
}

/** An Okta tenant under test, with everything it exchanged. */
export interface TestedOkta {
  tenant: OktaTenant;
  clock: ReturnType<typeof virtualClock>;
  exchanges: Exchange[];
  /** Calls the API with the tenant's token. */
  api(method: string, path: string, body?: Json): Promise<Reply>;
}

/** Starts an Okta tenant over the seed above. */
export async function testOkta(options: Partial<OktaTenantOptions> = {}): Promise<TestedOkta> {
  const clock = virtualClock();
  const exchanges: Exchange[] = [];
  const tenant = await startOktaTenant({
    seed: OKTA_SEED,
    clock,
    random: seededRandom(),
    onExchange: (exchange) => exchanges.push(exchange),
    ...options,
  });
  const headers = { authorization: `SSWS ${tenant.apiToken}` };
  return {
    tenant,
    clock,
    exchanges,
    api: (method, path, body) =>
      call(tenant.url, method, `/api/v1${path}`, { headers, ...(body === undefined ? {} : { body }) }),
  };
}

/** An Auth0 of its own for every test of a file, which closes it afterwards and has kept to the API description. */
export function freshAuth0(give: (made: TestedAuth0) => void): void {
  let auth0: TestedAuth0;
  beforeEach(async () => {
    auth0 = await testAuth0();
    give(auth0);
  });
  afterEach(async () => {
    await auth0.tenant.close();
    expect(auth0.contract.violations).toEqual([]);
  });
}
