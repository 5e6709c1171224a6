/** [helper] Reconcile Account: one flagged Auth0 account, whoever it belongs to by now. */

import { callFlow, continueIf, field, helperFlow, ifElse, list } from '../../sdk/dsl';
import { reconcileOne } from './reconcile-one';
import { usersWithAddress } from './users-with-address';

export const reconcileAccount = helperFlow({
  name: '[helper] Reconcile Account',
  description:
    'Brings in line the active Okta user who has the address of a flagged account, or else the user whom the flag names.',
  inputs: { okta_user_id: field.text(), email: field.text() },
  outputs: {},
  body({ okta_user_id, email }) {
    const addresses = list.construct([email]);
    const owners = callFlow(usersWithAddress, { emails: addresses, except_id: '' });
    const { length } = list.length({ list: owners.active_ids });
    const whose = ifElse(
      { a: length, operator: '>', b: 0 },
      {
        then() {
          const first = list.at({ list: owners.active_ids, index: 0 }, { as: { item: field.text() } });
          return { id: first.item };
        },
        else: () => ({ id: okta_user_id }),
      },
    );
    continueIf({
      a: whose.id,
      operator: 'is not empty',
      message: 'The flag names nobody, and no active user has the address: it stays.',
    });
    callFlow(reconcileOne, { okta_user_id: whose.id, alternate_id: email });
  },
});
