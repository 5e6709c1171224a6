/** Filter and search expressions. */

import { FilterSyntaxError, parseFilter } from '../../../tenants/okta/filter';

const USER = {
  id: '00u1',
  status: 'ACTIVE',
  lastUpdated: '2026-01-02T00:00:00.000Z',
  profile: {
    email: "ada.o'hara+1@acme.test",
    title: 'He said "hi"',
    level: 12,
    manager: true,
    tags: ['a', 'b'],
  },
  target: [{ id: 'x' }, { id: 'y' }],
};

test.each<[string, boolean]>([
  ['status eq "ACTIVE"', true],
  ['status eq "active"', true],
  ['status EQ "ACTIVE"', true],
  ['status ne "ACTIVE"', false],
  ['profile.email eq "ADA.o\'hara+1@acme.test"', true],
  ['profile.title eq "He said \\"hi\\""', true],
  ['profile.email sw "ada." and profile.email ew ".test"', true],
  ['profile.email co "hara+1"', true],
  ['profile.level gt 9', true],
  ['profile.level eq 12', true],
  ['profile.manager eq true', true],
  ['profile.tags eq "b"', true],
  ['target.id eq "y"', true],
  ['profile.city pr', false],
  ['profile.email pr', true],
  ['profile.city eq "x"', false],
  ['lastUpdated gt "2026-01-01T23:59:59Z"', true],
  ['lastUpdated gt "2026-01-02T01:00:00+01:00"', false],
  ['lastUpdated ge "2026-01-02T01:00:00+01:00"', true],
  ['lastUpdated lt "2026-01-02T00:00:00.001Z" and lastUpdated le "2026-01-02T00:00:00.000Z"', true],
  ['status eq "X" or id eq "00u1" and status eq "ACTIVE"', true],
  ['(status eq "X" or id eq "00u1") and status eq "X"', false],
  ['((status eq "ACTIVE"))', true],
])('%s is %s', (text, expected) => {
  expect(parseFilter(text, { foldCase: true })(USER)).toBe(expected);
});

test('a filter has regard to case, and may not name everything', () => {
  expect(parseFilter('status eq "active"', { foldCase: false })(USER)).toBe(false);
  expect(() => parseFilter('profile.title pr', { foldCase: false, properties: ['status'] })).toThrow(
    'profile.title',
  );
});

test.each([
  '',
  'status',
  'status eq',
  'status eq ACTIVE',
  "status eq 'ACTIVE'",
  'status eq "ACTIVE',
  'status is "ACTIVE"',
  'status eq "A" and',
  'status eq "A" status eq "B"',
  '(status eq "A"',
  'status eq "A")',
  '"status" eq "A"',
])('%j cannot be read', (text) => {
  expect(() => parseFilter(text, { foldCase: true })).toThrow(FilterSyntaxError);
});
