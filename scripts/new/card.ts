/** A new card: one file, its line in the list of all cards, and its line in the language. */

import { InputError } from '../failure';
import { type Draft, type NewOptions, readList, requireFree, withImport } from './draft';
import { exportName, kebabCase, requireTitle } from './names';
import type { Repository, SourceFile } from './repository';

const ROOM = 'sdk/cards';
const LIST = 'sdk/cards/index.ts';

/** Takes `list/Index By`: the folder of its category, and its title. */
export function newCard(repository: Repository, name: string, options: NewOptions): Draft {
  if (name.startsWith('okta/events/')) {
    throw new InputError(
      'An event card is made by oktaEvent and has no template of its own.',
      'Copy sdk/cards/okta/events/user-suspended.ts, and its lines in sdk/cards/index.ts and sdk/dsl/cards/okta-events.ts.',
    );
  }
  const folders = categories(repository);
  const slash = name.indexOf('/');
  const folder = name.slice(0, Math.max(0, slash));
  const title = name.slice(slash + 1);
  const category = folders.get(folder);
  if (category === undefined) {
    throw new InputError(
      slash < 0 ? `"${name}" names no folder of cards.` : `There is no folder of cards "${folder}".`,
      `Write "folder/Title" with one of ${[...folders.keys()].join(', ')}: "list/Index By".`,
    );
  }
  requireTitle(title, 'a card', 'list/Index By');
  const word = exportName(title, 'card');
  const address = options.address ?? `${category.channel}:${word}`;
  if (!/^[a-z][A-Za-z0-9]*(?:@\d+\.\d+\.\d+)?:[A-Za-z][A-Za-z0-9]*$/.test(address)) {
    throw new InputError(
      `"${address}" is no address of a card.`,
      'Write channel:method, or channel@version:method for a card of a connector: "list:indexBy", "okta@1.0.712:readUser".',
    );
  }
  const path = `${ROOM}/${folder}/${kebabCase(title)}.ts`;
  requireFree(repository, path, `The card "${title}"`);
  const taken = cardFiles(repository).find(({ text }) => addressesIn(text).includes(withoutVersion(address)));
  if (taken !== undefined) {
    throw new InputError(
      `The address "${address}" belongs to the card of ${taken.path}.`,
      'Give the new card its own: --address channel:method.',
    );
  }
  const language = languageLine(repository, folder, path, word);
  return {
    files: [
      { path, text: cardText({ title, word, address, category: category.title }) },
      { path: LIST, text: listed(readList(repository, LIST), folder, path, word) },
      ...language,
    ],
    next: [
      `Fill in what ${path} marks with TODO; its examples are its tests: npx jest test/sdk/cards -t ${withoutVersion(address)}`,
      ...(language.length > 0 ? [] : ['Flows cannot write it yet: give it a word in sdk/dsl/index.ts.']),
      'Then write the reference anew: npm run docs',
    ],
  };
}

interface Category {
  title: string;
  channel: string;
}

/** The folders that hold cards, each with the category and channel that most of its cards have. */
function categories(repository: Repository): Map<string, Category> {
  const found = new Map<string, Category>();
  const files = folderFiles(repository);
  for (const folder of new Set(files.map((file) => file.folder))) {
    const texts = files.filter((file) => file.folder === folder).map((file) => file.text);
    const title = usual(texts.flatMap((text) => /\bcategory: '([^']+)'/.exec(text)?.[1] ?? []));
    const channel = usual(texts.flatMap((text) => /\bcard\('([^':]+):/.exec(text)?.[1] ?? []));
    if (title !== undefined && channel !== undefined) found.set(folder, { title, channel });
  }
  return found;
}

function usual(values: readonly string[]): string | undefined {
  const times = (value: string) => values.filter((each) => each === value).length;
  return [...values].sort((a, b) => times(b) - times(a))[0];
}

interface CardFile {
  folder: string;
  path: string;
  text: string;
}

