/** GET /api/v1/logs: the System Log. */

import type { Clock, Random } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { oktaError } from './errors';
import type { OktaLogEvent } from './events';
import { FilterSyntaxError, type Predicate, parseFilter } from './filter';
import { linkedPage } from './paging';

export interface LogContext {
  domain: string;
  log: readonly OktaLogEvent[];
  clock: Clock;
  random: Random;
}

const LARGEST = 1000;
const USUAL = 100;
const WEEK = 7 * 24 * 60 * 60 * 1000;

/**
 * Events from `since`, a week ago when absent, up to and without `until`; `filter` is an expression, `q` words that all
 * must occur; the oldest first unless `sortOrder` is DESCENDING.
 */
export function readLog(request: TenantRequest, { domain, log, clock, random }: LogContext): TenantAnswer {
  const { since, until, filter, q = '', limit = String(USUAL), sortOrder } = request.query;
  const from = since === undefined ? clock.now() - WEEK : Date.parse(since);
  const to = until === undefined ? Number.POSITIVE_INFINITY : Date.parse(until);
  for (const [name, wrong] of Object.entries({
    since: Number.isNaN(from),
    until: Number.isNaN(to),
    limit: !/^\d{1,4}$/.test(limit) || Number(limit) > LARGEST,
  })) {
    if (wrong) return oktaError(random, 400, 'E0000001', `Api validation failed: ${name}`);
  }
  let matches: Predicate;
  try {
    matches = filter === undefined ? () => true : parseFilter(filter, { foldCase: true });
  } catch (error) {
    if (!(error instanceof FilterSyntaxError)) throw error;
    return oktaError(random, 400, 'E0000053', `Invalid filter '${filter}': ${error.message}.`);
  }
  const words = q.toLowerCase().split(/\s+/).filter(Boolean);
  const found = log.filter((event) => {
    const at = Date.parse(event.published);
    return at >= from && at < to && matches(event) && hasWords(event, words);
  });
  if (sortOrder === 'DESCENDING') found.reverse();
  return linkedPage(found, (event) => event.uuid, Number(limit), request, domain);
}

function hasWords(event: OktaLogEvent, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const text = JSON.stringify(event).toLowerCase();
  return words.every((word) => text.includes(word));
}
