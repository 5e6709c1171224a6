/** The first-level merge of metadata. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import { mergeMetadata } from '../../../tenants/auth0/merge';

test.each<[JsonObject | undefined, JsonObject, JsonObject]>([
  [undefined, { a: 1 }, { a: 1 }],
  [
    { okta: { deactivated: 'true', theme: 'dark' } },
    { okta: { deactivated: 'false' } },
    { okta: { deactivated: 'false' } },
  ],
  [{ baz: 1, foo: 2 }, { baz: null, foo: 'bars' }, { foo: 'bars' }],
  [{ a: 1, b: 2 }, {}, {}],
  [undefined, { a: null }, {}],
  [{ a: 1 }, { b: { c: null } }, { a: 1, b: { c: null } }],
])('%j and %j give %j', (stored, patch, merged) => {
  expect(mergeMetadata(stored, patch)).toEqual(merged);
});

test('keys of the patch win, nulls go, the rest stays, and nothing that came in changes', () => {
  const object = fc.dictionary(fc.string(), fc.jsonValue(), { noNullPrototype: true });
  fc.assert(
    fc.property(object, object, (first, second) => {
      // fast-check's JSON values are JSON values.
      const [stored, patch] = [first as JsonObject, second as JsonObject];
      const before = JSON.stringify([stored, patch]);
      const merged = mergeMetadata(stored, patch);
      expect(JSON.stringify([stored, patch])).toBe(before);
      if (Object.keys(patch).length === 0) return expect(merged).toEqual({});
      const own = (from: JsonObject, key: string): Json | undefined =>
        Object.getOwnPropertyDescriptor(from, key)?.value;
      for (const key of new Set([...Object.keys(stored), ...Object.keys(patch)])) {
        const expected = Object.hasOwn(patch, key) ? own(patch, key) : own(stored, key);
        const gone = Object.hasOwn(patch, key) && expected === null;
        expect(own(merged, key)).toEqual(gone ? undefined : expected);
      }
    }),
  );
});
