/** [helper] Remember Person: adds to what was ever seen of somebody. */

import {
  createRow,
  date,
  field,
  findRow,
  helperFlow,
  ifElseIf,
  json,
  list,
  type Ref,
  text,
  updateRow,
} from '../../sdk/dsl';
import { listIn } from './recall-person';
import { people } from './tables';

const texts = field.listOf(field.text());

export const rememberPerson = helperFlow({
  name: '[helper] Remember Person',
  description:
    'Adds addresses and Auth0 accounts to what is known of an Okta user, and keeps the status, where they are new.',
  inputs: { okta_user_id: field.text(), emails: texts, ids: texts, status: field.text() },
  outputs: {},
  body({ okta_user_id, emails, ids, status }) {
    const { rowId, fields } = findRow(people, { okta_user_id });
    const knownEmails = textOf(listIn(fields.emails), emails);
    const knownIds = textOf(listIn(fields.auth0_ids), ids);
    const now = date.now({});
    const values = {
      okta_user_id,
      emails: knownEmails,
      auth0_ids: knownIds,
      status,
      updated_at: now.iso,
    };
    const before = text.concatenate({
      string1: fields.emails,
      string2: fields.auth0_ids,
      status: fields.status,
    });
    const after = text.concatenate({ string1: knownEmails, string2: knownIds, status });
    ifElseIf(
      [
        {
          when: { a: rowId, operator: 'is empty' },
          then() {
            createRow(people, values);
          },
        },
        {
          // Most of the time nothing is new, and nothing is written.
          when: { a: before.output, operator: '!=', b: after.output },
          then() {
            updateRow(people, rowId, values);
          },
        },
      ],
      () => undefined,
    );
  },
});

function textOf(known: Ref<string[]>, more: Ref<string[]>): Ref<string> {
  const all = list.union({ list1: known, list2: more }, { as: { union: texts } });
  return json.stringify({ object: all.union }).output;
}
