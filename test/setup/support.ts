/** An embedded Auth0 over HTTPS to set up and to examine, with everything that it exchanged. */

import { Agent } from 'node:https';
import type { Auth0Seed, Exchange, Fault } from '@okta/workflows-connector-sdk-types';
import axios from 'axios';
import { postLoginAction } from '../../action/about';
import { buildAction } from '../../action/build';
import { type Application, type Management, openManagement } from '../../setup/management';
import { type Auth0Tenant, startAuth0Tenant } from '../../tenants/auth0';
import { throwAwayAuthority } from '../../tenants/authority';
import { CANARY } from '../support/story';
import { seededRandom, virtualClock } from '../tenants/support';

export const ACTION = { name: postLoginAction.name, code: buildAction() };

/** Leaves its mark in the user’s metadata, so that a login shows that it ran. */
export const FOREIGN = {
  name: 'Somebody’s own',
  code: `exports.onExecutePostLogin = async (event, api) => { api.user.setUserMetadata('own', 'ran'); };`,
};

export const DEPLOYING = ['read:actions', 'create:actions', 'update:actions'];

export interface SetUpTenant {
  tenant: Auth0Tenant;
  /** PEM of the authority to trust. */
  ca: string;
  clock: ReturnType<typeof virtualClock>;
  /** What was asked since the last look. */
  exchanges: Exchange[];
  /** The requests for anything but a token and to read: `POST /api/v2/actions/actions`. */
  writes(): string[];
  /** The application that has the scopes of the seed's first client. */
  application(change?: Partial<Application>): Application;
  /** The way in for it; closed with the tenant. */
  management(change?: Partial<Application>): Management;
  /** Logs a deactivated person in: the status, and Auth0's word on why not. */
  logIn(): Promise<{ status: number; description?: string; token?: string }>;
  close(): Promise<void>;
}

/** @param scopes Of the one M2M application, whose secret is the canary. */
export async function setUpTenant(
  scopes: readonly string[] = DEPLOYING,
  change: Partial<Auth0Seed> & {
    buildMs?: number;
    faults?: Fault[];
    /** Told of an exchange before its answer leaves: the moment for somebody else to do something. */
    meanwhile?: (exchange: Exchange, tenant: Auth0Tenant) => void;
  } = {},
): Promise<SetUpTenant> {
  const { buildMs, faults, meanwhile, ...seed } = change;
  const { ca, ...tls } = await authority();
  const clock = virtualClock();
  const exchanges: Exchange[] = [];
  const open: Management[] = [];
  const tenant: Auth0Tenant = await startAuth0Tenant({
    seed: {
      domain: 'acme.eu.auth0.test',
      clients: [{ client_id: 'workflows', client_secret: CANARY, scopes: [...scopes] }],
      users: [
        {
          user_id: 'auth0|ada',
          email: 'ada@acme.test',
          connection: 'Username-Password-Authentication',
          password: 'Correct-Horse-1',
          app_metadata: { okta_deactivated: true },
        },
      ],
      actions: [],
      ...seed,
    },
    clock,
    random: seededRandom(),
    onExchange(exchange) {
      exchanges.push(exchange);
      meanwhile?.(exchange, tenant);
    },
    tls,
    ...(faults && { faults }),
    ...(buildMs !== undefined && { actionBuildMs: buildMs }),
  });
  const application = (other: Partial<Application> = {}): Application => ({
    domain: tenant.domain,
    clientId: 'workflows',
    clientSecret: CANARY,
    ca,
    ...other,
  });
  return {
    tenant,
    ca,
    clock,
    exchanges,
    application,
    writes: () =>
      exchanges
        .filter(({ method, path }) => method !== 'GET' && !path.startsWith('/oauth/'))
        .map(({ method, path }) => `${method} ${path}`),
    management(other) {
      const opened = openManagement(application(other), { retries: 0 });
      open.push(opened);
      return opened;
    },
    async logIn() {
      const reply = await axios.post(
        `${tenant.url}/oauth/token`,
        {
          grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
          client_id: 'workflows',
          client_secret: CANARY,
          username: 'ada@acme.test',
          password: 'Correct-Horse-1',
          realm: 'Username-Password-Authentication',
        },
        { validateStatus: () => true, httpsAgent: new Agent({ ca }) },
      );
      const { error_description: description, access_token: token } = reply.data;
      return { status: reply.status, ...(description && { description }), ...(token && { token }) };
    },
    async close() {
      await Promise.all(open.map((each) => each.close()));
      await tenant.close();
    },
  };
}

/** One for the whole file: making keys takes time. */
let made: ReturnType<typeof throwAwayAuthority> | undefined;
export function authority() {
  made ??= throwAwayAuthority();
  return made;
}
