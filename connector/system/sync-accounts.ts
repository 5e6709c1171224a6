/** Bringing every account of a person in line with Okta: one after the other, each with a result of its own. */

import {
  callFlow,
  connectorHelper,
  field,
  type HelperFlow,
  ifElse,
  ifError,
  list,
  object,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';
import { syncAccount, syncFacts } from './sync-account';

const inputs = {
  ...syncFacts,
  users: field.list(),
  /** Auth0 connections to touch; empty: all. */
  connections: field.listOf(field.text()),
  results: field.list(),
  token: field.text(),
};
const outputs = { results: field.list() };

/** The results so far, and one for each account: what was done, or why not. */
export const syncAccounts: HelperFlow<typeof inputs, typeof outputs, Connection> = connectorHelper({
  auth,
  name: 'Sync Accounts',
  description: 'Brings the first of some accounts in line with Okta, and calls itself for the rest.',
  inputs,
  outputs,
  body({ connection, users, connections, results, token, ...facts }) {
    const { length } = list.length({ list: users });
    return ifElse(
      { a: length, operator: '==', b: 0 },
      {
        then: () => ({ results }),
        else() {
          const first = list.getFirstItem(
            { list: users },
            { as: { item: field.object(), list: field.list() } },
          );
          const account = object.getMultiple(
            { object: first.item },
            {
              outputs: {
                user_id: field.text(),
                connection: field.text('Connection', { key: 'identities.0.connection' }),
              },
            },
          );
          const chosen = list.length({ list: connections });
          const { result: named } = list.includes({ list: connections, value: account.connection });
          const done = ifElse(
            { a: chosen.length, operator: '==', b: 0 },
            {
              then: () => attempt(),
              else: () =>
                ifElse(
                  { a: named, operator: '==', b: true },
                  {
                    then: () => attempt(),
                    else: () => ({ outcome: 'skipped', revoked: '', token, message: '', status_code: 0 }),
                  },
                ),
            },
          );
          const row = object.construct({
            user_id: account.user_id,
            connection: account.connection,
            outcome: done.outcome,
            revoked: done.revoked,
            message: done.message,
            status_code: done.status_code,
          });
          const { list: more } = list.addToEnd(
            { list: results, item: row.output },
            { as: { list: field.list() } },
          );
          return callFlow(syncAccounts, {
            connection,
            ...facts,
            users: first.list,
            connections,
            results: more,
            token: done.token,
          });

          /** One account's failure must not keep the others from being done. */
          function attempt() {
            return ifError(
              {
                try() {
                  const synced = callFlow(syncAccount, { connection, ...facts, user: first.item, token });
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
            );
          }
        },
      },
    );
  },
});
