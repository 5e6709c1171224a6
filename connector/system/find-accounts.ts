/** Finding every Auth0 account of a person: by each address, by known user ids, and where an account was linked to another. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import {
  callFlow,
  connectorHelper,
  field,
  ifElse,
  ifError,
  json,
  list,
  number,
  object,
  type Ref,
  returnErrorIf,
  text,
  trueFalse,
  url,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';
import { inTurn } from '../in-turn';
import { idPath, queryPath, send } from '../request';
import { anyOf, phrase } from '../search-query';
import { getToken } from './get-token';

const texts = field.listOf(field.text());
const users = field.list();
const found = { users, token: field.text() };

/**
 * Every spelling under which Auth0 may keep some addresses, each once: its own databases keep lower case, other
 * providers what was typed (D3). Blank ones are among them still.
 */
export function spellings(emails: Ref<string[]>): Ref<string[]> {
  return list.union({ list1: lowerCase(emails), list2: emails }, { as: { union: texts } }).union;
}

/** Some texts in lower case: as one text, so that no loop is needed. JSON has no escape that lower case would change. */
export function lowerCase(values: Ref<string[]>): Ref<string[]> {
  // A list that was not given is an empty one.
  const given = list.filter({ list: values, operator: 'is not empty' }, { as: { list: texts } });
  const written = json.stringify({ object: given.list });
  const lower = text.toLowerCase({ string: written.output });
  return json.parse({ string: lower.output }, { as: { output: texts } }).output;
}

/** The accounts found so far, and those of every address as it is spelt. What has no @ is nobody's address. */
export const findByEmails = inTurn({
  name: 'Find By Emails',
  description: 'Finds the Auth0 accounts that have one of some addresses, letter for letter.',
  item: field.text(),
  facts: {},
  state: found,
  step({ connection, item, users: sofar, token }) {
    const email = text.trim({ string: item });
    // A login may be no address. UNDOCUMENTED whether Auth0 refuses to look such a one up; it is not asked.
    const sign = text.find({ string: email.output, substr: '@' });
    return ifElse(
      { a: sign.output, operator: '<', b: 0 },
      {
        then: () => ({ users: sofar, token }),
        else() {
          const reply = send(connection, 'GET', queryPath('users-by-email', 'email', email.output), {
            token,
          });
          const more = json.parse({ string: reply.body }, { as: { output: users } });
          return { users: together(sofar, more.output), token: reply.token };
        },
      },
    );
  },
});

/** Two lists of accounts as one, each account once. */
function together(one: Ref<JsonObject[]>, other: Ref<JsonObject[]>): Ref<JsonObject[]> {
  const both = list.combineAll({ list1: one, list2: other }, { as: { output: users } });
  const once = list.removeDuplicates({ list: both.output, path: 'user_id' }, { as: { uniqueList: users } });
  return once.uniqueList;
}

/** The accounts found so far, and those that a search has found if the identity is really theirs. */
const keepLinked = inTurn({
  name: 'Keep Linked',
  description:
    'Keeps the accounts that have an identity: a search finds provider and ID even in two different ones.',
  item: field.object(),
  facts: { provider: field.text(), user_id: field.text() },
  state: { users },
  step({ item, provider, user_id, users: sofar }) {
    const all = object.get({ object: item, path: 'identities' }, { as: { output: users } });
    const same = list.filter(
      { list: all.output, operator: '==', path: 'user_id', comparison: user_id },
      { as: { list: users } },
    );
    const its = list.filter(
      { list: same.list, operator: '==', path: 'provider', comparison: provider },
      { as: { list: users } },
    );
    const { length } = list.length({ list: its.list });
    return ifElse(
      { a: length, operator: '>', b: 0 },
      {
        then() {
          const one = list.construct([item]);
          return { users: together(sofar, one) };
        },
        else: () => ({ users: sofar }),
      },
    );
  },
});

