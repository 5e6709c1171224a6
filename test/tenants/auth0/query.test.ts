/** The checks on a query. */

import { checkQuery, type QueryRule } from '../../../tenants/auth0/query';
import type { TenantRequest } from '../../../tenants/routes';

const rules: Record<string, QueryRule> = {
  email: { type: 'string', required: true },
  page: { type: 'integer', maximum: 100 },
  take: { type: 'integer', minimum: 1 },
  all: { type: 'boolean' },
  sort: { type: 'string', pattern: /^\w+:-?1$/ },
};

function request(query: string): TenantRequest {
  const parameters = new URLSearchParams(query);
  return {
    method: 'GET',
    path: '/',
    params: {},
    query: Object.fromEntries(parameters),
    repeated: [...new Set(parameters.keys())].filter((name) => parameters.getAll(name).length > 1),
    headers: {},
    contentType: '',
    body: null,
    malformed: false,
  };
}

test.each(['email=a', 'email=a&page=100&all=true&sort=name:-1', 'email=a&all=false'])(
  '%s passes',
  (query) => {
    expect(checkQuery(request(query), rules)).toBeUndefined();
  },
);

test.each([
  ['', 'Missing required property: email'],
  ['email=', "'String is too short (0 chars), minimum 1' on property email"],
  ['email=a&b@acme.test', 'Additional properties not allowed: b@acme.test'],
  ['email=a&email=b', "'Expected type string but found type array' on property email"],
  ['email=a&page=101', 'Value 101 is greater than maximum 100'],
  ['email=a&take=0', 'Value 0 is less than minimum 1'],
  ['email=a&page=-1', 'Expected type integer'],
  ['email=a&all=yes', 'Expected type boolean'],
  ['email=a&sort=name', 'does not match pattern'],
])('%j is refused: %s', (query, message) => {
  const answer = checkQuery(request(query), rules);
  expect(answer?.status).toBe(400);
  expect(answer?.body).toMatchObject({
    errorCode: 'invalid_query_string',
    message: expect.stringContaining(message),
  });
});
