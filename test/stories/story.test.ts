/** What can go wrong has names, so that it can be counted. */

import { faultKinds, kindOf, tableFaultKinds, tableKindOf } from './story';

test.each(Object.entries(faultKinds))('a fault is known by its name: %s', (name, kind) => {
  expect(kindOf({ tenant: 'auth0', path: '/', ...kind })).toBe(name);
});

test.each(Object.entries(tableFaultKinds))('a fault of a table is known by its name: %s', (name, kind) => {
  expect(tableKindOf({ table: 'audit', ...kind })).toBe(name);
});
