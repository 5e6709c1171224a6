/** `owf guide`: writes the page and the document, touches nothing else, and sees drift. */

import { readFileSync } from 'node:fs';
import { guide } from '../../scripts/guide';
import { repository } from '../../scripts/new/repository';
import { output } from '../../scripts/output';
import { memoryStreams, workplace } from '../support/cli';

const place = workplace();
const documents = repository(place.at('repository'));

function run(check: boolean, format: 'text' | 'json' = 'text') {
  const streams = memoryStreams();
  const code = guide({ out: place.at('dist'), check }, output(format, streams), documents);
  return { code, stdout: streams.printed.stdout };
}

it('says that the document is missing, writes it, and leaves it alone after that', () => {
  expect(run(true)).toMatchObject({
    code: 1,
    stdout: expect.stringContaining('docs/guide.md: error: missing'),
  });
  expect(run(false)).toMatchObject({ code: 0, stdout: expect.stringContaining('docs/guide.md: written') });
  expect(run(false)).toMatchObject({ code: 0, stdout: expect.stringContaining('docs/guide.md: unchanged') });
  expect(run(true)).toMatchObject({ code: 0, stdout: 'docs/guide.md: up to date\n' });
});

it('writes the page beside what the folder holds', () => {
  place.file('dist/mine.txt', 'mine');
  run(false);
  expect(readFileSync(place.at('dist', 'guide.html'), 'utf8')).toContain('<!doctype html>');
  expect(readFileSync(place.at('dist', 'connector', 'icon.svg'), 'utf8')).toContain('<svg ');
  expect(readFileSync(place.at('dist', 'mine.txt'), 'utf8')).toBe('mine');
});

it('sees drift, and changes nothing then', () => {
  const path = place.at('repository', 'docs', 'guide.md');
  const drifted = `${readFileSync(path, 'utf8')}\nSomething more.\n`;
  place.file('repository/docs/guide.md', drifted);
  const { code, stdout } = run(true, 'json');
  expect(code).toBe(1);
  expect(JSON.parse(stdout)).toEqual({ check: true, files: [{ path: 'docs/guide.md', state: 'drifted' }] });
  expect(readFileSync(path, 'utf8')).toBe(drifted);
});
