/** [util] Get Auth0 User Id: every Auth0 account that has an address, in lower case or as typed. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { raiseOnError } from '../../connector/token';
import {
  field,
  helperFlow,
  http,
  ifElse,
  json,
  list,
  object,
  type Ref,
  returnErrorIf,
  text,
  url,
} from '../../sdk/dsl';

export const getAuth0UserId = helperFlow({
  name: '[util] Get Auth0 User Id',
  description:
    'Finds the Auth0 accounts that share an email address; nobody found is an empty list, not an error.',
  saveData: false,
  inputs: { email: field.text(), domain: field.text(), token: field.text() },
  outputs: { user_id: field.text(), users: field.list(), count: field.number() },
  body({ email, domain, token }) {
    const typed = text.trim({ string: email });
    returnErrorIf({
      a: typed.output,
      operator: 'is empty',
      message: 'The Okta user has no email address, so no Auth0 account can be looked up.',
      statusCode: 400,
    });
    const lower = text.toLowerCase({ string: typed.output });
    const bearer = text.concatenate({ string1: 'Bearer ', string2: token });
    const headers = object.construct({ Authorization: bearer.output });
    const first = lookUp(domain, lower.output, headers.output);
    const { found } = ifElse(
      { a: lower.output, operator: '==', b: typed.output },
      {
        then: () => ({ found: first }),
        else() {
          const second = lookUp(domain, typed.output, headers.output);
          const both = list.union({ list1: first, list2: second }, { as: { union: field.list() } });
          const once = list.removeDuplicates(
            { list: both.union, path: 'user_id' },
            { as: { uniqueList: field.list() } },
          );
          return { found: once.uniqueList };
        },
      },
      {
        note: 'Auth0 compares letter for letter; its own databases keep lower case, other providers what was typed.',
      },
    );
    const count = list.length({ list: found });
    const user = object.get({ object: found, path: '0.user_id' }, { as: { output: field.text('user_id') } });
    return { user_id: user.output, users: found, count: count.length };
  },
});

/** Looks up one spelling of the address, encoded: a plus sign must not arrive as a space (D1). */
function lookUp(domain: Ref<string>, email: Ref<string>, headers: Ref<JsonObject>) {
  const encoded = url.encodeComponent({ string: email });
  const address = text.concatenate({
    string1: 'https://',
    string2: domain,
    api: '/api/v2/users-by-email?email=',
    email: encoded.output,
  });
  const reply = http.rawRequest({ url: address.output, method: 'GET', headers, query: {} });
  raiseOnError(reply);
  return json.parse({ string: reply.body }, { as: { output: field.list() } }).output;
}
