/** Files: clear words for what cannot be read, and a folder that holds the last build and whatever else was there. */

import { chmodSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { readJson, readPackFile, readText, requireWritable, writeFolder } from '../../scripts/files';
import { filesIn, workplace } from '../support/cli';
import { CANARY } from '../support/story';

const place = workplace();
const asRoot = process.getuid?.() === 0;

describe('reading', () => {
  it.each<[string, () => unknown, object]>([
    [
      'no file',
      () => readText(place.at('none')),
      {
        message: expect.stringMatching(/^There is no file ".*none"\.$/),
        hint: 'Name an existing file, or - for standard input.',
      },
    ],
    [
      'a folder',
      () => readText(place.folder),
      { message: expect.stringContaining('is a folder, not a file.') },
    ],
    [
      'half a JSON',
      () => readJson(place.file('half.json', '{\n  "a": 1,\n')),
      {
        message: expect.stringMatching(/half\.json" is not JSON: line 3, column 1: /),
        hint: 'Mend the file, or name another.',
      },
    ],
    [
      'an empty file',
      () => readJson(place.file('empty.json', '')),
      { message: expect.stringContaining('is not JSON: Unexpected end of JSON input') },
    ],
    [
      'a pack that is none',
      () => readPackFile(place.file('none.flow', { type: 'flow' })),
      {
        message: expect.stringMatching(/none\.flow" is no pack: .*"type" is "flow"/),
        hint: expect.stringContaining('.flow, .folder or .flopack'),
      },
    ],
    [
      'a pack with many faults',
      () => readPackFile(place.file('many.flow', { type: 'flopack' })),
      { message: expect.stringMatching(/and \d+ more; see owf check/) },
    ],
  ])('%s', (_, read, error) => {
    expect(read).toThrow(expect.objectContaining({ name: 'InputError', ...error }));
  });

  it('a message about JSON shows nothing of the file, which may hold a secret', () => {
    const text = `{"client_secret": "${CANARY}", [}`;
    for (const cut of [text, text.slice(0, -1), `["${CANARY}",]`, `{"a": "${CANARY}"} x`]) {
      let message = '';
      try {
        readJson(place.file('secret.json', cut));
      } catch (error) {
        message = String(error);
      }
      expect(message).toMatch(/is not JSON: ./);
      expect(message).not.toContain(CANARY.slice(0, 6));
    }
  });

  it('a byte order mark before JSON does no harm', () => {
    expect(readJson(place.file('bom.json', '\uFEFF{"a":1}'))).toEqual({ a: 1 });
  });

  (asRoot ? it.skip : it)(`a file that may not be read${asRoot ? ' [skipped: root may]' : ''}`, () => {
    const file = place.file('closed.json', '{}');
    chmodSync(file, 0);
    expect(() => readText(file)).toThrow(/may not be read/);
  });
});

describe('writing a folder', () => {
  const files = [
    { path: 'connector/01-a.flow', text: 'a' },
    { path: 'flows/p/p.folder', text: 'p' },
    { path: 'top.txt', text: 't' },
  ];
  const contents = (folder: string) => filesIn(place.at(folder));

  it('makes it, and every folder in it', () => {
    writeFolder(place.at('deep', 'new'), files);
    expect(contents('deep/new')).toEqual({
      '.owf-build': 'connector/01-a.flow\nflows/p/p.folder\ntop.txt\n',
      ...Object.fromEntries(files.map(({ path, text }) => [path, text])),
    });
  });

  it('replaces what it wrote before, takes away what is no longer made, and leaves everything else alone', () => {
    const folder = place.at('again');
    writeFolder(folder, files);
    writeFileSync(place.at('again', 'connector', 'mine.ts'), 'mine');
    writeFileSync(place.at('again', 'connector', '99-mine.flow'), 'mine');
    writeFileSync(place.at('again', 'README.md'), 'mine');
    writeFolder(folder, [
      { path: 'connector/02-b.flow', text: 'b' },
      { path: 'top.txt', text: 'T' },
    ]);
    expect(contents('again')).toEqual({
      '.owf-build': 'connector/02-b.flow\ntop.txt\n',
      'connector/02-b.flow': 'b',
      'top.txt': 'T',
      'connector/mine.ts': 'mine',
      'connector/99-mine.flow': 'mine',
      'README.md': 'mine',
    });
  });

  it('writes bytes as they are, and takes away an archive that is no longer made', () => {
    const bytes = Uint8Array.of(0x50, 0x4b, 0x00, 0xff, 0x80);
    writeFolder(place.at('bytes'), [...files, { path: 'it-1.zip', bytes }]);
    expect(new Uint8Array(readFileSync(place.at('bytes', 'it-1.zip')))).toEqual(bytes);
    writeFolder(place.at('bytes'), [{ path: 'it-2.zip', bytes: bytes.slice(0, 2) }]);
    expect(contents('bytes')).toEqual({ '.owf-build': 'it-2.zip\n', 'it-2.zip': 'PK' });
  });

  it('a record that somebody else wrote takes away nothing outside the folder', () => {
    mkdirSync(place.at('trap'));
    const victim = place.file('victim.txt', 'alive');
    writeFileSync(place.at('trap', '.owf-build'), `../victim.txt\n${victim}\nflows/../../victim.txt\n`);
    writeFolder(place.at('trap'), files);
    expect(place.content()['victim.txt']).toBe('alive');
  });

  it.each<[string, () => string, RegExp]>([
    ['a file where the folder goes', () => place.file('file', 'x'), /a file is in the way/],
    [
      'a folder where a file goes',
      () => {
        mkdirSync(place.at('way', 'top.txt'), { recursive: true });
        return place.at('way');
      },
      /a folder is in the way/,
    ],
    [
      'a file where a folder in it goes',
      () => {
        mkdirSync(place.at('way2'));
        place.file('way2/flows', 'x');
        return place.at('way2');
      },
      /a file is in the way/,
    ],
  ])('%s is said, and nothing is left behind', (_, prepare, message) => {
    const folder = prepare();
    const before = place.content();
    expect(() => writeFolder(folder, files)).toThrow(
      expect.objectContaining({ name: 'InputError', message: expect.stringMatching(message) }),
    );
    const after = place.content();
    expect(Object.keys(after).filter((path) => path.includes('staging'))).toEqual([]);
    expect(after).toMatchObject(before);
  });
});

describe('requireWritable', () => {
  it('lets new and existing files pass, and writes nothing', () => {
    const before = place.content();
    requireWritable(place.at('new.txt'));
    expect(place.content()).toEqual(before);
    requireWritable(place.file('old.txt', 'x'));
  });

  it.each([
    ['a folder that is not there', ['nowhere', 'x.txt'], 'its folder does not exist'],
    ['a folder', [], 'a folder is in the way'],
  ])('refuses %s', (_, path, reason) => {
    expect(() => requireWritable(place.at(...path))).toThrow(reason);
  });
});
