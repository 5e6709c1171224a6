/** Lets a request into the Management API: rate limit, then token, then scope. */

import type { Auth0Plan, Clock, RateLimit } from '@okta/workflows-connector-sdk-types';
import { createRateLimit, type RateDecision } from '../rate-limit';
import type { Route, TenantAnswer, TenantRequest } from '../routes';
import { apiError, failure, notInPlan, oauthError, TOO_MANY } from './errors';
import { managementAudience, readToken } from './tokens';

/** A Management API route: it needs one of `scopes` and also gets the scopes that the token has. */
export interface ApiRoute {
  method: string;
  /** Below /api/v2: `/users/{id}`. */
  path: string;
  scopes: readonly string[];
  /** The plans that have it; every plan when absent. */
  plans?: readonly Auth0Plan[];
  handle(request: TenantRequest, granted: readonly string[]): TenantAnswer;
}

/** The classes of calls that the plans limit apart. */
type LimitClass = 'readUsers' | 'writeUsers' | 'other';

/** Auth0's published Management API limits per plan; one number where a plan limits all calls together. */
const PLAN_LIMITS: Record<Auth0Plan, RateLimit | Record<LimitClass, RateLimit>> = {
  free: { burst: 2, perSecond: 2 },
  essentials: {
    readUsers: { burst: 40, perSecond: 500 / 60 },
    writeUsers: { burst: 20, perSecond: 200 / 60 },
    other: { burst: 10, perSecond: 150 / 60 },
  },
  enterprise: { burst: 50, perSecond: 16 },
};

export interface GuardOptions {
  domain: string;
  clock: Clock;
  /** `enterprise` when absent: tight limits are there for the worlds that name a plan. */
  plan?: Auth0Plan;
  /** One limit for all calls together, instead of the plan's. */
  rateLimit?: RateLimit;
}

/** Wraps API routes; every answer of theirs carries the rate limit's headers, refusals included. */
export function guardRoutes(routes: readonly ApiRoute[], options: GuardOptions): Route[] {
  const limits = createLimits(options);
  return routes.map((route) => ({
    method: route.method,
    path: `/api/v2${route.path}`,
    handle(request) {
      const decision = limits[limitClass(route)]();
      const answer = decision.allowed ? admit(route, request, options) : failure(429, request.path);
      return { ...answer, headers: { ...answer.headers, ...decision.headers } };
    },
  }));
}

/** The rate headers of an injected 429: nothing left, full again in a second. */
export function exhaustedHeaders({ clock, rateLimit, plan }: GuardOptions): Record<string, string> {
  const limit = rateLimit ?? PLAN_LIMITS[plan ?? 'enterprise'];
  return {
    'x-ratelimit-limit': String('burst' in limit ? limit.burst : limit.other.burst),
    'x-ratelimit-remaining': '0',
    'x-ratelimit-reset': String(Math.ceil(clock.now() / 1000) + 1),
  };
}

/** The Authentication API's own limit: Free 30 a second, paid plans 100 (Auth0's rate limit configurations). */
export function guardTokenRoute(route: Route, options: GuardOptions): Route {
  const perSecond = options.plan === 'free' ? 30 : 100;
  const take = createRateLimit({ burst: perSecond, perSecond }, options.clock);
  return {
    ...route,
    async handle(request) {
      const decision = take();
      const answer = decision.allowed
        ? await route.handle(request)
        : oauthError(429, 'too_many_requests', TOO_MANY);
      return { ...answer, headers: { ...answer.headers, ...decision.headers } };
    },
  };
}

function createLimits(options: GuardOptions): Record<LimitClass, () => RateDecision> {
  const limit = options.rateLimit ?? PLAN_LIMITS[options.plan ?? 'enterprise'];
  if ('burst' in limit) {
    const take = createRateLimit(limit, options.clock);
    return { readUsers: take, writeUsers: take, other: take };
  }
  return {
    readUsers: createRateLimit(limit.readUsers, options.clock),
    writeUsers: createRateLimit(limit.writeUsers, options.clock),
    other: createRateLimit(limit.other, options.clock),
  };
}

function limitClass(route: ApiRoute): LimitClass {
  if (!/^\/users(-by-email)?(\/\{[^/]+\})?$/.test(route.path)) return 'other';
  return route.method === 'GET' ? 'readUsers' : 'writeUsers';
}

function admit(route: ApiRoute, request: TenantRequest, options: GuardOptions): TenantAnswer {
  const authorization = request.headers.authorization ?? '';
  const [scheme = '', token = '', ...rest] = authorization.split(' ').filter(Boolean);
  if (authorization === '' || (scheme.toLowerCase() !== 'bearer' && token !== '')) {
    return apiError(401, 'Missing authentication', undefined, { 'www-authenticate': 'Bearer' });
  }
  // What is no JWT at all is a bad request, not a refused one (auth0/node-auth0 #118, auth0-android-sample #70).
  if (rest.length > 0 || token.split('.').length !== 3) {
    return apiError(400, 'Bad HTTP authentication header format', 'Bearer');
  }
  const read = readToken(token, managementAudience(options.domain), options.domain, options.clock);
  if ('refused' in read) {
    const challenge = `Bearer error="${read.refused}"`;
    return apiError(401, read.refused, 'invalid_token', { 'www-authenticate': challenge });
  }
  if (!route.scopes.some((scope) => read.scopes.includes(scope))) return insufficientScope(route.scopes);
  if (route.plans?.includes(options.plan ?? 'enterprise') === false) return notInPlan;
  if (request.malformed) return apiError(400, 'Invalid request payload JSON format');
  return route.handle(request, read.scopes);
}

/** 403 naming the scopes of which one would do. */
export function insufficientScope(scopes: readonly string[]): TenantAnswer {
  return apiError(403, `Insufficient scope, expected any of: ${scopes.join(',')}`, 'insufficient_scope');
}
