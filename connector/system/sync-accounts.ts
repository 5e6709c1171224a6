/** Bringing every account of a person in line with Okta: one after the other, each with a result of its own. */

import { callFlow, field, ifElseIf, ifError, list, object, type Ref, text, trueFalse } from '../../sdk/dsl';
import { inTurn } from '../in-turn';
import { syncAccount, syncFacts } from './sync-account';

const texts = field.listOf(field.text());

/** The results so far, and one for each account: what was done, or why not. */
export const syncAccounts = inTurn({
  name: 'Sync Accounts',
  description: 'Brings some accounts in line with Okta, one after the other.',
  item: field.object(),
  facts: {
    ...syncFacts,
    /** Auth0 connections to touch; empty: all. */
    connections: texts,
    /** Addresses that are other people's by now, in lower case: their accounts are left alone. */
    others: texts,
  },
  state: { results: field.list(), token: field.text() },
  step({ connection, item, connections, others, results, token, ...facts }) {
    const account = object.getMultiple(
      { object: item },
      {
        outputs: {
          user_id: field.text(),
          email: field.text(),
          connection: field.text('Connection', { key: 'identities.0.connection' }),
        },
      },
    );
    const address = text.toLowerCase({ string: account.email });
    const { result: another } = list.includes({ list: others, value: address.output });
    const done = ifElseIf(
      [
        {
          when: { a: another, operator: '==', b: true },
          then: () => skipped(token, 'Another Okta user has the address of this account.'),
        },
        {
          when: { a: outside(connections, account.connection), operator: '==', b: true },
          then: () => skipped(token, ''),
        },
      ],
      () =>
        ifError(
          {
            try() {
              const synced = callFlow(syncAccount, { connection, ...facts, user: item, token });
              return { ...synced, message: '', status_code: 0 };
            },
            catch: (error) => ({
              outcome: 'failed',
              revoked: '',
              token,
              message: error.message,
              status_code: error.statusCode,
            }),
          },
          { note: 'One account that fails must not keep the next from being done; its result says why.' },
        ),
    );
    const row = object.construct({
      user_id: account.user_id,
      connection: account.connection,
      outcome: done.outcome,
      revoked: done.revoked,
      message: done.message,
      status_code: done.status_code,
    });
    const { list: more } = list.addToEnd({ list: results, item: row.output }, { as: { list: field.list() } });
    return { results: more, token: done.token };
  },
});

/** The account is left as it is. */
function skipped(token: Ref<string>, message: string) {
  return { outcome: 'skipped', revoked: '', token, message, status_code: 0 };
}

/** Whether connections were named, and this is none of them. */
function outside(connections: Ref<string[]>, connection: Ref<string>): Ref<boolean> {
  const { length } = list.length({ list: connections });
  const chosen = trueFalse.compare({ a: length, operator: '>', b: 0 });
  const { result: named } = list.includes({ list: connections, value: connection });
  const not = trueFalse.compare({ a: named, operator: '!=', b: true });
  return trueFalse.and({ a: chosen.result, b: not.result }).output;
}
