/** GET /api/v2/users: the search over all users, with its paging, sorting and the cap of 1,000. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { apiError, invalidQuery } from './errors';
import { type Predicate, parseQuery, QuerySyntaxError } from './lucene';
import { checkQuery, type QueryRule } from './query';
import { type Directory, selectFields, showUser } from './user';

/** How many records paging can reach (Auth0's user search). */
const REACH = 1000;

const RULES: Record<string, QueryRule> = {
  q: { type: 'string' },
  search_engine: { type: 'string', pattern: /^v[123]$/ },
  page: { type: 'integer' },
  per_page: { type: 'integer', maximum: 100 },
  include_totals: { type: 'boolean' },
  sort: { type: 'string', pattern: /^[\w.]+:-?1$/ },
  fields: { type: 'string' },
  include_fields: { type: 'boolean' },
  primary_order: { type: 'boolean' },
  // Only search_engine=v1 ever looked at it, as at Auth0.
  connection: { type: 'string' },
};

/** Answers a list, or `{start, limit, length, users, total}` with include_totals. Unlike Auth0's, never stale. */
export function searchUsers(directory: Directory, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, RULES);
  if (complaint) return complaint;
  const { q, search_engine: engine = 'v3', sort, fields } = request.query;
  if (engine !== 'v3') {
    return apiError(400, `You are not allowed to use search_engine=${engine}.`, 'operation_not_supported');
  }
  const limit = Number(request.query.per_page ?? 50);
  const start = Number(request.query.page ?? 0) * limit;
  if (start + limit > REACH) {
    return apiError(400, `You can only page through the first ${REACH} records.`, 'invalid_paging');
  }
  let matches: Predicate;
  try {
    matches = q === undefined || q.trim() === '' ? () => true : parseQuery(q);
  } catch (error) {
    if (error instanceof QuerySyntaxError) return invalidQuery(`Invalid query: ${error.message}`, 'q');
    throw error;
  }
  const found: JsonObject[] = [...directory.values()].map(showUser).filter(matches);
  if (sort !== undefined) sortBy(found, sort);
  const users = found
    .slice(start, start + limit)
    .map((profile) => selectFields(profile, fields, request.query.include_fields !== 'false'));
  if (request.query.include_totals !== 'true') return { status: 200, body: users };
  return { status: 200, body: { start, limit, length: users.length, users, total: found.length } };
}

/** `field:1` upwards, `field:-1` downwards; users without the field come last. */
function sortBy(found: JsonObject[], sort: string): void {
  const [path = '', direction] = sort.split(':');
  const sign = direction === '-1' ? -1 : 1;
  const key = (profile: JsonObject) => {
    const value = path.split('.').reduce<Json | undefined>((at, name) => {
      return typeof at === 'object' && at !== null && !Array.isArray(at) ? at[name] : undefined;
    }, profile);
    return value === undefined || value === null ? undefined : String(value);
  };
  found.sort((one, other) => {
    const [a, b] = [key(one), key(other)];
    if (a === undefined || b === undefined) return Number(a === undefined) - Number(b === undefined);
    if (a === b) return 0;
    return a < b ? -sign : sign;
  });
}
