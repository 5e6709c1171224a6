/** Search Users: Auth0 accounts that match a query, the first one or as many as Auth0 gives. */

import { action, assignIf, callFlow, field, group, ifElseIf, list, object, text, url } from '../../sdk/dsl';
import { auth } from '../auth';
import { requireInput } from '../request';
import { searchPages } from '../system/search-pages';

export const searchUsers = action({
  auth,
  name: 'Search Users',
  description: 'Find Auth0 accounts with a search query.',
  options: {
    resultSet: field.choice(
      'Result Set',
      [
        { value: 'first', label: 'First User' },
        { value: 'hundred', label: 'First 100' },
        { value: 'thousand', label: 'Up to 1,000' },
      ],
      { required: true },
    ),
  },
  inputs: {
    search: group('Search', {
      query: field.text('Query', {
        required: true,
        help: 'Lucene syntax, such as app_metadata.okta_deactivated:true',
      }),
      sort: field.text('Sort', {
        help: 'A property and 1 or -1, such as created_at:1; by User ID where it is empty.',
      }),
    }),
  },
  outputs: {
    user: group('User', { id: field.text('User ID'), email: field.text('Email') }),
    result: group('Result', { users: field.list('Users'), count: field.number('Count') }),
  },
  scopes: ['read:users'],
  help: {
    limits: [
      'Auth0 gives at most 1,000 accounts to one query.',
      'The search lags behind changes; for one known address use Get User By Email.',
      'Quote what a user typed before it goes into a query.',
    ],
  },
  sample: {
    options: { resultSet: 'hundred' },
    inputs: { search: { query: 'app_metadata.okta_deactivated:true' } },
    outputs: { user: {}, result: { users: [], count: 0 } },
  },
  body({ connection, options, inputs }) {
    requireInput(inputs.search.query, 'Query');
    const encoded = url.encodeComponent({ string: inputs.search.query });
    const order = assignIf(
      {
        a: inputs.search.sort,
        operator: 'is empty',
        valueIfTrue: 'user_id:1',
        valueIfFalse: inputs.search.sort,
      },
      { as: { output: field.text() } },
    );
    const sort = url.encodeComponent({ string: order.output });
    const { last, size } = ifElseIf(
      [
        { when: { a: options.resultSet, operator: '==', b: 'first' }, then: () => ({ last: 0, size: 1 }) },
        {
          when: { a: options.resultSet, operator: '==', b: 'hundred' },
          then: () => ({ last: 0, size: 100 }),
        },
      ],
      () => ({ last: 9, size: 100 }),
    );
    const path = text.compose`/api/v2/users?search_engine=v3&sort=${sort.output}&q=${encoded.output}&per_page=${size}`;
    const { users } = callFlow(searchPages, { connection, path, page: 0, last, page_size: size, found: [] });
    const { length } = list.length({ list: users });
    const one = object.getMultiple(
      { object: users },
      {
        outputs: {
          id: field.text('User ID', { key: '0.user_id' }),
          email: field.text('Email', { key: '0.email' }),
        },
      },
    );
    return { user: { id: one.id, email: one.email }, result: { users, count: length } };
  },
});
