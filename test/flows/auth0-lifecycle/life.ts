/** Ada's life in a test: a world with everything the lifecycle pack looks at, and what can be done in it. */

import { createContext, runInContext } from 'node:vm';
import type {
  Auth0Seed,
  Fault,
  Json,
  JsonObject,
  OktaStatus,
  WirePack,
  World,
} from '@okta/workflows-connector-sdk-types';
import axios from 'axios';
import { auth0 as connector } from '../../../connector';
import { auth0Lifecycle } from '../../../flows/auth0-lifecycle';
import type { RequestLine, RunningWorld } from '../../../scripts/world';
import { compilePack } from '../../../sdk/compile/pack';
import type { FlowResult } from '../../../sdk/run/execution';
import type { TraceEvent } from '../../../sdk/run/trace';
import { ADA, CANARY, DATABASE, PASSWORD, type WorldChange, withPack, worldOf } from '../../support/story';

/** The pack, compiled. */
export const lifecycle = compilePack(auth0Lifecycle);

/** Her account, unless a test says otherwise. */
export const HERS = 'auth0|ada';
export const HOUR = 60 * 60_000;

const scopes = [...new Set(connector.model.actions.flatMap((action) => action.scopes))];

export interface LifeChange extends WorldChange {
  /** What her accounts hold; each has one session and one refresh token when absent. */
  access?: Pick<Auth0Seed, 'sessions' | 'refreshTokens' | 'grants'>;
  plan?: Auth0Seed['plan'];
  /** The rows of the table `settings`; live when absent. */
  settings?: JsonObject[];
  /** Deliveries wait until they are handed out. */
  held?: boolean;
  /** Okta's other users, by id. */
  others?: Record<string, { email: string; status?: OktaStatus }>;
}

/** The world while it runs. */
export interface Life {
  running: RunningWorld;
  trace: TraceEvent[];
  /** The event hook's deliveries, where they are held. */
  waiting: Json[];
  /** One step of her lifecycle in Okta, and what her flows make of it. */
  okta(step: 'activate' | 'deactivate' | 'suspend' | 'unsuspend' | 'delete', userId?: string): Promise<void>;
  profile(change: JsonObject, userId?: string): Promise<void>;
  /** Runs a flow by hand. */
  run(flow: string): Promise<void>;
  /** Hands a delivery to the event flows, and to the event hook's endpoint where the pack has one. */
  deliver(delivery: Json | undefined): Promise<FlowResult[]>;
  wait(hours: number): Promise<FlowResult[]>;
  faults(...faults: Fault[]): void;
  rows(table: string): JsonObject[];
  sent(method: string, path: RegExp): RequestLine[];
  account(userId?: string): JsonObject;
  /** Takes an account's block away, as a password reset does. */
  unblock(userId?: string): Promise<void>;
  /** How a login to an account of hers ends: the block refuses before the Action does. */
  logIn(userId?: string): Promise<'in' | 'blocked' | 'denied'>;
  /** How often a flow was called, by name. */
  calls(flow: string): number;
}

