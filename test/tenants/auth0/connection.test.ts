/** The ids of connections. */

import { connectionId } from '../../../tenants/auth0/connection';

test('a name has one id, in the shape that the API asks for', () => {
  expect(connectionId('acme')).toMatch(/^con_[A-Za-z0-9]{16}$/);
  expect(connectionId('acme')).toBe(connectionId('acme'));
  expect(connectionId('acme')).not.toBe(connectionId('Acme'));
});
