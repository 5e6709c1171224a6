/** [util] Update Auth0 User: sets both flags on one account and keeps what stands beside them. */

import { raiseOnError } from '../../connector/token';
import { field, helperFlow, http, json, object, text, url } from '../../sdk/dsl';
import { attempt, bothFlags, outcome, requireAccount } from '../flag-accounts';

export const updateAuth0User = helperFlow({
  name: '[util] Update Auth0 User',
  description:
    'Marks one Auth0 account as deactivated in Okta: app_metadata.okta_deactivated, and the older user_metadata.okta.deactivated. Never fails: its outcome says what became of the account.',
  saveData: false,
  inputs: {
    user_id: field.text(),
    /** What `user_metadata.okta` holds now. */
    okta: field.object(),
    domain: field.text(),
    token: field.text(),
  },
  outputs: outcome,
  body: ({ user_id, okta, domain, token }) =>
    attempt(user_id, () => {
      const encoded = url.encodeComponent({ string: user_id });
      const address = text.concatenate({
        string1: 'https://',
        string2: domain,
        api: '/api/v2/users/',
        'User Id': encoded.output,
      });
      const bearer = text.concatenate({ string1: 'Bearer ', string2: token });
      const headers = object.construct({ Authorization: bearer.output, 'Content-Type': 'application/json' });
      const written = json.stringify({ object: bothFlags(okta) });
      const reply = http.rawRequest({
        url: address.output,
        method: 'PATCH',
        headers: headers.output,
        query: {},
        body: written.output,
      });
      raiseOnError(reply);
      const answer = json.parse({ string: reply.body }, { as: { output: field.object() } });
      const changed = object.get(
        { object: answer.output, path: 'user_id' },
        { as: { output: field.text() } },
      );
      requireAccount(changed.output);
    }),
});
