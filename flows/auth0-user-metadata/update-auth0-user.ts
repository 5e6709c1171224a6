/** [util] Update Auth0 User: sets both flags on one account and keeps what stands beside them. */

import { raiseOnError } from '../../connector/token';
import { field, helperFlow, http, ifElse, json, object, text, url } from '../../sdk/dsl';

export const updateAuth0User = helperFlow({
  name: '[util] Update Auth0 User',
  description:
    'Marks one Auth0 account as deactivated in Okta: app_metadata.okta_deactivated, and the older user_metadata.okta.deactivated.',
  saveData: false,
  inputs: {
    user_id: field.text(),
    /** What `user_metadata.okta` holds now; Auth0 replaces it as a whole (D10). */
    okta: field.object(),
    domain: field.text(),
    token: field.text(),
  },
  outputs: {},
  body({ user_id, okta, domain, token }) {
    const encoded = url.encodeComponent({ string: user_id });
    const address = text.concatenate({
      string1: 'https://',
      string2: domain,
      api: '/api/v2/users/',
      'User Id': encoded.output,
    });
    const bearer = text.concatenate({ string1: 'Bearer ', string2: token });
    const headers = object.construct({ Authorization: bearer.output, 'Content-Type': 'application/json' });
    const flag = object.construct({ deactivated: 'true' });
    const before = json.stringify({ object: okta });
    const start = text.at({ string: before.output, index: 0 });
    const { merged } = ifElse(
      { a: start.output, operator: '==', b: '{' },
      {
        then: () => ({ merged: object.merge({ start: okta, sink: flag.output }).output }),
        else: () => ({ merged: flag.output }),
      },
      { note: 'People may write their user_metadata themselves: what is no object must not keep them in.' },
    );
    const userMetadata = object.construct({ okta: merged });
    const appMetadata = object.construct({ okta_deactivated: true });
    const body = object.construct({ user_metadata: userMetadata.output, app_metadata: appMetadata.output });
    const written = json.stringify({ object: body.output });
    const reply = http.rawRequest({
      url: address.output,
      method: 'PATCH',
      headers: headers.output,
      query: {},
      body: written.output,
    });
    raiseOnError(reply);
  },
});
