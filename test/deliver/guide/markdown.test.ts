/** The guide in the repository: up to date, and with every value as text. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { guideDocument } from '../../../deliver/guide';
import { codeSpan, md } from '../../../deliver/guide/markdown';

const root = join(__dirname, '..', '..', '..');
const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
const { path, text } = guideDocument(version);

it('is what the sources say; npm run guide writes it anew', () => {
  expect(existsSync(join(root, path))).toBe(true);
  expect(readFileSync(join(root, path), 'utf8')).toBe(text);
});

it('leads nowhere that is not there', () => {
  const ids = new Set([...text.matchAll(/<a id="([^"]*)">/g)].map(([, id]) => id));
  const targets = [...text.matchAll(/\]\(#([^)]*)\)/g)].map(([, target]) => target);
  expect(targets.length).toBeGreaterThan(20);
  for (const target of targets) expect(ids).toContain(target);
});

it.each([
  ['[main] a_b*c', '\\[main\\] a\\_b\\*c'],
  ['<b>&amp;', '\\<b\\>\\&amp;'],
  ['a\nb', 'a b'],
])('prints the text %j as text', (plain, printed) => expect(md(plain)).toBe(printed));

it.each([
  ['a', '`a`'],
  ['Bearer ', '`Bearer `'],
  [' both ends ', '`  both ends  `'],
  ['a `b` c', '``a `b` c``'],
  ['`a', '`` `a ``'],
])('prints the code %j so that it is kept', (plain, printed) => expect(codeSpan(plain)).toBe(printed));
