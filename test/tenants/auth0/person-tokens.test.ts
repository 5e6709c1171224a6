/** The tokens of people. */

import { personalScope } from '../../../tenants/auth0/person-tokens';

test.each([
  ['openid email', 'openid email'],
  ['email openid openid', 'openid email'],
  ['read:users delete:users', ''],
  ['offline_access profile', 'profile offline_access'],
  ['', ''],
])('of %j a person can have %j', (asked, scope) => {
  expect(personalScope(asked)).toBe(scope);
});
