/** Bodies, read and parsed. */

import type { IncomingMessage } from 'node:http';
import { Readable } from 'node:stream';
import { parseBody, readText } from '../../tenants/body';

test.each([
  ['', 'application/json', null, false],
  ['{"a":1}', 'application/json', { a: 1 }, false],
  ['{"a":1}', '', { a: 1 }, false],
  ['{"a":1}', 'application/merge-patch+json', { a: 1 }, false],
  ['{"a":', 'application/json', '{"a":', true],
  ['a=1&b=x%2By+z', 'application/x-www-form-urlencoded', { a: '1', b: 'x+y z' }, false],
  ['hello', 'text/plain', 'hello', false],
])('%j as %j', (text, type, body, malformed) => {
  expect(parseBody(text, type)).toEqual({ body, malformed });
});

test('a body is read whole, over the borders of its pieces', async () => {
  const bytes = Buffer.from('{"name":"Zoë"}');
  // Only the stream part of a message is read.
  const message = Readable.from([bytes.subarray(0, 12), bytes.subarray(12)]) as IncomingMessage;
  expect(await readText(message)).toBe('{"name":"Zoë"}');
});

test('a body without end is not kept', async () => {
  const message = Readable.from([Buffer.alloc(1024 * 1024), Buffer.alloc(1)]) as IncomingMessage;
  await expect(readText(message)).rejects.toThrow('longer than');
});
