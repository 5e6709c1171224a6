/** Get User By Email: every Auth0 account that has an address, however it was typed. */

import {
  action,
  callFlow,
  field,
  group,
  ifElse,
  json,
  list,
  object,
  type Ref,
  returnErrorIf,
  text,
  url,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';
import { httpHelper } from '../system/http-helper';

export const getUserByEmail = action({
  auth,
  name: 'Get User By Email',
  description: 'Find the Auth0 accounts that share an email address.',
  inputs: {
    user: group('User', {
      email: field.text('Email', {
        required: true,
        help: 'Looked up in lower case and, if that differs, as typed.',
      }),
    }),
  },
  outputs: {
    user: group('User', {
      id: field.text('User ID'),
      email: field.text('Email'),
      blocked: field.flag('Blocked'),
    }),
    result: group('Result', {
      users: field.list('Users'),
      ids: field.listOf(field.text(), 'User IDs'),
      count: field.number('Count'),
    }),
  },
  scopes: ['read:users'],
  help: {
    limits: [
      'Auth0 stores the addresses of its own databases in lower case and compares them letter for letter.',
      'An account linked under another primary account is found by the primary’s address alone.',
      'Nobody found is no error: Count is 0 and the rest is empty.',
    ],
  },
  sample: {
    inputs: { user: { email: 'Ada@acme.test' } },
    outputs: {
      user: { id: 'auth0|64f0', email: 'ada@acme.test', blocked: false },
      result: { users: [{ user_id: 'auth0|64f0', email: 'ada@acme.test' }], ids: ['auth0|64f0'], count: 1 },
    },
  },
  body({ connection, inputs }) {
    const typed = text.trim({ string: inputs.user.email });
    returnErrorIf({
      a: typed.output,
      operator: 'is empty',
      message: 'No Email input provided.',
      statusCode: 400,
    });
    const lower = text.toLowerCase({ string: typed.output });
    const first = lookUp(connection, lower.output);
    const { found } = ifElse(
      { a: lower.output, operator: '==', b: typed.output },
      {
        then: () => ({ found: first.users }),
        else() {
          const second = lookUp(connection, typed.output, first.token);
          const both = list.union(
            { list1: first.users, list2: second.users },
            { as: { union: field.list() } },
          );
          const once = list.removeDuplicates(
            { list: both.union, path: 'user_id' },
            { as: { uniqueList: field.list() } },
          );
          return { found: once.uniqueList };
        },
      },
      { note: 'Other identity providers keep the case in which the address was typed.' },
    );
    const count = list.length({ list: found });
    const ids = list.pluck({ list: found, key: 'user_id' }, { as: { values: field.listOf(field.text()) } });
    const one = object.getMultiple(
      { object: found },
      {
        outputs: {
          id: field.text('User ID', { key: '0.user_id' }),
          email: field.text('Email', { key: '0.email' }),
          blocked: field.flag('Blocked', { key: '0.blocked' }),
        },
      },
    );
    return {
      user: { id: one.id, email: one.email, blocked: one.blocked },
      result: { users: found, ids: ids.values, count: count.length },
    };
  },
});

/** Looks up one spelling of an address; gives the accounts, and the token for the next request. */
function lookUp(connection: Ref<Connection>, email: Ref<string>, token?: Ref<string>) {
  const encoded = url.encodeComponent({ string: email });
  const path = text.concatenate({ string1: '/api/v2/users-by-email?email=', string2: encoded.output });
  const reply = callFlow(httpHelper, {
    connection,
    relative_url: path.output,
    request_method: 'GET',
    ...(token === undefined ? {} : { token }),
  });
  const users = json.parse({ string: reply.body }, { as: { output: field.list() } });
  return { users: users.output, token: reply.token };
}
