/** Sends a card's request to where the world says its host lives; the only place of the toolkit that opens a connection. */

import { Agent, validateHeaderName, validateHeaderValue } from 'node:http';
import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import axios, { AxiosError } from 'axios';

export interface TransportRequest {
  method: string;
  /** Complete, its query included. */
  url: string;
  headers: Readonly<Record<string, string>>;
  body: string | null;
}

/** What became of a request. */
export interface Sent {
  /** `host` or `host:port`, as the URL has it. */
  host: string;
  /** As sent, still encoded, without the query. */
  path: string;
  /** Decoded. */
  query: Record<string, string>;
  answer:
    | { kind: 'reply'; status: number; headers: Record<string, string>; body: string }
    /** The connection broke, or nobody listened: what a card sees as an error without a status. */
    | { kind: 'no answer'; message: string }
    /** The URL or a header cannot be sent at all. */
    | { kind: 'bad request'; message: string }
    /** The world does not say where the host lives. */
    | { kind: 'unknown host'; message: string };
}

/** Sends a request. Never rejects: what goes wrong is an answer too. */
export type Transport = (request: TransportRequest) => Promise<Sent>;

export interface TransportOptions {
  /** Where a host (`acme.auth0.test` or `localhost:8080`) goes: `http://127.0.0.1:4001`. */
  hosts: Readonly<Record<string, string>>;
}

/** A transport over HTTP that reaches the hosts it is given and no others. Follows no redirect; any status is a reply. */
export function httpTransport({ hosts }: TransportOptions): Transport {
  const places = new Map(Object.entries(hosts).map(([host, url]) => [host.toLowerCase(), url]));
  // A kept connection that the other side closes meanwhile would look like a failure of the service.
  const httpAgent = new Agent({ keepAlive: false });
  return async ({ method, url, headers, body }) => {
    const target = parseUrl(url);
    if (target === null) {
      const message = `"${url}" is not a URL that can be called; it needs https://, a host and a path.`;
      return { host: '', path: '', query: {}, answer: { kind: 'bad request', message } };
    }
    const sent = { host: target.host, path: target.pathname, query: decodedQuery(target) };
    const place = places.get(target.host) ?? places.get(target.hostname);
    if (place === undefined) {
      return { ...sent, answer: { kind: 'unknown host', message: unknownHost(target, [...places.keys()]) } };
    }
    try {
      // axios would mend a bad header without a word.
      for (const [name, value] of Object.entries(headers)) {
        validateHeaderName(name);
        validateHeaderValue(name, value);
      }
      const reply = await axios.request<string>({
        method,
        url: place.replace(/\/+$/, '') + target.pathname + target.search,
        headers: { ...defaultHeaders(headers, body), ...headers, Host: target.host },
        ...(body === null ? {} : { data: body }),
        httpAgent,
        proxy: false,
        maxRedirects: 0,
        maxContentLength: LARGEST,
        timeout: LONGEST,
        responseType: 'text',
        // Texts go and come as they are; JSON is the cards' business.
        transformRequest: (data) => data,
        transformResponse: (data) => data,
        validateStatus: () => true,
      });
      const replyHeaders = plainHeaders(reply.headers);
      return {
        ...sent,
        answer: { kind: 'reply', status: reply.status, headers: replyHeaders, body: reply.data ?? '' },
      };
    } catch (error) {
      return { ...sent, answer: failure(error, method, target) };
    }
  };
}

