/** Okta's cards whose fields depend on an option: List Users with Search, as a list or one by one. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import type { Field, Fields } from '../cards/field';
import { listUsersWithSearch as searchCard } from '../cards/okta/list-users-with-search';
import { placeCard } from './build';
import type { HelperFlow } from './flow';
import type { Said } from './hand';
import { flowValue, placeOfField, type Ref, refTo, type Value } from './ref';

/** What users must match, by property: `status`, `profile.department`, or `Custom Search Criteria` for an expression. */
export type UserCriteria = Readonly<Record<string, Value<Json>>>;

/** What may be said of a search. */
export interface UserSearch extends Said {
  /** A property, and which way. */
  sort?: { sortBy: string; sortOrder?: 'ASC' | 'DESC' };
}

/** List Users with Search: all users that match, or the first one, as a list. */
export function listUsersWithSearch(
  criteria: UserCriteria,
  { firstOnly = false, sort, ...said }: UserSearch & { firstOnly?: boolean } = {},
) {
  const resultSet = firstOnly ? 'First Matching Record' : 'All Matching Records';
  const { users } = searchCard.outputs;
  return refTo(
    placeCard(searchCard, { resultSet, criteria, sort }, said),
    placeOfField('users', users),
    users,
  );
}

/**
 * List Users with Search, streaming: calls the helper for every user that matches, as its input `Record`, with the same
 * `State` each time; gives how many there were.
 */
export function streamUsersWithSearch<I extends Fields & { Record: Field }>(
  criteria: UserCriteria,
  flow: HelperFlow<I, Fields, never>,
  state: Readonly<Record<string, Value<Json>>> = {},
  { limit, sort, ...said }: UserSearch & { limit?: number } = {},
): Ref<number> {
  const inputs = {
    resultSet: 'Stream Matching Records',
    criteria,
    flow: flowValue(flow.model),
    sort,
    state,
    limit,
  };
  const { recordsStreamed } = searchCard.outputs;
  return refTo(
    placeCard(searchCard, inputs, said),
    placeOfField('recordsStreamed', recordsStreamed),
    recordsStreamed,
  );
}
