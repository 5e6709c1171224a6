/** [helper] Recall Person and [helper] Remember Person: every address and account ever seen of somebody. */

import {
  assignIf,
  createRow,
  date,
  field,
  findRow,
  helperFlow,
  ifElse,
  json,
  list,
  type Ref,
  updateRow,
} from '../../sdk/dsl';
import { people } from './tables';

const texts = field.listOf(field.text());

export const recallPerson = helperFlow({
  name: '[helper] Recall Person',
  description: 'Gives the addresses and Auth0 accounts that were ever seen of an Okta user.',
  inputs: { okta_user_id: field.text() },
  outputs: { emails: texts, ids: texts },
  body({ okta_user_id }) {
    const { fields } = findRow(people, { okta_user_id });
    return { emails: listIn(fields.emails), ids: listIn(fields.auth0_ids) };
  },
});

export const rememberPerson = helperFlow({
  name: '[helper] Remember Person',
  description: 'Adds addresses and Auth0 accounts to what is known of an Okta user.',
  inputs: { okta_user_id: field.text(), emails: texts, ids: texts },
  outputs: {},
  body({ okta_user_id, emails, ids }) {
    const { rowId, fields } = findRow(people, { okta_user_id });
    const knownEmails = textOf(listIn(fields.emails), emails);
    const knownIds = textOf(listIn(fields.auth0_ids), ids);
    const now = date.now({});
    const values = { okta_user_id, emails: knownEmails, auth0_ids: knownIds, updated_at: now.iso };
    ifElse(
      { a: rowId, operator: 'is empty' },
      {
        then() {
          createRow(people, values);
        },
        else() {
          updateRow(people, rowId, values);
        },
      },
    );
  },
});

/** A column holds a list as JSON; an empty one holds none. */
function listIn(column: Ref<string>): Ref<string[]> {
  const filled = assignIf(
    { a: column, operator: 'is empty', valueIfTrue: '[]', valueIfFalse: column },
    { as: { output: field.text() } },
  );
  return json.parse({ string: filled.output }, { as: { output: texts } }).output;
}

function textOf(known: Ref<string[]>, more: Ref<string[]>): Ref<string> {
  const all = list.union({ list1: known, list2: more }, { as: { union: texts } });
  return json.stringify({ object: all.union }).output;
}
