/** Finding every Auth0 account of a person: by each address, in lower case and as typed, and by known user ids. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import {
  callFlow,
  connectorHelper,
  field,
  type HelperFlow,
  ifElse,
  ifError,
  json,
  list,
  type Ref,
  returnErrorIf,
  text,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';
import { idPath, queryPath, send } from '../request';

const users = field.list();

/** The accounts that have one address. Auth0's own databases keep lower case, other providers what was typed (D3). */
export const findByEmail = connectorHelper({
  auth,
  name: 'Find By Email',
  description: 'Finds the Auth0 accounts that have an address, in lower case and, if that differs, as typed.',
  inputs: { email: field.text(), token: field.text() },
  outputs: { users, token: field.text() },
  body({ connection, email, token }) {
    const typed = text.trim({ string: email });
    const lower = text.toLowerCase({ string: typed.output });
    const first = lookUp(connection, lower.output, token);
    return ifElse(
      { a: lower.output, operator: '==', b: typed.output },
      {
        then: () => first,
        else() {
          const second = lookUp(connection, typed.output, first.token);
          return { users: together(first.users, second.users), token: second.token };
        },
      },
    );
  },
});

/** Looks up one spelling of an address; gives the accounts, and the token for the next request. */
function lookUp(connection: Ref<Connection>, email: Ref<string>, token: Ref<string>) {
  const reply = send(connection, 'GET', queryPath('users-by-email', 'email', email), { token });
  const found = json.parse({ string: reply.body }, { as: { output: users } });
  return { users: found.output, token: reply.token };
}

/** Two lists of accounts as one, each account once. */
function together(one: Ref<JsonObject[]>, other: Ref<JsonObject[]>): Ref<JsonObject[]> {
  const both = list.combineAll({ list1: one, list2: other }, { as: { output: users } });
  const once = list.removeDuplicates({ list: both.output, path: 'user_id' }, { as: { uniqueList: users } });
  return once.uniqueList;
}

const emailInputs = { emails: field.listOf(field.text()), found: users, token: field.text() };
const found = { users, token: field.text() };

/** The accounts found so far, and those of every address. */
const findByEmails: HelperFlow<typeof emailInputs, typeof found, Connection> = connectorHelper({
  auth,
  name: 'Find By Emails',
  description: 'Finds the accounts of the first of some addresses, and calls itself for the rest.',
  inputs: emailInputs,
  outputs: found,
  body({ connection, emails, found: sofar, token }) {
    const { length } = list.length({ list: emails });
    return ifElse(
      { a: length, operator: '==', b: 0 },
      {
        then: () => ({ users: sofar, token }),
        else() {
          const first = list.getFirstItem(
            { list: emails },
            { as: { item: field.text(), list: field.listOf(field.text()) } },
          );
          const next = callFlow(findByEmail, { connection, email: first.item, token });
          return callFlow(findByEmails, {
            connection,
            emails: first.list,
            found: together(sofar, next.users),
            token: next.token,
          });
        },
      },
    );
  },
});

const idInputs = { ids: field.listOf(field.text()), found: users, token: field.text() };

/** The accounts found so far, and those of every user id that is not among them. */
const findByIds: HelperFlow<typeof idInputs, typeof found, Connection> = connectorHelper({
  auth,
  name: 'Find By IDs',
  description: 'Reads the account of the first of some user ids, and calls itself for the rest.',
  inputs: idInputs,
  outputs: found,
  body({ connection, ids, found: sofar, token }) {
    const { length } = list.length({ list: ids });
    return ifElse(
      { a: length, operator: '==', b: 0 },
      {
        then: () => ({ users: sofar, token }),
        else() {
          const first = list.getFirstItem(
            { list: ids },
            { as: { item: field.text(), list: field.listOf(field.text()) } },
          );
          const known = list.pluck(
            { list: sofar, key: 'user_id' },
            { as: { values: field.listOf(field.text()) } },
          );
          const { result } = list.includes({ list: known.values, value: first.item });
          const next = ifElse(
            { a: result, operator: '==', b: true },
            {
              then: () => ({ users: sofar, token }),
              else: () => readOne(connection, first.item, sofar, token),
            },
          );
          return callFlow(findByIds, { connection, ids: first.list, found: next.users, token: next.token });
        },
      },
    );
  },
});

/** One account by its id; one that is gone is no error, for it was deleted or linked since. */
function readOne(connection: Ref<Connection>, id: Ref<string>, sofar: Ref<JsonObject[]>, token: Ref<string>) {
  return ifError(
    {
      try() {
        const reply = send(connection, 'GET', idPath('users', id), { token });
        const user = json.parse({ string: reply.body }, { as: { output: field.object() } });
        const { list: more } = list.addToEnd({ list: sofar, item: user.output }, { as: { list: users } });
        return { users: more, token: reply.token };
      },
      catch(error) {
        returnErrorIf({
          a: error.statusCode,
          operator: '!=',
          b: 404,
          message: error.message,
          statusCode: error.statusCode,
        });
        return { users: sofar, token };
      },
    },
    { note: 'An account that is gone needs no flag; every other failure is one.' },
  );
}

/** Every account of a person, each once, and the token that was used. */
export const findAccounts = connectorHelper({
  auth,
  name: 'Find Accounts',
  description: 'Finds every account of a person, by addresses and by user ids.',
  inputs: { email: field.text(), emails: field.listOf(field.text()), ids: field.listOf(field.text()) },
  outputs: found,
  body({ connection, email, emails, ids }) {
    const one = list.construct([email]);
    const all = list.union({ list1: one, list2: emails }, { as: { union: field.listOf(field.text()) } });
    const named = list.filter(
      { list: all.union, operator: 'is not empty' },
      { as: { list: field.listOf(field.text()) } },
    );
    const byEmail = callFlow(findByEmails, { connection, emails: named.list, found: [] });
    return callFlow(findByIds, { connection, ids, found: byEmail.users, token: byEmail.token });
  },
});

/** The flows of this file, callees first. */
export const findFlows = [findByEmail, findByEmails, findByIds, findAccounts];
