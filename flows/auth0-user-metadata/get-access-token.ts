/** [util] Get Access Token: a Management API token for the client's credentials, or an error that keeps Auth0's status. */

import { field, helperFlow, http, json, object, returnErrorIf, text } from '../../sdk/dsl';

export const getAccessToken = helperFlow({
  name: '[util] Get Access Token',
  description: 'Exchanges the client id and secret for an Auth0 Management API token (client credentials).',
  saveData: false,
  inputs: { domain: field.text(), client_id: field.text(), client_secret: field.text() },
  outputs: { token: field.text() },
  body({ domain, client_id, client_secret }) {
    const address = text.concatenate({ string1: 'https://', string2: domain, path: '/oauth/token' });
    const audience = text.concatenate({ string1: 'https://', string2: domain, path: '/api/v2/' });
    const grant = object.construct({
      client_id,
      client_secret,
      audience: audience.output,
      grant_type: 'client_credentials',
    });
    const written = json.stringify({ object: grant.output });
    const headers = object.construct({ 'Content-Type': 'application/json' });
    const reply = http.rawRequest({
      url: address.output,
      method: 'POST',
      headers: headers.output,
      query: {},
      body: written.output,
    });
    returnErrorIf({
      a: reply.statusCode,
      operator: '!=',
      b: 200,
      message: reply.body,
      statusCode: reply.statusCode,
    });
    const answer = json.parse(
      { string: reply.body },
      { as: { output: field.record('Token', { access_token: field.text() }) } },
    );
    returnErrorIf({
      a: answer.output.access_token,
      operator: 'is empty',
      message: 'Auth0 answered without an access token.',
      statusCode: 502,
    });
    return { token: answer.output.access_token };
  },
});
