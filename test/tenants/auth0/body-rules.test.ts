/** The rules for bodies. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { type BodyRule, checkBody } from '../../../tenants/auth0/body-rules';

const RULES: Record<string, BodyRule> = {
  flag: { type: 'boolean' },
  name: { type: 'string', maximum: 3, nullable: true, required: true },
  note: { type: 'string', empty: true },
  phone: { type: 'string', format: { name: 'phone', pattern: /^\+\d+$/ } },
  ids: { type: 'strings', maximum: 2 },
  id: { type: 'string or integer' },
  data: { type: 'object' },
  parts: { type: 'objects', empty: true, maximum: 2, members: { key: { type: 'string', required: true } } },
  loose: { type: 'objects' },
};

test.each<Json>([
  { name: 'abc' },
  { name: null, flag: false, note: '', phone: '+49', ids: ['a', 'b'], id: 7, data: {} },
  { name: 'x', id: '7' },
  { name: 'x', parts: [], loose: [{ anything: 1 }] },
  { name: 'x', parts: [{ key: 'a' }, { key: 'b' }] },
])('%j passes as it is', (body) => {
  expect(checkBody(body, RULES)).toEqual({ fields: body });
});

test.each<[Json, string]>([
  [null, 'Missing required property: name'],
  ['x', 'Expected type object but found type string'],
  [{ name: 'abcd' }, "'String is too long (4 chars), maximum 3' on property name"],
  [{ name: '' }, "'String is too short (0 chars), minimum 1' on property name"],
  [{ name: 'a', flag: null }, "'Expected type boolean but found type null' on property flag"],
  [{ name: 'a', phone: '49' }, "Object didn't pass validation for format phone: 49"],
  [{ name: 'a', ids: ['a', 1] }, "'Expected type array but found type array' on property ids"],
  [{ name: 'a', ids: [] }, 'Array is too short (0), minimum 1'],
  [{ name: 'a', ids: ['a', 'b', 'c'] }, 'Array is too long (3), maximum 2'],
  [{ name: 'a', id: 1.5 }, "'Expected type string but found type number' on property id"],
  [{ name: 'a', data: [] }, 'Expected type object but found type array'],
  [{ name: 'a', loose: [] }, 'Array is too short (0), minimum 1'],
  [{ name: 'a', loose: ['x'] }, "'Expected type array but found type array' on property loose"],
  [{ name: 'a', parts: [{ key: 'a' }, {}] }, "'Missing required property: key' on property parts[1]"],
  [
    { name: 'a', parts: [{ key: 1 }] },
    "'Expected type string but found type number' on property parts[0].key",
  ],
  [{ name: 'a', parts: [{ key: 'a', x: 1 }] }, "'Additional properties not allowed: x' on property parts[0]"],
  [{ name: 'a', toString: 1 }, 'Additional properties not allowed: toString!'],
])('%j is refused', (body, message) => {
  expect(checkBody(body, RULES, '!')).toMatchObject({
    refused: {
      status: 400,
      body: { errorCode: 'invalid_body', message: expect.stringContaining(message) },
    },
  });
});

test('what only the prototype has is not there', () => {
  const rule: BodyRule = { type: 'string', required: true };
  expect(checkBody({}, Object.fromEntries([['constructor', rule]]))).toHaveProperty('refused');
});