/** The accounts found so far, and those of every user id that is not among them. */
const findByIds = inTurn({
  name: 'Find By IDs',
  description: 'Reads the accounts of some user IDs; one that is linked by now is found under its primary.',
  item: field.text(),
  facts: {},
  state: found,
  step({ connection, item, users: sofar, token }) {
    const known = list.pluck({ list: sofar, key: 'user_id' }, { as: { values: texts } });
    const { result } = list.includes({ list: known.values, value: item });
    return ifElse(
      { a: result, operator: '==', b: true },
      { then: () => ({ users: sofar, token }), else: () => readOne(connection, item, sofar, token) },
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
        return searchLinked(connection, id, sofar, token);
      },
    },
    { note: 'An account that is gone was deleted, or linked to another; every other failure is one.' },
  );
}

/** The account under which one with this id stands as a linked identity: `auth0|64f0` is provider `auth0`, ID `64f0`. */
function searchLinked(
  connection: Ref<Connection>,
  id: Ref<string>,
  sofar: Ref<JsonObject[]>,
  token: Ref<string>,
) {
  const bar = text.find({ string: id, substr: '|' });
  const provider = text.textSegment({ string: id, start: 0, end: bar.output });
  const start = number.add({ a: bar.output, b: 1 });
  const { length } = text.length({ string: id });
  const own = text.textSegment({ string: id, start: start.output, end: length });
  const query = text.compose`identities.user_id:${phrase(own.output)} AND identities.provider:${phrase(provider.output)}`;
  const reply = search(connection, query, token);
  const kept = callFlow(keepLinked, {
    connection,
    items: reply.users,
    provider: provider.output,
    user_id: own.output,
    users: sofar,
  });
  return { users: kept.users, token: reply.token };
}

/** One page of a search: nobody has a hundred accounts. */
function search(connection: Ref<Connection>, query: Ref<string>, token: Ref<string>) {
  const encoded = url.encodeComponent({ string: query });
  const path = text.compose`/api/v2/users?search_engine=v3&per_page=100&q=${encoded.output}`;
  const reply = send(connection, 'GET', path, { token });
  const hits = json.parse({ string: reply.body }, { as: { output: users } });
  return { users: hits.output, token: reply.token };
}

/** Every account of a person, each once, and the token that was used. */
export const findAccounts = connectorHelper({
  auth,
  name: 'Find Accounts',
  description:
    'Finds every account of a person by addresses and user IDs; where asked to, or where nobody is found, also those that stand under another primary account.',
  inputs: {
    email: field.text(),
    emails: texts,
    ids: texts,
    /** `search`: also look for linked identities that have one of the addresses. */
    linked: field.text(),
  },
  outputs: found,
  body({ connection, email, emails, ids, linked }) {
    const { token } = callFlow(getToken, { connection });
    const one = list.construct([email]);
    const all = list.union({ list1: one, list2: emails }, { as: { union: texts } });
    const named = list.filter({ list: all.union, operator: 'is not empty' }, { as: { list: texts } });
    const spelt = spellings(named.list);
    const byEmail = callFlow(findByEmails, { connection, items: spelt, users: [], token });
    const byId = callFlow(findByIds, { connection, items: ids, users: byEmail.users, token });
    const { length: addresses } = list.length({ list: spelt });
    const { length: hits } = list.length({ list: byId.users });
    // One search more, so only where it was asked for or where the cheap ways lead nowhere.
    const asked = trueFalse.compare({ a: linked, operator: '==', b: 'search' });
    const nobody = trueFalse.compare({ a: hits, operator: '==', b: 0 });
    const wanted = trueFalse.or({ a: asked.result, b: nobody.result });
    const some = trueFalse.compare({ a: addresses, operator: '>', b: 0 });
    const further = trueFalse.and({ a: wanted.output, b: some.result });
    return ifElse(
      { a: further.output, operator: '==', b: true },
      {
        then() {
          const reply = search(
            connection,
            anyOf({ before: 'identities.profileData.email:', or: 'OR' }, spelt),
            token,
          );
          return { users: together(byId.users, reply.users), token };
        },
        else: () => ({ users: byId.users, token }),
      },
    );
  },
});

/** The flows of this file, callees first. */
export const findFlows = [findByEmails, keepLinked, findByIds, findAccounts];
