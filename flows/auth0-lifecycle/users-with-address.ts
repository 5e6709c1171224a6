/** [helper] Users With Address: the other Okta users who have one of some addresses now. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { anyOf } from '../../connector/search-query';
import { field, helperFlow, ifElse, list, okta, type Ref, text } from '../../sdk/dsl';

const texts = field.listOf(field.text());

export const usersWithAddress = helperFlow({
  name: '[helper] Users With Address',
  description:
    'Finds the Okta users, but for one, whose address or login is among some addresses: an address may have gone to somebody else.',
  inputs: { emails: texts, except_id: field.text() },
  outputs: {
    /** The addresses and logins of all of them. */
    addresses: texts,
    /** Those of the ones who are neither deactivated nor suspended, and their IDs. */
    active_addresses: texts,
    active_ids: texts,
  },
  body({ emails, except_id }) {
    const asked = list.filter({ list: emails, operator: 'is not empty' }, { as: { list: texts } });
    const { length } = list.length({ list: asked.list });
    return ifElse(
      { a: length, operator: '>', b: 0 },
      {
        then() {
          // An expression of Okta's takes its values as JSON.
          const email = anyOf({ before: 'profile.email eq ', or: 'or' }, asked.list);
          const login = anyOf({ before: 'profile.login eq ', or: 'or' }, asked.list);
          const either = text.concatenate({ string1: email, string2: ' or ', login });
          const found = okta.listUsersWithSearch({ 'Custom Search Criteria': either.output });
          const others = without(found, 'ID', except_id);
          const active = without(without(others, 'Status', 'DEPROVISIONED'), 'Status', 'SUSPENDED');
          return {
            addresses: addressesOf(others),
            active_addresses: addressesOf(active),
            active_ids: pluck(active, 'ID'),
          };
        },
        // Nothing was asked, so this list is the empty one.
        else: () => ({ addresses: asked.list, active_addresses: asked.list, active_ids: asked.list }),
      },
    );
  },
});

/** The users whose property is another. */
function without(
  users: Ref<JsonObject[]>,
  path: string,
  comparison: string | Ref<string>,
): Ref<JsonObject[]> {
  return list.filter({ list: users, operator: '!=', path, comparison }, { as: { list: field.list() } }).list;
}

function addressesOf(users: Ref<JsonObject[]>): Ref<string[]> {
  const both = list.union(
    { list1: pluck(users, 'Email'), list2: pluck(users, 'Login') },
    { as: { union: texts } },
  );
  return both.union;
}

function pluck(users: Ref<JsonObject[]>, key: string): Ref<string[]> {
  return list.pluck({ list: users, key }, { as: { values: texts } }).values;
}
