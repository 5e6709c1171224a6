/** [helper] Recall Person: every address and account ever seen of somebody. */

import { assignIf, field, findRow, helperFlow, json, type Ref } from '../../sdk/dsl';
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

/** A column holds a list as JSON; an empty one holds none. */
export function listIn(column: Ref<string>): Ref<string[]> {
  const filled = assignIf(
    { a: column, operator: 'is empty', valueIfTrue: '[]', valueIfFalse: column },
    { as: { output: field.text() } },
  );
  return json.parse({ string: filled.output }, { as: { output: texts } }).output;
}
