/** The *world* of a local run: the tenants, tables, connections, hosts and faults a flow meets, as one JSON file. */

import type { Json, JsonObject } from './json';

/** Auth0's plans, as far as they decide rate limits and which endpoints exist. */
export type Auth0Plan = 'free' | 'essentials' | 'enterprise';

/** A token bucket: `burst` requests at once, refilled by `perSecond`. */
export interface RateLimit {
  burst: number;
  perSecond: number;
}

/** An M2M application of the embedded Auth0 tenant, with the Management API scopes granted to it. */
export interface Auth0Client {
  client_id: string;
  client_secret: string;
  scopes: string[];
  /** Each exchange of its refresh tokens gives a new one and ends the old one; false when absent. */
  rotatesRefreshTokens?: boolean;
}

/** An account linked to a user, in Auth0's own field names; `password` only makes the login work. */
export interface Auth0IdentitySeed extends JsonObject {
  provider: string;
  user_id: string;
  connection: string;
}

/**
 * A user of the embedded Auth0 tenant, in Auth0's own field names; `password` only makes the login work. `identities`
 * may hold the linked accounts alone or, as Auth0 shows them, the user's own among them.
 */
export interface Auth0UserSeed extends JsonObject {
  user_id: string;
  email: string;
  connection: string;
}

/** An open session; `client_id` is that of the tenant's first client when absent. */
export interface Auth0SessionSeed {
  user_id: string;
  id?: string;
  client_id?: string;
}

/** A refresh token that an application holds; it comes with its device credential and its grant. */
export interface Auth0RefreshTokenSeed {
  user_id: string;
  id?: string;
  /** What the application sends; made up when absent. */
  token?: string;
  client_id?: string;
  audience?: string;
  scope?: string;
  device_name?: string;
}

/** What a person allowed an application. */
export interface Auth0GrantSeed {
  user_id: string;
  id?: string;
  client_id?: string;
  audience?: string;
  scope?: string[];
}

/** A device's public key; the credentials of refresh tokens come with the tokens. */
export interface Auth0DeviceSeed {
  user_id: string;
  id?: string;
  client_id?: string;
  device_name?: string;
}

/** An Organization and the user ids of its members. */
export interface Auth0OrganizationSeed {
  id: string;
  name: string;
  display_name?: string;
  members?: string[];
}

/** An Action of the tenant. */
export interface Auth0ActionSeed {
  name: string;
  /** CommonJS text. */
  code: string;
  /** True when absent. */
  deployed?: boolean;
  /** Whether it is bound to its trigger, behind those before it in the list; as `deployed` when absent. */
  bound?: boolean;
  /** `post-login` when absent. */
  trigger?: string;
}

export interface Auth0Seed {
  domain: string;
  plan?: Auth0Plan;
  /** Overrides the limit that follows from the plan. */
  rateLimit?: RateLimit;
  clients: Auth0Client[];
  users: Auth0UserSeed[];
  sessions?: Auth0SessionSeed[];
  refreshTokens?: Auth0RefreshTokenSeed[];
  grants?: Auth0GrantSeed[];
  deviceCredentials?: Auth0DeviceSeed[];
  organizations?: Auth0OrganizationSeed[];
  /** The Actions, none where the list is empty; when absent the project's own is there, deployed and bound. */
  actions?: Auth0ActionSeed[];
}

/** Okta's user statuses (Users API). */
export type OktaStatus =
  | 'STAGED'
  | 'PROVISIONED'
  | 'ACTIVE'
  | 'RECOVERY'
  | 'PASSWORD_EXPIRED'
  | 'LOCKED_OUT'
  | 'SUSPENDED'
  | 'DEPROVISIONED';

/** A user of the embedded Okta tenant; `profile` needs at least `login` and `email`. */
export interface OktaUserSeed {
  id: string;
  status: OktaStatus;
  profile: JsonObject;
}

export interface OktaSeed {
  domain: string;
  users: OktaUserSeed[];
}

/**
 * A failure to inject: the first `times` requests that match answer with `status` or `body`, break, or take `delayMs`.
 * A client's time-out is `reset` after `delayMs`.
 */
export interface Fault {
  tenant: 'auth0' | 'okta';
  /** HTTP method; every method when absent. */
  method?: string;
  /** A glob over the path as sent, without its query: `*` matches any run of characters. */
  path: string;
  /** How many requests that match pass before it strikes; 0 when absent. */
  after?: number;
  /** How often it strikes; 1 when absent. */
  times?: number;
  /** Answers with this HTTP status and the tenant's error body. */
  status?: number;
  /** Breaks the connection without an answer. */
  reset?: boolean;
  /** Answers with this text in place of the JSON; with status 200 unless `status` says otherwise. */
  body?: string;
  /** The tenant does what was asked before the failure; otherwise the request never reaches it. */
  handled?: boolean;
  /** Lets this many milliseconds of virtual time pass before the answer. */
  delayMs?: number;
}

/**
 * A failure of a table to inject, as where a flow asks one more often than the platform lets it: the card that asked
 * ends with an error.
 */
export interface TableFault {
  /** The table's name. */
  table: string;
  /** What fails: looking at rows, adding one, changing one, or taking some away; everything when absent. */
  at?: 'read' | 'insert' | 'update' | 'remove';
  /** How many requests that match pass before it strikes; 0 when absent. */
  after?: number;
  /** How often it strikes; 1 when absent. */
  times?: number;
  /** The table does what was asked before the failure. */
  handled?: boolean;
}

/** The whole world, as `--world FILE` gives it. */
export interface World {
  okta: OktaSeed;
  auth0: Auth0Seed;
  /** Rows by table name. */
  tables?: Record<string, JsonObject[]>;
  /** Connection values by module (connector key); one that is missing is made from the tenant's first client. */
  connections?: Record<string, Record<string, string>>;
  /** Where a host goes; the world's two domains go to the embedded tenants, any other host is an error. */
  hosts?: Record<string, string>;
  faults?: Fault[];
  tableFaults?: TableFault[];
  /** The Okta user ids a run deactivates; the first user when absent. */
  deactivate?: string[];
  /**
   * What answers in the place of services: by `<module>:<method>` for a connector's card, by `GET https://host/path` for
   * a request (`*` stands for anything). An output, a list of outputs to give in turn, or a failure `{status, message}`.
   * A card's output is by group and key, or by key; of one that streams, `Record` lists the records.
   */
  stubs?: Record<string, Json>;
  /** Which way choices go that no page documents (docs/undocumented.md), by id. */
  assume?: Record<string, string>;
}
