/** [helper] Flagged Accounts: every account with a flag, however many there are. */

import { auth0 } from '../../connector';
import {
  callFlow,
  field,
  forEach,
  type HelperFlow,
  helperFlow,
  ifElseIf,
  item,
  number,
  object,
  returnErrorIf,
  text,
} from '../../sdk/dsl';
import { reconcileAccount } from './reconcile-account';

/** As many as Auth0 gives to one query. */
const MOST = 1000;

const inputs = {
  /** When an account was created, as Auth0 writes it; `*` for the beginning. */
  since: field.text(),
};
const outputs = { checked: field.number() };

export const flaggedAccounts: HelperFlow<typeof inputs, typeof outputs> = helperFlow({
  name: '[helper] Flagged Accounts',
  description:
    'Goes through the accounts that carry a flag of the sync or of the original flows, oldest first; calls itself for those after the first 1,000.',
  inputs,
  outputs,
  body({ since }) {
    const query = text.concatenate({
      string1:
        '(app_metadata.okta_deactivated:true OR user_metadata.okta.deactivated:"true") AND created_at:[',
      string2: since,
      end: ' TO *]',
    });
    const { result } = auth0.searchUsers({
      options: { resultSet: 'thousand' },
      search: { query: query.output, sort: 'created_at:1' },
    });
    forEach(
      result.users,
      reconcileAccount,
      { okta_user_id: item('app_metadata.okta_user_id'), email: item('email') },
      { ignoreErrors: true },
    );
    return ifElseIf(
      [{ when: { a: result.count, operator: '<', b: MOST }, then: () => ({ checked: result.count }) }],
      () => {
        const last = object.get(
          { object: result.users, path: `${MOST - 1}.created_at` },
          { as: { output: field.text() } },
        );
        returnErrorIf(
          {
            a: last.output,
            operator: '==',
            b: since,
            message:
              'More accounts were created at the same moment than Auth0 shows; some were not looked at.',
          },
          { note: 'The same query again would give the same accounts.' },
        );
        const rest = callFlow(flaggedAccounts, { since: last.output });
        const all = number.add({ a: result.count, b: rest.checked });
        return { checked: all.output };
      },
    );
  },
});
