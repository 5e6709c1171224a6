/** Revoking what an account can still use: its sessions and refresh tokens, or what the tenant's plan allows instead. */

import {
  callFlow,
  connectorHelper,
  field,
  type HelperFlow,
  ifElse,
  ifError,
  json,
  list,
  object,
  type Ref,
  returnErrorIf,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';
import { idPath, queryPath, send } from '../request';

const deviceInputs = { devices: field.list(), token: field.text() };

/** Deletes device credentials one after the other. */
const deleteDevices: HelperFlow<typeof deviceInputs, Record<never, never>, Connection> = connectorHelper({
  auth,
  name: 'Delete Devices',
  description: 'Deletes the first of some device credentials, and calls itself for the rest.',
  inputs: deviceInputs,
  outputs: {},
  body({ connection, devices, token }) {
    const { length } = list.length({ list: devices });
    ifElse(
      { a: length, operator: '>', b: 0 },
      {
        then() {
          const first = list.getFirstItem(
            { list: devices },
            { as: { item: field.object(), list: field.list() } },
          );
          const id = object.get({ object: first.item, path: 'id' }, { as: { output: field.text() } });
          send(connection, 'DELETE', idPath('device-credentials', id.output), { token });
          callFlow(deleteDevices, { connection, devices: first.list, token });
        },
      },
    );
    return {};
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
  callFlow(deleteDevices, { connection, devices: devices.output, token: first.token });
  return first.token;
}

/** The flows of this file, callees first. */
export const revokeFlows = [deleteDevices, revoke];
