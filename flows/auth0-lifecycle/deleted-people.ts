/** [helper] Deleted People: those whom Okta has forgotten, and “people” has not. */

import {
  callFlow,
  field,
  findRows,
  forEach,
  type HelperFlow,
  helperFlow,
  ifElse,
  item,
  list,
  number,
} from '../../sdk/dsl';
import { reconcileOne } from './reconcile-one';
import { people } from './tables';

/** Search Rows gives at most 3,500. */
const PAGE = 1000;

const inputs = { offset: field.number() };
const outputs = { checked: field.number() };

export const deletedPeople: HelperFlow<typeof inputs, typeof outputs> = helperFlow({
  name: '[helper] Deleted People',
  description:
    'Brings everybody in line again who was deleted in Okta: no list of Okta has them, and an account that was linked to another since has lost its flag. Calls itself for the rows after the first 1,000.',
  inputs,
  outputs,
  body({ offset }) {
    const rows = findRows(people, { status: 'DELETED' }, { limit: PAGE, offset });
    forEach(
      rows,
      reconcileOne,
      { okta_user_id: item('okta_user_id'), alternate_id: '' },
      { ignoreErrors: true },
    );
    const { length } = list.length({ list: rows });
    return ifElse(
      { a: length, operator: '<', b: PAGE },
      {
        then: () => ({ checked: length }),
        else() {
          const next = number.add({ a: offset, b: PAGE });
          const rest = callFlow(deletedPeople, { offset: next.output });
          const all = number.add({ a: length, b: rest.checked });
          return { checked: all.output };
        },
      },
    );
  },
});