/** Appends a query to a URL, each name and value encoded; null and empty values are left out, lists are repeated. */
export function withQuery(url: string, query: JsonObject): string {
  const parts = Object.entries(query).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .map(textOf)
      .filter((text) => text !== '')
      .map((text) => `${encodeURIComponent(name)}=${encodeURIComponent(text)}`),
  );
  if (parts.length === 0) return url;
  const [, before = url, fragment = ''] = /^([^#]*)(#.*)?$/s.exec(url) ?? [];
  const joint = !before.includes('?') ? '?' : /[?&]$/.test(before) ? '' : '&';
  return before + joint + parts.join('&') + fragment;
}

/** Headers as texts; null and empty values are left out. */
export function headerTexts(headers: JsonObject): Record<string, string> {
  const texts = Object.entries(headers).map(([name, value]) => [name.trim(), textOf(value)] as const);
  return Object.fromEntries(texts.filter(([name, text]) => name !== '' && text !== ''));
}

/** A body as a trace shows it: parsed where it is JSON or a form, null where there is none. */
export function parsedBody(body: string | null, contentType: string): Json {
  if (body === null || body === '') return null;
  if (contentType.includes('application/x-www-form-urlencoded')) {
    return Object.fromEntries(new URLSearchParams(body));
  }
  try {
    return JSON.parse(body);
  } catch {
    return body;
  }
}

/** What the platform's own memory holds. */
const LARGEST = 100 * 1024 * 1024;
/** Real milliseconds until a service that says nothing counts as gone. */
const LONGEST = 30_000;

/** The URL that a request can go to; null for anything else. */
export function parseUrl(url: string): URL | null {
  if (!URL.canParse(url)) return null;
  const parsed = new URL(url);
  return parsed.protocol === 'https:' || parsed.protocol === 'http:' ? parsed : null;
}

/** The query of a URL, decoded; of a name that is repeated the last. */
export function decodedQuery(url: URL): Record<string, string> {
  return Object.fromEntries(url.searchParams);
}

function unknownHost({ host, href }: URL, known: string[]): string {
  // `https:///oauth/token` names the host "oauth": what is left when a domain was empty.
  const empty = host.includes('.') || host.includes(':') || host === 'localhost';
  const guess = empty ? '' : ` The URL was "${href}": was the domain in front of it empty?`;
  return (
    `The world does not know the host "${host}".${guess} ` +
    `If it is meant, add to the world: "hosts": { "${host}": "http://127.0.0.1:PORT" }. ` +
    `Known: ${known.length === 0 ? 'none' : known.join(', ')}.`
  );
}

/** Content is JSON unless the author says otherwise (functions.md G10). The rest keeps axios's own defaults out. */
function defaultHeaders(
  given: Readonly<Record<string, string>>,
  body: string | null,
): Record<string, string | false> {
  const names = new Set(Object.keys(given).map((name) => name.toLowerCase()));
  const defaults: Record<string, string | false> = {
    'User-Agent': 'okta-workflows-local',
    Accept: '*/*',
    'Content-Type': body === null ? false : 'application/json',
  };
  return Object.fromEntries(Object.entries(defaults).filter(([name]) => !names.has(name.toLowerCase())));
}

/** What belongs to the connection, not to the answer. */
const hopHeaders = new Set(['connection', 'keep-alive', 'transfer-encoding']);

function plainHeaders(headers: object): Record<string, string> {
  const kept = Object.entries(headers).filter(([name]) => !hopHeaders.has(name.toLowerCase()));
  return Object.fromEntries(
    kept.map(([name, value]) => [
      name.toLowerCase(),
      Array.isArray(value) ? value.join(', ') : String(value),
    ]),
  );
}

function failure(error: unknown, method: string, { host, pathname }: URL): Sent['answer'] {
  // Errors of node itself need not be this realm's Error (Jest), so their shape must tell.
  const known = typeof error === 'object' && error !== null ? error : {};
  const code = 'code' in known ? String(known.code) : '';
  const reason = 'message' in known ? String(known.message) : '';
  const what = `${method} ${host}${pathname}`;
  if (/^ERR_(INVALID|UNESCAPED|HTTP_INVALID)/.test(code)) {
    return { kind: 'bad request', message: `${what} cannot be sent: ${reason}.` };
  }
  if (!(error instanceof AxiosError)) throw error;
  const reasons: Record<string, string> = {
    ECONNRESET: 'the connection was reset',
    ECONNREFUSED: 'the connection was refused',
    ECONNABORTED: 'the service did not answer in time',
    ETIMEDOUT: 'the service did not answer in time',
    ERR_BAD_RESPONSE: 'the answer was too large or broken off',
  };
  return { kind: 'no answer', message: `${what} got no answer: ${reasons[code] ?? reason}.` };
}

function textOf(value: Json): string {
  if (value === null) return '';
  return typeof value === 'object' ? JSON.stringify(value) : String(value);
}
