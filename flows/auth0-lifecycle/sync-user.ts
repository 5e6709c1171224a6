/** [helper] Sync User: makes Auth0 say of a person what Okta says now, whatever event brought the news. */

import { auth0 } from '../../connector';
import { raiseUnless } from '../../connector/token';
import {
  assignIf,
  callFlow,
  field,
  helperFlow,
  ifElse,
  ifError,
  json,
  list,
  object,
  okta,
  type Ref,
  returnErrorIf,
  text,
} from '../../sdk/dsl';
import { settingsFields } from './get-settings';
import { recallPerson } from './recall-person';
import { rememberPerson } from './remember-person';
import { usersWithAddress } from './users-with-address';

const texts = field.listOf(field.text());

/** Who may not log in. DELETED is ours: Okta knows the user no more. */
const gone = ['DEPROVISIONED', 'SUSPENDED', 'DELETED'];

export const syncUser = helperFlow({
  name: '[helper] Sync User',
  description:
    'Reads the user in Okta and brings every Auth0 account of the person in line. Events may come late, twice or out of order: only what Okta says now counts.',
  inputs: {
    okta_user_id: field.text(),
    alternate_id: field.text(),
    ...settingsFields,
  },
  outputs: { outcome: field.text(), detail: field.text(), email: field.text() },
  body({ okta_user_id, alternate_id, ...settings }) {
    const user = readUser(okta_user_id, alternate_id);
    const known = callFlow(recallPerson, { okta_user_id });
    const current = list.construct([user.email, user.login]);
    const told = list.construct([alternate_id]);
    const everything = list.union(
      { list1: current, list2: known.emails, list3: told },
      { as: { union: texts } },
    );
    const emails = list.filter({ list: everything.union, operator: 'is not empty' }, { as: { list: texts } });
    const earlier = list.difference({ list1: emails.list, list2: current }, { as: { list: texts } });
    const statuses = list.construct(gone);
    const { result: away } = list.includes({ list: statuses, value: user.status });
    const given = {
      options: { mode: settings.mode, revoke: settings.revoke, linked: settings.linked },
      user: { emails: emails.list, ids: known.ids, connections: settings.connections },
      okta: { id: okta_user_id, status: user.status },
    };
    const done = ifElse(
      { a: away, operator: '==', b: true },
      {
        then() {
          const others = ifError(
            {
              try() {
                const found = callFlow(usersWithAddress, { emails: emails.list, except_id: okta_user_id });
                return { addresses: found.active_addresses };
              },
              catch() {
                const nobody = json.parse({ string: '[]' }, { as: { output: texts } });
                return { addresses: nobody.output };
              },
            },
            {
              note: 'Whoever is active keeps an account that two share. Not knowing them must not keep anybody in: the reconciliation mends it.',
            },
          );
          const { result } = auth0.deactivateUser({
            ...given,
            user: { ...given.user, others: others.addresses },
          });
          return { results: result.results, ids: result.ids, failed: result.failed };
        },
        else() {
          // An earlier address may be somebody else's by now, who may be gone.
          const others = callFlow(usersWithAddress, { emails: earlier.list, except_id: okta_user_id });
          const { result } = auth0.reactivateUser({
            ...given,
            user: { ...given.user, others: others.addresses },
          });
          return { results: result.results, ids: result.ids, failed: result.failed };
        },
      },
    );
    callFlow(rememberPerson, { okta_user_id, emails: emails.list, ids: done.ids, status: user.status });
    const { output: detail } = json.stringify({ object: done.results });
    const first = object.get({ object: done.results, path: '0.outcome' }, { as: { output: field.text() } });
    returnErrorIf({ a: done.failed, operator: '>', b: 0, message: detail, statusCode: 502 });
    const outcome = assignIf(
      { a: first.output, operator: 'is empty', valueIfTrue: 'no account', valueIfFalse: first.output },
      { as: { output: field.text() } },
    );
    const address = text.trim({ string: user.email });
    return { outcome: outcome.output, detail, email: address.output };
  },
});

/** What Okta says of the user now; DELETED where it knows the user no more. */
function readUser(id: Ref<string>, alternateId: Ref<string>) {
  return ifError(
    {
      try() {
        const read = okta.readUser(
          { user: id },
          { many: { profile: { email: field.text('Primary email'), login: field.text('Username') } } },
        );
        // An answer without a status says nothing: acting on it could let a deactivated person in.
        returnErrorIf({
          a: read.status,
          operator: 'is empty',
          message: 'Okta answered without the status of the user.',
          statusCode: 502,
        });
        return { status: read.status, email: read.profile.email, login: read.profile.login };
      },
      catch(error) {
        raiseUnless(404, error);
        return { status: 'DELETED', email: alternateId, login: alternateId };
      },
    },
    { note: 'A user deleted in Okta is found by what is remembered; any other failure is one.' },
  );
}