/** Runs the pack in a world of Ada's for as long as the work takes. */
export async function live(
  pack: WirePack,
  change: LifeChange,
  work: (life: Life) => Promise<void>,
): Promise<void> {
  const world = lifeOf(change);
  const waiting: Json[] = [];
  const options = change.held === true ? { onDelivery: (payload: Json) => void waiting.push(payload) } : {};
  await withPack(pack, world, options, async (running, { trace }) => {
    const { org, okta } = running;
    const at = (userId = ADA) => `${okta.url}/api/v1/users/${userId}`;
    const config = { headers: { Authorization: `SSWS ${okta.apiToken}` } };
    const endpoints = await org.serve();
    const [hook] = endpoints.flows;
    const settle = async (reply: Promise<unknown>) => {
      await reply;
      await okta.settled();
    };
    const account = (userId = HERS): JsonObject => {
      const found = running.auth0.users().find((user) => user.user_id === userId);
      if (found === undefined) throw new Error(`Auth0 has no account ${userId}.`);
      return found;
    };
    try {
      await work({
        running,
        trace,
        waiting,
        account,
        async unblock(userId = HERS) {
          await axios.patch(
            `${running.auth0.url}/api/v2/users/${encodeURIComponent(userId)}`,
            { blocked: false },
            { headers: { Authorization: `Bearer ${await adminToken(running)}` } },
          );
        },
        okta: (step, userId) =>
          settle(
            step === 'delete'
              ? axios.delete(at(userId), config)
              : axios.post(`${at(userId)}/lifecycle/${step}`, {}, config),
          ),
        profile: (profile, userId) => settle(axios.post(at(userId), { profile }, config)),
        async run(flow) {
          const { outcome, error } = await org.run(flow, {});
          if (outcome !== 'success') throw new Error(`${flow}: ${outcome} ${error?.message ?? ''}`);
        },
        async deliver(delivery = null) {
          if (hook !== undefined && /unsuspend|delete/.test(JSON.stringify(delivery)))
            await axios.post(hook.url, delivery, { headers: { 'x-api-client-token': hook.clientToken } });
          return org.deliver(delivery);
        },
        wait: (hours) => org.advance(hours * HOUR),
        faults: (...faults) => running.auth0.setFaults(faults),
        rows: (table) => org.tables()[table] ?? [],
        sent: (method, path) =>
          running.requests.filter((request) => request.method === method && path.test(request.path)),
        async logIn(userId) {
          const { email, identities } = account(userId);
          const [first] = (identities ?? []) as { connection?: string }[];
          const connection = first?.connection ?? DATABASE;
          const login = { email: String(email), password: PASSWORD, connection };
          const { status, error, error_description: why = '' } = await running.logIn(login);
          if (status === 200) return 'in';
          if (/blocked/.test(why)) return 'blocked';
          // An Action that throws refuses in the same way as one that says no.
          if (status === 403 || error === 'access_denied') return 'denied';
          throw new Error(`The login failed for a reason of its own: ${status} ${error} ${why}`);
        },
        calls: (flow) => trace.filter((event) => event.type === 'flow started' && event.flow === flow).length,
      });
    } finally {
      await endpoints.close();
    }
  });
}

/** A token of the Management API, as an administrator's tools get one. */
export async function adminToken({ auth0 }: RunningWorld): Promise<string> {
  const reply = await axios.post<{ access_token: string }>(`${auth0.url}/oauth/token`, {
    grant_type: 'client_credentials',
    client_id: 'workflows',
    client_secret: CANARY,
    audience: `https://${auth0.domain}/api/v2/`,
  });
  return reply.data.access_token;
}

/** Links an account to another, as an administrator would, and gives the first one's. */
export async function link({ running }: Life, primary: string, secondary: string): Promise<void> {
  const { url } = running.auth0;
  const [provider = '', ...id] = secondary.split('|');
  await axios.post(
    `${url}/api/v2/users/${encodeURIComponent(primary)}/identities`,
    { provider, user_id: id.join('|') },
    { headers: { Authorization: `Bearer ${await adminToken(running)}` } },
  );
}

function lifeOf(change: LifeChange): World {
  const world = worldOf({ scopes, ...change });
  const everybody = world.auth0.users.map(({ user_id }) => ({ user_id }));
  const others = Object.entries(change.others ?? {}).map(([id, { email, status = 'ACTIVE' as const }]) => ({
    id,
    status,
    profile: { firstName: 'O', lastName: id, login: email, email },
  }));
  return {
    ...world,
    okta: { ...world.okta, users: [...world.okta.users, ...others] },
    auth0: {
      ...world.auth0,
      plan: change.plan ?? 'enterprise',
      rateLimit: { burst: 1000, perSecond: 1000 },
      ...(change.access ?? { sessions: everybody, refreshTokens: everybody }),
    },
    tables: { ...world.tables, settings: change.settings ?? [{ name: 'mode', value: 'live' }] },
  };
}

/**
 * The Action published with the original, as §A.9 of the notes tells how it behaves: it reads a flag that it takes to be
 * there, and knows one spelling of it. Its own text is not part of this project.
 */
export const ORIGINAL_ACTION = `exports.onExecutePostLogin = async (event, api) => {
  const { deactivated } = event.user.user_metadata.okta;
  if (deactivated === "true") {
    api.access.deny("deactivated");
  };
};`;

/** What an Action makes of a login. */
export async function denies(action: string, user: JsonObject): Promise<boolean | 'throws'> {
  const exports: { onExecutePostLogin?: (event: unknown, api: unknown) => Promise<void> } = {};
  runInContext(action, createContext({ exports, console: { log: () => undefined } }));
  let denied = false;
  const api = { access: { deny: () => (denied = true) } };
  try {
    await exports.onExecutePostLogin?.({ user }, api);
  } catch {
    return 'throws';
  }
  return denied;
}