function folderFiles(repository: Repository): CardFile[] {
  return repository
    .list(ROOM)
    .filter((entry) => entry.endsWith('/'))
    .flatMap((entry) => filesBelow(repository, entry.slice(0, -1)));
}

/** Every file of a folder of cards; those in a folder within it count as of that folder. */
function filesBelow(repository: Repository, folder: string): CardFile[] {
  return repository.list(`${ROOM}/${folder}`).flatMap((entry) => {
    if (entry.endsWith('/')) return filesBelow(repository, `${folder}/${entry.slice(0, -1)}`);
    const path = `${ROOM}/${folder}/${entry}`;
    return [{ folder, path, text: repository.read(path) ?? '' }];
  });
}

function cardFiles(repository: Repository): CardFile[] {
  return folderFiles(repository).filter(({ text }) => addressesIn(text).length > 0);
}

function addressesIn(text: string): string[] {
  return [...text.matchAll(/\b(?:card|oktaEvent)\('([^']+)'/g)].map(([, address = '']) =>
    withoutVersion(address),
  );
}

function withoutVersion(address: string): string {
  return address.replace(/@[\d.]+/, '');
}

/** The list of all cards, with the new one at the end of its folder's section. */
function listed(text: string, folder: string, path: string, word: string): string {
  const from = `'./${path.slice(ROOM.length + 1, -'.ts'.length)}'`;
  const others = [...text.matchAll(new RegExp(`^import \\{ (.*) \\} from '\\./${folder}/[^/']+';$`, 'gm'))];
  // Where most of a folder's cards go by a longer name, as Text and List share titles, the new one does too.
  const aliased = others.filter(([, names = '']) => names.includes(' as ')).length * 2 > others.length;
  const prefix = folder.replaceAll(
    /[^A-Za-z]+(.)?/g,
    (_, letter: string | undefined) => letter?.toUpperCase() ?? '',
  );
  const name = aliased ? `${prefix}${word.charAt(0).toUpperCase()}${word.slice(1)}` : word;
  const line = `import { ${aliased ? `${word} as ${name}` : word} } from ${from};`;
  const imported = withImport(text, LIST, line, name);
  const section = new RegExp(`^ {2}// ${folder.replace('/', ' ')}\\n(?: {2}\\w+,\\n)*`, 'm').exec(imported);
  const end = section === null ? imported.indexOf('\n];') + 1 : section.index + section[0].length;
  return `${imported.slice(0, end)}  ${name},\n${imported.slice(end)}`;
}

/** The folder's list in the language, where it has one: its cards are words at once. */
function languageLine(repository: Repository, folder: string, path: string, word: string): SourceFile[] {
  const list = `sdk/dsl/cards/${folder.replaceAll('/', '-')}.ts`;
  const text = repository.read(list);
  if (text === null) return [];
  return [
    {
      path: list,
      text: `${text.trimEnd()}\nexport { ${word} } from '../../cards/${path.slice(ROOM.length + 1, -'.ts'.length)}';\n`,
    },
  ];
}

function cardText(card: { title: string; word: string; address: string; category: string }): string {
  return `/** ${card.category} > ${card.title}. */

import { card } from '../card';
import { field } from '../field';

// TODO: the card's fields and keys, its header and rules as exports show them, and what it does. Until then it hands on
// what it takes.
export const ${card.word} = card('${card.address}', {
  title: '${card.title}',
  category: '${card.category}',
  summary: 'TODO: what it does, in one sentence.',
  // TODO: 'inferred' once an export shows it; nothing once a page says so.
  established: 'assumed',
  inputs: { value: field.any(undefined, { required: true, types: '*' }) },
  outputs: { output: field.any(undefined, { types: '*' }) },
  examples: [{ inputs: { value: 'TODO' }, output: 'TODO', source: 'assumed' }],
  run: ({ value }) => ({ output: value }),
});
`;
}
