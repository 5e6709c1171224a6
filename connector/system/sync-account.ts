/** Bringing one Auth0 account in line with Okta: one change for both gates, then the revocation. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import {
  assignIf,
  callFlow,
  connectorHelper,
  field,
  ifElse,
  json,
  object,
  type Ref,
  returnErrorIf,
  trueFalse,
  type Value,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';
import { idPath, send } from '../request';
import { revoke } from './revoke';

/** What is to become of an account, and why; the same for all accounts of one person. */
export const syncFacts = {
  /** `deactivate` or `reactivate`. */
  change: field.text(),
  /** `live` or `dry-run`. */
  mode: field.text(),
  /** `yes`: also end sessions and tokens. */
  revoke: field.text(),
  okta_user_id: field.text(),
  okta_status: field.text(),
  okta_changed_at: field.text(),
};

/** What the connector keeps in an account's metadata. `okta_blocked_by_sync` tells our block from an administrator's. */
const kept = {
  user_id: field.text(),
  flagged: field.flag('Flag', { key: 'app_metadata.okta_deactivated' }),
  flaggedBefore: field.flag('Flag of the original flows', { key: 'user_metadata.okta.deactivated' }),
  bySync: field.flag('Blocked by sync', { key: 'app_metadata.okta_blocked_by_sync' }),
  blocked: field.flag('Blocked', { key: 'blocked' }),
  legacy: field.object('Older flag', { key: 'user_metadata.okta' }),
};

export const syncAccount = connectorHelper({
  auth,
  name: 'Sync Account',
  description: 'Deactivates or reactivates one Auth0 account with a single change, and revokes its access.',
  inputs: { ...syncFacts, user: field.object(), token: field.text() },
  outputs: { outcome: field.text(), revoked: field.text(), token: field.text() },
  body({ connection, user, token, ...facts }) {
    const account = object.getMultiple({ object: user }, { outputs: kept });
    const written = object.construct({
      okta_user_id: facts.okta_user_id,
      okta_status: facts.okta_status,
      okta_changed_at: facts.okta_changed_at,
    });
    return ifElse(
      { a: facts.change, operator: '==', b: 'deactivate' },
      {
        then: () =>
          live(facts.mode, 'would deactivate', token, () =>
            deactivate(connection, account, written.output, facts.revoke, token),
          ),
        // Only who carries a flag is the sync's business: a new or an untouched account stays as it is.
        else() {
          const flag = trueFalse.compare({ a: account.flagged, operator: '==', b: true });
          const older = trueFalse.compare({ a: account.flaggedBefore, operator: '==', b: true });
          const either = trueFalse.or({ a: flag.result, b: older.result });
          return ifElse(
            { a: either.output, operator: '==', b: true },
            {
              then: () =>
                live(facts.mode, 'would reactivate', token, () =>
                  reactivate(connection, account, written.output, token),
                ),
              else: () => ({ outcome: 'untouched', revoked: '', token }),
            },
          );
        },
      },
    );
  },
});

type Account = { user_id: Ref<string>; bySync: Ref<boolean>; blocked: Ref<boolean>; legacy: Ref<JsonObject> };
type Done = { outcome: Value<string>; revoked: Value<string>; token: Value<string> };

/** A dry run says what would be done, and does nothing. */
function live(mode: Ref<string>, would: string, token: Ref<string>, act: () => Done): Done {
  return ifElse(
    { a: mode, operator: '==', b: 'live' },
    { then: act, else: () => ({ outcome: would, revoked: '', token }) },
  );
}

function deactivate(
  connection: Ref<Connection>,
  account: Account,
  written: Ref<JsonObject>,
  revocation: Ref<string>,
  token: Ref<string>,
): Done {
  // A block that stands already is an administrator's, unless the sync set it itself.
  const own = assignIf(
    { a: account.blocked, operator: '==', b: true, valueIfTrue: account.bySync, valueIfFalse: true },
    { as: { output: field.flag() }, title: 'Blocked by sync?' },
  );
  const flags = object.construct({ okta_deactivated: true, okta_blocked_by_sync: own.output });
  const appMetadata = object.merge({ start: written, sink: flags.output });
  const body = changeOf(account, 'true', appMetadata.output, { blocked: true });
  const patched = patch(connection, account.user_id, body, token);
  return ifElse(
    { a: revocation, operator: '==', b: 'yes' },
    {
      then() {
        const ended = callFlow(revoke, { connection, user_id: account.user_id, token: patched.token });
        return { outcome: 'deactivated', revoked: ended.revoked, token: ended.token };
      },
      else: () => ({ outcome: 'deactivated', revoked: '', token: patched.token }),
    },
  );
}

function reactivate(
  connection: Ref<Connection>,
  account: Account,
  written: Ref<JsonObject>,
  token: Ref<string>,
): Done {
  // null removes a key.
  const flags = object.construct({ okta_deactivated: null, okta_blocked_by_sync: null });
  const appMetadata = object.merge({ start: written, sink: flags.output });
  const unblocked = object.construct({ blocked: false });
  const untouched = object.construct({});
  const block = assignIf(
    {
      a: account.bySync,
      operator: '==',
      b: true,
      valueIfTrue: unblocked.output,
      valueIfFalse: untouched.output,
    },
    { as: { output: field.object() }, title: 'Unblock?', note: 'An administrator’s own block stays.' },
  );
  const change = changeOf(account, 'false', appMetadata.output, {});
  const body = object.merge({ start: change, sink: block.output });
  const patched = patch(connection, account.user_id, body.output, token);
  return { outcome: 'reactivated', revoked: '', token: patched.token };
}

/** Sends the change. An answer without the account, such as a proxy's page, is none: nothing may count as done (D27). */
function patch(connection: Ref<Connection>, userId: Ref<string>, body: Ref<JsonObject>, token: Ref<string>) {
  const reply = send(connection, 'PATCH', idPath('users', userId), { body, token });
  const answer = json.parse({ string: reply.body }, { as: { output: field.object() } });
  const changed = object.get({ object: answer.output, path: 'user_id' }, { as: { output: field.text() } });
  returnErrorIf({
    a: changed.output,
    operator: 'is empty',
    message: 'Auth0 answered the change without the account.',
    statusCode: 502,
  });
  return reply;
}

/** The change both gates share: the flags, and the older flag with what stands beside it (D10). */
function changeOf(
  account: Account,
  older: 'true' | 'false',
  appMetadata: Ref<JsonObject>,
  root: { blocked?: boolean },
): Ref<JsonObject> {
  const flag = object.construct({ deactivated: older });
  const okta = object.merge({ start: account.legacy, sink: flag.output });
  const userMetadata = object.construct({ okta: okta.output });
  return object.construct({ ...root, app_metadata: appMetadata, user_metadata: userMetadata.output }).output;
}
