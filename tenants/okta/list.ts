/** GET /api/v1/users: by search, by filter, by the beginning of a name, or all of them. */

import type { Json, Random } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { oktaError } from './errors';
import { FilterSyntaxError, type Predicate, parseFilter } from './filter';
import { linkedPage } from './paging';
import type { OktaUser } from './user';

/** The most users of a page, and how many `q` gives when it does not say (Okta Users API). */
const LARGEST = 200;
const FEW = 10;

/** What `filter` may name; `search` may name anything. */
const FILTERABLE = [
  'status',
  'lastUpdated',
  'id',
  'profile.login',
  'profile.email',
  'profile.firstName',
  'profile.lastName',
];

export interface ListContext {
  domain: string;
  users: ReadonlyMap<string, OktaUser>;
  random: Random;
}

/**
 * A page of users with Link headers. Without `search` and `filter` those who are DEPROVISIONED are left out. `search`
 * compares without regard to case and sorts by `sortBy`; unlike Okta's, it is never behind. Parameters that Okta does
 * not know it ignores, and so does this.
 */
export function listUsers(request: TenantRequest, { domain, users, random }: ListContext): TenantAnswer {
  const { search, filter, q, limit = q === undefined ? LARGEST : FEW, sortBy, sortOrder } = request.query;
  if (!/^[1-9]\d{0,5}$/.test(String(limit))) {
    return oktaError(random, 400, 'E0000001', 'Api validation failed: limit');
  }
  let matches: Predicate;
  try {
    matches = predicateOf(search, filter, q);
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    return oktaError(random, 400, 'E0000031', `Invalid search criteria: ${error.message}.`);
  }
  const found = [...users.values()].filter(matches);
  if (search !== undefined && sortBy !== undefined) sortUsers(found, sortBy, sortOrder);
  return linkedPage(found, (user) => user.id, Math.min(Number(limit), LARGEST), request, domain);
}

function predicateOf(
  search: string | undefined,
  filter: string | undefined,
  q: string | undefined,
): Predicate {
  if (search !== undefined) return parseFilter(search, { foldCase: true });
  if (filter !== undefined) return parseFilter(filter, { foldCase: false, properties: FILTERABLE });
  const wanted = (q ?? '').toLowerCase();
  return ({ status, profile }) => {
    if (status === 'DEPROVISIONED') return false;
    // A profile is an object; the type of a predicate does not say so.
    const { firstName, lastName, email } = profile as OktaUser['profile'];
    return wanted === '' || [firstName, lastName, email].some((text) => startsWith(text, wanted));
  };
}

function startsWith(text: Json | undefined, wanted: string): boolean {
  return typeof text === 'string' && text.toLowerCase().startsWith(wanted);
}

function sortUsers(found: OktaUser[], sortBy: string, sortOrder = 'asc'): void {
  const sign = sortOrder.toLowerCase() === 'desc' ? -1 : 1;
  const key = (user: OktaUser): string => {
    const name = sortBy.replace(/^profile\./, '');
    const value = name === sortBy ? user[name] : user.profile[name];
    return String(value ?? '').toLowerCase();
  };
  found.sort((one, other) => (key(one) < key(other) ? -sign : Number(key(one) > key(other)) * sign));
}
