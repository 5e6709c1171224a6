/** Finds the route that a method and a path as sent lead to, and the values in its placeholders. */

import type { Json } from '@okta/workflows-connector-sdk-types';

/** A request as a route sees it. */
export interface TenantRequest {
  method: string;
  /** The path as sent, still encoded, without the query. */
  path: string;
  /** The values of the route's placeholders, decoded. */
  params: Record<string, string>;
  /** The query, decoded; the last value where a name repeats. */
  query: Record<string, string>;
  /** The query names that were given more than once. */
  repeated: string[];
  /** Names in lower case. */
  headers: Record<string, string>;
  /** The media type alone, in lower case; empty when absent. */
  contentType: string;
  body: Json;
  /** The body was announced as JSON and is none. */
  malformed: boolean;
}

/** What a route answers; without `body` the response has none. */
export interface TenantAnswer {
  status: number;
  headers?: Record<string, string>;
  body?: Json;
}

export interface Route {
  method: string;
  /** A path with placeholders that stand for one segment each: `/api/v2/users/{id}`. */
  path: string;
  handle(request: TenantRequest): TenantAnswer | Promise<TenantAnswer>;
}

export interface RouteMatch {
  route: Route;
  params: Record<string, string>;
}

/**
 * The first route that fits, or undefined. A placeholder takes exactly one segment that is not empty, so an id whose
 * slash was not encoded finds nothing. Throws URIError where a segment is not valid percent-encoding.
 */
export function findRoute(routes: readonly Route[], method: string, path: string): RouteMatch | undefined {
  const segments = path.split('/');
  for (const route of routes) {
    if (route.method !== method) continue;
    const params = matchSegments(route.path.split('/'), segments);
    if (params) return { route, params };
  }
  return undefined;
}

function matchSegments(pattern: string[], segments: string[]): Record<string, string> | undefined {
  if (pattern.length !== segments.length) return undefined;
  const params: [string, string][] = [];
  for (const [index, part] of pattern.entries()) {
    const segment = segments[index] ?? '';
    const name = /^\{(.+)\}$/.exec(part)?.[1];
    if (name !== undefined && segment !== '') params.push([name, segment]);
    else if (part !== segment) return undefined;
  }
  return Object.fromEntries(params.map(([name, segment]) => [name, decodeURIComponent(segment)]));
}

/**
 * Where a route's behaviour is known from: the API description it is checked against, recorded traffic, the vendor's
 * documentation, or nothing but likelihood.
 */
export type RouteOrigin = 'contract' | 'recording' | 'documentation' | 'assumed';

/** One line of the list of routes that the reference prints. */
export interface RouteSource {
  /** `GET /api/v2/users/{id}`. */
  route: string;
  /** What the route obeys first; what more it rests on is in `note`. */
  origin: RouteOrigin;
  /** What was read, or what was assumed. */
  note: string;
}
