/** The query language of the user search. */

import fc from 'fast-check';
import { parseQuery, QuerySyntaxError } from '../../../tenants/auth0/lucene';

const ada = {
  user_id: 'auth0|1',
  email: 'Ada+sso@acme.test',
  name: 'Ada Lovelace',
  logins_count: 12,
  blocked: true,
  updated_at: '2026-03-01T00:00:00.000Z',
  identities: [{ connection: 'acme' }, { connection: 'google-oauth2' }],
  app_metadata: { okta_deactivated: true, plan: 'Pro', roles: ['admin', 'dev'], dept: { id: 7 } },
};

test.each([
  ['email:"ada+sso@ACME.test"', true],
  ['email:ada*', true],
  ['email:"ada*"', false],
  ['email:?da*test', true],
  ['email:ada\\+sso@acme.test', true],
  ['user_id:"auth0|1"', true],
  ['user_id:"auth0|2"', false],
  ['app_metadata.okta_deactivated:true', true],
  ['app_metadata.plan:Pro', true],
  ['app_metadata.plan:pro', false],
  ['app_metadata.roles:dev', true],
  ['app_metadata.dept.id:7', true],
  ['app_metadata.dept:7', false],
  ['identities.connection:"google-oauth2"', true],
  ['_exists_:app_metadata.plan', true],
  ['NOT _exists_:user_metadata', true],
  ['-blocked:true', false],
  ['blocked:true AND email:bob*', false],
  ['blocked:true OR email:bob*', true],
  ['email:bob* blocked:true', true],
  ['blocked:true AND (email:bob* OR name:"ada lovelace")', true],
  ['NOT (email:bob* OR blocked:false)', true],
  ['email:bob* OR blocked:true AND name:nobody', false],
  ['logins_count:[10 TO 20]', true],
  ['logins_count:{12 TO *]', false],
  ['updated_at:[2026-01-01 TO 2026-12-31]', true],
  ['updated_at:[* TO 2025-12-31}', false],
  ['lovelace', false],
  ['*lovelace', true],
  ['"ada lovelace"', true],
  ['constructor:x', false],
])('%s: %j', (query, expected) => {
  expect(parseQuery(query)(ada)).toBe(expected);
});

test.each(['', 'AND', 'email:', 'email:"open', '(a', 'a)', 'a AND', '()', 'NOT', ':x'])(
  '%j is no query',
  (query) => {
    expect(() => parseQuery(query)).toThrow(QuerySyntaxError);
  },
);

test('any text is a query or an error that says so, and a quoted value finds itself', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      try {
        parseQuery(text)(ada);
      } catch (error) {
        expect(error).toBeInstanceOf(QuerySyntaxError);
      }
      const quoted = text.replace(/[\\"]/g, '\\$&');
      expect(parseQuery(`user_metadata.x:"${quoted}"`)({ user_metadata: { x: text } })).toBe(true);
    }),
  );
});
