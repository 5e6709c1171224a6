/** The house keeps its plan: who imports whom, who touches the world, what is in the lists, what has a test. */

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { dirname, join, relative, sep } from 'node:path';
import { preProcessFile } from 'typescript';

const ROOT = join(__dirname, '..');
const sdk = ['cards', 'dsl', 'pack', 'compile', 'lint', 'diff', 'run', 'view'].map((room) => `sdk/${room}`);

/** The rooms, and whom each may import beside itself; the types package is everybody's. */
const rooms: Record<string, readonly string[]> = {
  'sdk/types': [],
  'sdk/cards': [],
  'sdk/pack': [],
  'sdk/dsl': ['sdk/cards'],
  'sdk/compile': ['sdk/cards', 'sdk/pack'],
  'sdk/lint': ['sdk/cards', 'sdk/pack'],
  'sdk/diff': ['sdk/cards', 'sdk/pack'],
  'sdk/run': ['sdk/cards', 'sdk/pack'],
  'sdk/view': ['sdk/cards', 'sdk/pack'],
  connector: ['sdk/dsl'],
  flows: ['sdk/dsl', 'connector'],
  action: [],
  tenants: [],
  deliver: [...sdk, 'connector', 'flows', 'action'],
  setup: [...sdk, 'connector', 'action'],
  scripts: [...sdk, 'connector', 'flows', 'action', 'tenants', 'deliver', 'setup'],
};

/** What opens files, sockets or processes. */
const world =
  /^(?:node:)?(?:http|https|http2|net|tls|dgram|fs|fs\/promises|child_process|worker_threads|cluster)$|^axios$|^auth0$/;
/** Who may, and why nobody else does: everything else is pure, and so the same everywhere. */
const mayTouchTheWorld = [
  /^(?:scripts|setup|tenants)\//,
  // The way out of the local org, and the way in to its API endpoints.
  /^sdk\/run\/(?:transport|endpoints)\.ts$/,
  // The Action is compiled from the file beside it.
  /^action\/build\.ts$/,
];
/** These take a table of names from it, which touches nothing. */
const pureParts: Record<string, string> = { 'sdk/cards/http/reply.ts': 'node:http' };

interface Source {
  /** From the repository's root, with `/`. */
  path: string;
  room: string;
  text: string;
  /** What it imports: paths of ours, or names of packages. */
  imports: string[];
}

const sources = Object.keys(rooms).flatMap((room) => filesIn(room).map((path) => source(path, room)));
const known = new Set(sources.map(({ path }) => path));

it('every room of the plan is in the table, and no folder beside them holds sources', () => {
  const others = readdirSync(ROOT, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && !entry.name.startsWith('.') && entry.name !== 'node_modules')
    .flatMap(({ name }) =>
      name === 'sdk' ? readdirSync(join(ROOT, name)).map((each) => `sdk/${each}`) : [name],
    )
    .filter((folder) => !Object.hasOwn(rooms, folder) && folder !== 'test' && filesIn(folder).length > 0);
  expect(others).toEqual([]);
});

it('who imports whom', () => {
  const against = sources.flatMap(({ path, room, imports }) =>
    imports
      .filter((each) => each.includes('/') && known.has(each))
      .filter((each) => roomOf(each) !== room && !rooms[room]?.includes(roomOf(each)))
      .map((each) => `${path} imports ${each}`),
  );
  expect(against).toEqual([]);
});

it('every import of ours leads to a source file', () => {
  const lost = sources.flatMap(({ path, imports }) =>
    imports.filter((each) => each.startsWith('?')).map((each) => `${path} imports ${each.slice(1)}`),
  );
  expect(lost).toEqual([]);
});

it('nobody imports the command line', () => {
  const against = sources.filter(
    ({ room, imports }) => room !== 'scripts' && imports.some((each) => each.startsWith('scripts/')),
  );
  expect(against.map(({ path }) => path)).toEqual([]);
});

