/** The way into a tenant's Management API: an M2M application's token, the official client, and failures as data. */

import { rootCertificates } from 'node:tls';
import type { Json } from '@okta/workflows-connector-sdk-types';
import type { ManagementClient } from 'auth0';
import { Agent, fetch as fetchWith } from 'undici';
import { redactor } from '../sdk/run/redact';
import { apiFailure, type Failure, tokenFailure, transportFailure } from './failures';

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
  /** A text of the tenant's without the application's secret and token, which it may have echoed. */
  redact(text: string): string;
  /** Ends every connection; a process would wait for them. */
  close(): Promise<void>;
}

interface Token {
  text: string;
  scopes: readonly string[] | null;
}

/** Milliseconds for the two requests that we send ourselves; the client has its own limit. */
const TIMEOUT = 10_000;

/**
 * Opens the way; nothing is sent yet.
 * @param retries How often the client tries again after 408, 429 and 5xx, as long as the answer says to wait.
 */
export function openManagement(application: Application, { retries = 2 } = {}): Management {
  const { domain, clientId, clientSecret, ca } = application;
  const agent = new Agent(ca === undefined ? {} : { connect: { ca: [...rootCertificates, ca] } });
  const secrets = redactor();
  secrets.learn(clientSecret);
  const { redact } = secrets;
  const clean = ({ problem, hint, ...more }: Failure): Failure => ({
    ...more,
    problem: redact(problem),
    hint: redact(hint),
  });
  let seen: RateLimit | undefined;
  // The two types of fetch, node's and the undici package's, are one interface that is declared twice.
  const fetch = (async (url: string, init: RequestInit) => {
    const reply = await fetchWith(url, { ...(init as object), dispatcher: agent });
    const limit = reply.headers.get('x-ratelimit-limit');
    if (limit !== null && new URL(url).pathname.startsWith('/api/')) {
      seen = { limit: Number(limit), remaining: Number(reply.headers.get('x-ratelimit-remaining')) };
    }
    return reply;
  }) as unknown as typeof globalThis.fetch;

  const attempt = async <T>(work: () => Promise<Answer<T>>): Promise<Answer<T>> => {
    try {
      const answer = await work();
      return 'failure' in answer ? { failure: clean(answer.failure) } : answer;
    } catch (error) {
      const failure = apiFailure(error) ?? transportFailure(error, domain);
      if (failure === undefined) throw error;
      return { failure: clean(failure) };
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
    redact,
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
      opened ??= clientFor({ domain, token: answer.value.text, fetch, maxRetries: retries });
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
