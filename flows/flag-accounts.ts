/** What the packs that flag accounts share: both flags as one change, and an outcome for every account that is tried. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import {
  as,
  field,
  ifElse,
  ifError,
  json,
  list,
  object,
  type Ref,
  returnErrorIf,
  text,
  type Value,
} from '../sdk/dsl';

/** What became of one account: what a helper flow gives to Map. */
export const outcome = {
  user_id: field.text(),
  outcome: field.text(),
  /** Why it failed; empty where it did not. */
  message: field.text(),
  status_code: field.number(),
};

/**
 * The change that sets both flags on an account, in one PATCH.
 * @param okta What the account has under `user_metadata.okta` now: Auth0 replaces it as a whole (D10).
 */
export function bothFlags(okta: Ref<JsonObject>): Ref<JsonObject> {
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
  return object.construct({ user_metadata: userMetadata.output, app_metadata: appMetadata.output }).output;
}

/** Tries to flag one account. A failure becomes its outcome, so that the accounts behind it are tried too. */
export function attempt(userId: Ref<string>, flag: () => void) {
  const tried = ifError(
    {
      try(): { outcome: Value<string>; message: Value<string>; status_code: Value<number> } {
        flag();
        return { outcome: 'flagged', message: '', status_code: 200 };
      },
      catch: ({ message, statusCode }) => ({ outcome: 'failed', message, status_code: statusCode }),
    },
    { note: 'One account that fails must not keep the next from being flagged; the main flow ends with it.' },
  );
  return { user_id: userId, ...tried };
}

/** Ends the flow where Auth0 answered the change without the account, as a proxy's page does (D27). */
export function requireAccount(userId: Ref<string>): void {
  returnErrorIf({
    a: userId,
    operator: 'is empty',
    message: 'Auth0 answered the change without the account.',
    statusCode: 502,
  });
}

/** Once all were tried, ends the flow where some failed: how many, which, and why the first one did. */
export function raiseFailures(outcomes: Ref<JsonObject[]>): void {
  const failures = list.filter(
    { list: outcomes, path: 'outcome', operator: '!=', comparison: 'flagged' },
    { as: { list: field.list() } },
  );
  const { length: failed } = list.length({ list: failures.list });
  const { length: all } = list.length({ list: outcomes });
  const ids = list.pluck(
    { list: failures.list, key: 'user_id' },
    { as: { values: field.listOf(field.text()) } },
  );
  const named = list.listToText({ list: ids.values, delimiter: ', ' });
  const first = object.getMultiple(
    { object: failures.list },
    {
      outputs: {
        message: field.text('First message', { key: '0.message' }),
        statusCode: field.number('First status', { key: '0.status_code' }),
      },
    },
  );
  const message = text.concatenate({
    string1: as.text(failed),
    string2: ' of ',
    all: as.text(all),
    what: ' accounts could not be flagged: ',
    which: named.string,
    then: '. The first: ',
    why: first.message,
  });
  returnErrorIf({ a: failed, operator: '>', b: 0, message: message.output, statusCode: first.statusCode });
}