it('the types are types: they run nothing', () => {
  for (const { path, text } of sources.filter(({ room }) => room === 'sdk/types')) {
    expect({ path, values: text.match(/^export (?!type|interface|\* from|\{ type)\w+.*$/gm) }).toEqual({
      path,
      values: null,
    });
  }
});

it('only some touch the world', () => {
  const against = sources.flatMap(({ path, imports }) =>
    imports
      .filter(
        (each) =>
          world.test(each) && pureParts[path] !== each && !mayTouchTheWorld.some((may) => may.test(path)),
      )
      .map((each) => `${path} imports ${each}`),
  );
  expect(against).toEqual([]);
});

it('every file says in its first line what it is for', () => {
  const silent = sources.filter(({ text }) => !/^\/\*\*(?: \S[^\n]*[.:]?\*\/|\s*\n \* \S)/.test(text));
  expect(silent.map(({ path }) => path)).toEqual([]);
});

/** The lists: a file in the folders must be reached from the list, or it does nothing. */
const lists: Record<string, RegExp> = {
  'sdk/cards/index.ts': /^sdk\/cards\/[^/]+\//,
  'sdk/lint/index.ts': /^sdk\/lint\//,
  'connector/index.ts': /^connector\//,
  'flows/index.ts': /^flows\//,
};

it.each(Object.entries(lists))('%s reaches every file that belongs to it', (list, belongs) => {
  const reached = new Set([list]);
  for (const path of reached) {
    for (const each of sources.find((one) => one.path === path)?.imports ?? [])
      if (known.has(each)) reached.add(each);
  }
  const forgotten = sources
    .map(({ path }) => path)
    .filter((path) => belongs.test(path) && !reached.has(path));
  expect(forgotten).toEqual([]);
});

it.each([
  ['sdk/cards/index.ts', /^sdk\/cards\/[^/]+\/.*/, /^export const \w+ = card\(/m],
  ['sdk/lint/index.ts', /^sdk\/lint\/.*/, /^export const \w+: Rule = /m],
  ['connector/index.ts', /^connector\/actions\/.*/, /^export const \w+ = \w*[aA]ction\(/m],
  ['flows/index.ts', /^flows\/[^/]+\/index\.ts$/, /^export const \w+ = pack\(/m],
])('%s has a line of its own for every file that it lists', (list, belongs, isOne) => {
  const named = new Set(sources.find(({ path }) => path === list)?.imports);
  const listed = sources.filter(({ path, text }) => belongs.test(path) && isOne.test(text));
  expect(listed.length).toBeGreaterThan(1);
  expect(listed.map(({ path }) => path).filter((path) => !named.has(path))).toEqual([]);
});

it('every test is that of a source file of the same name, or of a folder', () => {
  /** Laws that hold for several files at once, things tried out as a whole, and tests of test helpers. */
  const others = [
    /^structure$/,
    /\/(?:properties|types)$/,
    /^tenants\/contract$/,
    // The vendors' own clients, each against a tenant as a whole.
    /^tenants\/official\//,
    /^stories\//,
    /^deliver\/guide\/(?:follow|browser)$/,
    /^deliver\/package\/ci$/,
    /^sdk\/run\/(?:concurrency|replay)$/,
    /^scripts\/auto-stub$/,
    /^connector\/canary$/,
  ];
  const strays = filesIn('test')
    .map((path) => path.slice('test/'.length))
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => path.replace(/\.test\.ts$/, ''))
    .filter((source) => !others.some((each) => each.test(source)))
    .filter((source) => {
      const folder = dirname(source);
      // One loop over all cards of a folder bears the folder's name.
      return (
        !known.has(`${source}.ts`) &&
        !(source === `${folder}/${folder.split('/').at(-1)}` && existsSync(join(ROOT, folder)))
      );
    });
  expect(strays).toEqual([]);
});

function source(path: string, room: string): Source {
  const text = readFileSync(join(ROOT, path), 'utf8');
  const names = preProcessFile(text, true, true).importedFiles.map(({ fileName }) => fileName);
  return {
    path,
    room,
    text,
    imports: names.map((name) => (name.startsWith('.') ? resolved(path, name) : name)),
  };
}

/** The source file that a relative import means; with a `?` in front where there is none. */
function resolved(from: string, name: string): string {
  const target = relative(ROOT, join(ROOT, dirname(from), name))
    .split(sep)
    .join('/');
  const candidates = [`${target}.ts`, `${target}/index.ts`, target];
  const found = candidates.find(
    (each) => existsSync(join(ROOT, each)) && statSync(join(ROOT, each)).isFile(),
  );
  return found ?? `?${name}`;
}

function roomOf(path: string): string {
  const [first = '', second = ''] = path.split('/');
  return first === 'sdk' ? `sdk/${second}` : first;
}

/** The TypeScript files of a folder, none where it does not exist. */
function filesIn(folder: string): string[] {
  const at = join(ROOT, folder);
  if (!existsSync(at) || !statSync(at).isDirectory()) return [];
  return readdirSync(at, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !name.split(sep).includes('node_modules'))
    .map((name) => `${folder}/${name.split(sep).join('/')}`)
    .sort();
}
