/** Revoking what an account can still use: its sessions and refresh tokens, or what the tenant's plan allows instead. */

import {
  callFlow,
  connectorHelper,
  field,
  ifError,
  json,
  list,
  object,
  type Ref,
  returnErrorIf,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';
import { inTurn } from '../in-turn';
import { idPath, queryPath, send } from '../request';

/** Deletes device credentials one after the other. */
const deleteDevices = inTurn({
  name: 'Delete Devices',
  description: 'Deletes some device credentials, one after the other.',
  item: field.object(),
  facts: {},
  state: { token: field.text() },
  step({ connection, item, token }) {
    const id = object.get({ object: item, path: 'id' }, { as: { output: field.text() } });
    return { token: send(connection, 'DELETE', idPath('device-credentials', id.output), { token }).token };
  },
});

/** What was ended: `sessions and refresh tokens`, or `grants and device credentials` where the plan lacks the endpoint. */
export const revoke = connectorHelper({
  auth,
  name: 'End Access',
  description:
    'Ends sessions and refresh tokens of an account, or its grants and device credentials, and says which.',
  inputs: { user_id: field.text(), token: field.text() },
  outputs: { revoked: field.text(), token: field.text() },
  body({ connection, user_id, token }) {
    const path = idPath('users', user_id, '/revoke-access');
    return ifError(
      {
        try() {
          // Auth0 wants a body, if an empty one; the helper sends none for an empty object.
          const body = object.construct({ preserve_refresh_tokens: false });
          const reply = send(connection, 'POST', path, { body: body.output, token });
          return { revoked: 'sessions and refresh tokens', token: reply.token };
        },
        catch(error) {
          // Only a plan or a scope without the endpoint is tolerated; any other failure is one.
          const tolerated = list.construct([403, 404]);
          const missing = list.includes({ list: tolerated, value: error.statusCode });
          returnErrorIf({
            a: missing.result,
            operator: '!=',
            b: true,
            message: error.message,
            statusCode: error.statusCode,
          });
          return { revoked: 'grants and device credentials', token: fallBack(connection, user_id, token) };
        },
      },
      {
        note: 'Not every plan has the endpoint (Auth0 documentation: sessions and refresh tokens by Management API).',
      },
    );
  },
});

/** Grants take their refresh tokens with them; device credentials are deleted one by one. Gives the token used. */
function fallBack(connection: Ref<Connection>, userId: Ref<string>, token: Ref<string>): Ref<string> {
  const first = send(connection, 'DELETE', queryPath('grants', 'user_id', userId), { token });
  const path = queryPath('device-credentials', 'user_id', userId, '&type=refresh_token');
  const reply = send(connection, 'GET', path, { token: first.token });
  const devices = json.parse({ string: reply.body }, { as: { output: field.list() } });
  return callFlow(deleteDevices, { connection, items: devices.output, token: first.token }).token;
}

/** The flows of this file, callees first. */
export const revokeFlows = [deleteDevices, revoke];
