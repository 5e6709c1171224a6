/** [helper] Sync User: makes Auth0 say of a person what Okta says now, whatever event brought the news. */

import { auth0 } from '../../connector';
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
  returnErrorIf,
  text,
} from '../../sdk/dsl';
import { getSettings } from './get-settings';
import { recallPerson, rememberPerson } from './remember-person';

/** Who may not log in. DELETED is ours: Okta knows the user no more. */
const gone = ['DEPROVISIONED', 'SUSPENDED', 'DELETED'];

export const syncUser = helperFlow({
  name: '[helper] Sync User',
  description:
    'Reads the user in Okta and brings every Auth0 account of the person in line. Events may come late, twice or out of order: only what Okta says now counts.',
  inputs: { okta_user_id: field.text(), alternate_id: field.text() },
  outputs: { outcome: field.text(), detail: field.text(), email: field.text(), mode: field.text() },
  body({ okta_user_id, alternate_id }) {
    const settings = callFlow(getSettings, {});
    const user = ifError(
      {
        try() {
          const read = okta.readUser(
            { user: okta_user_id },
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
          returnErrorIf({
            a: error.statusCode,
            operator: '!=',
            b: 404,
            message: error.message,
            statusCode: error.statusCode,
          });
          return { status: 'DELETED', email: alternate_id, login: alternate_id };
        },
      },
      { note: 'A user deleted in Okta is found by what is remembered; any other failure is one.' },
    );
    const known = callFlow(recallPerson, { okta_user_id });
    const current = list.construct([user.email, user.login]);
    const everything = list.union(
      { list1: current, list2: known.emails },
      { as: { union: field.listOf(field.text()) } },
    );
    // A login may be no address; Auth0 would refuse to look it up.
    const emails = list.filter(
      { list: everything.union, operator: 'is not empty' },
      { as: { list: field.listOf(field.text()) } },
    );
    const statuses = list.construct(gone);
    const { result: away } = list.includes({ list: statuses, value: user.status });
    const given = {
      options: { mode: settings.mode, revoke: settings.revoke },
      user: { emails: emails.list, ids: known.ids, connections: settings.connections },
      okta: { id: okta_user_id, status: user.status },
    };
    const done = ifElse(
      { a: away, operator: '==', b: true },
      {
        then() {
          const { result } = auth0.deactivateUser(given);
          return { results: result.results, ids: result.ids, failed: result.failed };
        },
        else() {
          const { result } = auth0.reactivateUser(given);
          return { results: result.results, ids: result.ids, failed: result.failed };
        },
      },
    );
    callFlow(rememberPerson, { okta_user_id, emails: emails.list, ids: done.ids });
    const { output: detail } = json.stringify({ object: done.results });
    const first = object.get({ object: done.results, path: '0.outcome' }, { as: { output: field.text() } });
    returnErrorIf({ a: done.failed, operator: '>', b: 0, message: detail, statusCode: 502 });
    const outcome = assignIf(
      { a: first.output, operator: 'is empty', valueIfTrue: 'no account', valueIfFalse: first.output },
      { as: { output: field.text() } },
    );
    const address = text.trim({ string: user.email });
    return { outcome: outcome.output, detail, email: address.output, mode: settings.mode };
  },
});
