/** The ways in which the Management API hands out lists: by page number, in two shapes, and by checkpoint. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import type { QueryRule } from './query';

/** The parameters of a list that goes by page number. */
export const PAGE_RULES: Record<string, QueryRule> = {
  page: { type: 'integer' },
  per_page: { type: 'integer', minimum: 1, maximum: 100 },
  include_totals: { type: 'boolean' },
};

/** The parameters of a list that goes by checkpoint; `include_totals` changes nothing there. */
export const CHECKPOINT_RULES: Record<string, QueryRule> = {
  from: { type: 'string' },
  take: { type: 'integer', minimum: 1, maximum: 100 },
  include_totals: { type: 'boolean' },
};

/** One page of 50 or `per_page`; with include_totals as `{start, limit, total}` and the list under `name`. */
export function pageOf(items: readonly JsonObject[], name: string, { query }: TenantRequest): TenantAnswer {
  const limit = Number(query.per_page ?? 50);
  const start = Number(query.page ?? 0) * limit;
  const list = items.slice(start, start + limit);
  if (query.include_totals !== 'true') return { status: 200, body: list };
  return { status: 200, body: { start, limit, total: items.length, [name]: list } };
}

/**
 * The 50 or `take` items behind the one whose id is `from`, under `name`, with `next` where more follow. An id that is
 * gone starts at the beginning: what is revoked while it is listed is not lost.
 */
export function checkpointOf<T extends { id: string }>(
  items: readonly T[],
  show: (item: T) => JsonObject,
  name: string,
  { query }: TenantRequest,
): TenantAnswer {
  const start = items.findIndex((item) => item.id === query.from) + 1;
  const page = items.slice(start, start + Number(query.take ?? 50));
  const last = page.at(-1);
  const more = last !== undefined && last !== items.at(-1);
  return { status: 200, body: { [name]: page.map(show), ...(more && { next: last.id }) } };
}

/** The parameters of the lists of Actions. */
export const NUMBERED_RULES: Record<string, QueryRule> = {
  page: { type: 'integer' },
  per_page: { type: 'integer', minimum: 1, maximum: 100 },
};

/** One page of 20 or `per_page`, always as `{total, page, per_page}` and the list under `name`. */
export function numberedPage<T>(
  items: readonly T[],
  show: (item: T) => JsonObject,
  name: string,
  { query }: TenantRequest,
): TenantAnswer {
  const perPage = Number(query.per_page ?? 20);
  const page = Number(query.page ?? 0);
  const shown = items.slice(page * perPage, (page + 1) * perPage).map(show);
  return { status: 200, body: { total: items.length, page, per_page: perPage, [name]: shown } };
}
