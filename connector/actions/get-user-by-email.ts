/** Get User By Email: every Auth0 account that has an address, however it was typed. */

import { action, callFlow, field, group, list, object, text } from '../../sdk/dsl';
import { auth } from '../auth';
import { requireInput } from '../request';
import { findByEmails, spellings } from '../system/find-accounts';

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
      user: { id: 'auth0|64f0', email: 'ada@acme.test' },
      result: { users: [{ user_id: 'auth0|64f0', email: 'ada@acme.test' }], ids: ['auth0|64f0'], count: 1 },
    },
  },
  body({ connection, inputs }) {
    const typed = text.trim({ string: inputs.user.email });
    requireInput(typed.output, 'Email');
    const one = list.construct([typed.output]);
    const { users } = callFlow(findByEmails, { connection, items: spellings(one), users: [] });
    const count = list.length({ list: users });
    const ids = list.pluck({ list: users, key: 'user_id' }, { as: { values: field.listOf(field.text()) } });
    const first = object.getMultiple(
      { object: users },
      {
        outputs: {
          id: field.text('User ID', { key: '0.user_id' }),
          email: field.text('Email', { key: '0.email' }),
          blocked: field.flag('Blocked', { key: '0.blocked' }),
        },
      },
    );
    return {
      user: { id: first.id, email: first.email, blocked: first.blocked },
      result: { users, ids: ids.values, count: count.length },
    };
  },
});
