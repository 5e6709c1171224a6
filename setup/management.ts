/** The way into a tenant's Management API: an M2M application's token, the official client, and failures as data. */

import { rootCertificates } from 'node:tls';
import type { Json } from '@okta/workflows-connector-sdk-types';
import type { ManagementClient } from 'auth0';
import { Agent, fetch as fetchWith } from 'undici';
import { redactor } from '../sdk/run/redact';
import { apiFailure, type Failure, NOT_THE_API, tokenFailure, transportFailure } from './failures';

/** An M2M application of a tenant, and how to reach the tenant. */
export interface Application {
  /** A bare host, with a port where it is not 443: `acme.eu.auth0.com`. */
  domain: string;
  clientId: string;
  clientSecret: string;
  /** Certificates (PEM) of authorities to trust beside the well-known ones. */
  ca?: string;
}

export type Answer<T> = { value: T } | { failure: Failure };

/** Requests of one kind, as the `x-ratelimit` headers count them. */
export interface RateLimit {
  limit: number;
  remaining: number;
}

export interface Management {
  domain: string;
  /** Whether an Auth0 tenant answers there, asked without credentials. */
  reach(): Promise<Answer<undefined>>;
  /**
   * The scopes of the application's token, which is asked for once; null where the answer does not name them
   * (RFC 6749 §5.1 lets it).
   */
  scopes(): Promise<Answer<readonly string[] | null>>;
  /** Calls the API through the official client. */
  ask<T>(call: (client: ManagementClient) => Promise<T>): Promise<Answer<T>>;
  /** The limit that the API's last answer spoke of; undefined while it has not. */
  rateLimit(): RateLimit | undefined;
  /** Ends every connection; a process would wait for them. */
  close(): Promise<void>;
}

interface Token {
  text: string;
  scopes: readonly string[] | null;
}

/** Milliseconds for a request. */
const TIMEOUT = 20_000;

/**
 * Opens the way; nothing is sent yet.
 * @param retries How often the client tries again after 408, 429 and 5xx, as long as the answer says to wait.
 */
export function openManagement(application: Application, { retries = 2 } = {}): Management {
  const { domain, clientId, clientSecret, ca } = application;
  const agent = new Agent(ca === undefined ? {} : { connect: { ca: [...rootCertificates, ca] } });
  const secrets = redactor();
  secrets.learn(clientSecret);
  const redact = <T extends Json>(value: T): T => secrets.redact(value);
  let seen: RateLimit | undefined;
  let broken: unknown;

  const fetch = async (url: string, init: RequestInit) => {
    // The two types of fetch, node's and the undici package's, are one interface that is declared twice.
    // A redirect is not followed: it would take secret and token to another host.
    const reply = await fetchWith(url, { ...(init as object), redirect: 'manual', dispatcher: agent });
    return reply as unknown as Response;
  };

  /**
   * What the client fetches with. It would take a redirect, or an answer that is no JSON, for a list without items (auth0
   * 7.1), and bindings that were not read would be replaced; and an error that is thrown leaves its timer running, for which the process
   * would wait. So either is kept here, and the client gets a refusal to end on.
   */
  const fetchForClient = async (url: string, init: RequestInit): Promise<Response> => {
    try {
      const reply = await fetch(url, init);
      const limit = reply.headers.get('x-ratelimit-limit');
      if (limit !== null) {
        seen = { limit: Number(limit), remaining: Number(reply.headers.get('x-ratelimit-remaining')) };
      }
      if (reply.status < 400) await requireJson(reply.clone());
      return reply;
    } catch (error) {
      broken = error;
      return new Response(null, { status: 400 });
    }
  };

  const attempt = async <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    const clean = (failure: Failure) => ({ failure: redact({ ...failure }) as unknown as Failure });
    broken = undefined;
    try {
      const answer = await work();
      return 'failure' in answer ? clean(answer.failure) : answer;
    } catch (error) {
      const failure =
        broken === undefined
          ? (apiFailure(error) ?? transportFailure(error, domain))
          : transportFailure(broken, domain);
      if (failure === undefined) throw broken ?? error;
      return clean(failure);
    }
  };

  /**
   * The client can ask for a token itself but keeps to itself what was granted; whoever is about to change a tenant
   * wants to know that before, not between two requests.
   */
  const requestToken = async (): Promise<Answer<Token>> => {
    const reply = await fetch(`https://${domain}/oauth/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: clientSecret,
        audience: audienceOf(domain),
      }).toString(),
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      signal: AbortSignal.timeout(TIMEOUT),
    });
    const body = parsed(await reply.text());
    const { access_token: text, scope } = body;
    if (reply.status !== 200 || typeof text !== 'string') {
      return { failure: tokenFailure(reply.status, body, domain) };
    }
    secrets.learn(text);
    const scopes = typeof scope === 'string' ? scope.split(' ').filter(Boolean) : null;
    return { value: { text, scopes } };
  };

  let asked: Promise<Answer<Token>> | undefined;
  const token = () => {
    asked ??= attempt(requestToken);
    return asked;
  };
  let opened: ManagementClient | undefined;
  return {
    domain,
    rateLimit: () => seen,
    reach: () =>
      attempt(async () => {
        const reply = await fetch(`https://${domain}/.well-known/jwks.json`, {
          signal: AbortSignal.timeout(TIMEOUT),
        });
        const { keys } = parsed(await reply.text());
        if (reply.status === 200 && Array.isArray(keys)) return { value: undefined };
        return {
          failure: {
            problem: `What answers at ${domain} is no Auth0 tenant: it publishes no signing keys (status ${reply.status}).`,
            hint: 'Give the domain that the settings of an Auth0 application show, such as acme.eu.auth0.com.',
            status: reply.status,
          },
        };
      }),
    async scopes() {
      const answer = await token();
      return 'failure' in answer ? answer : { value: answer.value.scopes };
    },
    async ask(call) {
      const answer = await token();
      if ('failure' in answer) return answer;
      opened ??= clientFor({
        domain,
        token: answer.value.text,
        fetch: fetchForClient as typeof globalThis.fetch,
        maxRetries: retries,
        timeoutInSeconds: TIMEOUT / 1000,
      });
      const client = opened;
      return attempt(async () => ({ value: await call(client) }));
    },
    close: () => agent.destroy(),
  };
}

/** The audience of a tenant's Management API, final slash included. */
export function audienceOf(domain: string): string {
  return `https://${domain}/api/v2/`;
}

/** Loads the SDK when somebody uses it: it is a class per resource of the API, a quarter of a second for other verbs. */
function clientFor(options: ConstructorParameters<typeof ManagementClient>[0]): ManagementClient {
  // A plain require, as Jest has no import().
  const sdk = require('auth0') as typeof import('auth0');
  return new sdk.ManagementClient({ ...options, telemetry: false });
}

/** Throws where it is another's answer than the API's. Nothing at all is an answer as well, to a DELETE. */
async function requireJson(reply: Response): Promise<void> {
  const text = await reply.text();
  try {
    if (reply.ok) return void (text === '' || JSON.parse(text));
  } catch {
    // Not JSON's own message: it shows the text, which may be anybody's page.
  }
  throw Object.assign(new Error('The answer is not the API’s.'), { code: NOT_THE_API });
}

/** A JSON object's fields; none where the text is something else, such as a proxy's page. */
function parsed(text: string): Record<string, Json> {
  try {
    const value: unknown = JSON.parse(text);
    // What JSON.parse gives is JSON by its own definition.
    return typeof value === 'object' && value !== null ? (value as Record<string, Json>) : {};
  } catch {
    return {};
  }
}
