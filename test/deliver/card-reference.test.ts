/** The reference: it is what docs/ holds, everything is in it, and every card has what a reader needs. */

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { anchor, cardsPage, referencePages, rulesPage, undocumentedPage } from '../../deliver/card-reference';
import type { AnyCard } from '../../sdk/cards/card';
import type { Fields } from '../../sdk/cards/field';
import { cardNamed, cards } from '../../sdk/cards/index';
import { undocumented } from '../../sdk/cards/undocumented';
import { rules } from '../../sdk/lint/index';
import { readPack } from '../../sdk/pack/read';
import { walkPack } from '../../sdk/pack/walk';
import { describeCorpus } from '../support/corpus';

const root = join(__dirname, '../..');
const pages = new Map(referencePages().map(({ path, text }) => [path, text]));
const pageNamed = (path: string) => pages.get(path) ?? '';

describe('docs/', () => {
  it.each([...pages])('%s is what the cards and rules say; npm run docs writes it anew', (path, text) => {
    expect(readFileSync(join(root, 'docs', path), 'utf8')).toBe(text);
  });
});

describe.each([...pages])('%s', (path, text) => {
  const headings = [...text.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => title);

  it('has no two headings of one anchor', () => {
    const anchors = headings.map(anchor);
    expect(anchors.filter((each, index) => anchors.indexOf(each) !== index)).toEqual([]);
  });

  it('has no link that leads nowhere', () => {
    const anchorsIn = (page: string) =>
      [...page.matchAll(/^#+ (.*)$/gm)].map(([, title = '']) => anchor(title));
    const links = [...text.matchAll(/\]\(([^)#]*)#?([^)]*)\)/g)].map(([, file = '', to = '']) => ({
      file,
      to,
    }));
    const broken = links.filter(({ file, to }) => {
      const page = pages.get(file === '' ? path : file);
      return page === undefined || (to !== '' && !anchorsIn(page).includes(to));
    });
    expect(links.length).toBeGreaterThan(0);
    expect(broken).toEqual([]);
  });

  it('has tables whose rows have as many cells as their head', () => {
    const cells = (row: string) => row.replaceAll('\\|', '').split('|').length;
    let head = 0;
    for (const line of text.split('\n')) {
      if (!line.startsWith('|')) head = 0;
      else if (head === 0) head = cells(line);
      else expect({ line, cells: cells(line) }).toEqual({ line, cells: head });
    }
  });
});

describe('cards.md', () => {
  const page = pageNamed('cards.md');
  const sectionOf = (card: AnyCard) => {
    const start = page.indexOf(`\n### ${card.title} \`${card.name}\`\n`);
    const end = page.indexOf('\n### ', start + 1);
    return start < 0 ? '' : page.slice(start, end < 0 ? undefined : end);
  };

  it.each(cards.map((card) => [card.name, card] as const))('has %s whole', (_name, card) => {
    const section = sectionOf(card);
    expect(section).toContain(`\n${card.summary}\n`);
    expect(section).toContain(`\`${card.address}\`, ${card.established ?? 'documented'}.`);
    for (const name of [...Object.keys(card.inputs), ...Object.keys(card.outputs)]) {
      expect(section).toContain(`| \`${name}\` |`);
    }
    expect(section.match(/^- .* → /gm)).toHaveLength(card.examples.length);
  });

  it('says what is required, allowed, preset and secret', () => {
    const text = cardsPage([
      card({
        inputs: {
          how: {
            type: 'text',
            list: false,
            label: 'How | much',
            required: true,
            choices: ['a', { value: 'b', label: 'Bee' }],
          },
          key: {
            type: 'number',
            list: true,
            group: 'Options',
            key: 'the key',
            secret: true,
            default: [1],
            hidden: true,
          },
        },
        examples: [
          {
            inputs: { how: 'a`b' },
            error: 'no `luck`',
            given: { assume: { 'list-merge': 'by position' } },
            source: 'assumed',
          },
        ],
      }),
    ]);
    expect(text).toContain('| `how` | How \\| much | text | yes | One of `a`, `b` (Bee). |');
    expect(text).toContain(
      '| `key` | Options › the key | list of numbers |  | Starts as `[1]`. Hidden in the designer. Secret: masked in every trace. |',
    );
    expect(text).toContain(
      '- ``{ "how": "a`b" }`` → an error with `` no `luck` `` (assuming *by position* for [list-merge](undocumented.md#list-merge); assumed)',
    );
  });

  it('counts', () => {
    const examples = cards.flatMap((each) => each.examples).length;
    expect(page).toContain(`${cards.length} cards with ${examples} examples`);
    for (const how of ['documented', 'inferred', 'assumed'] as const) {
      const many = cards.filter((each) => (each.established ?? 'documented') === how).length;
      expect(page).toContain(`| ${how} | ${many} |`);
    }
  });
});

describe('rules.md', () => {
  const page = rulesPage(rules);

  it.each(rules.map((rule) => [rule.id, rule] as const))('has %s', (id, rule) => {
    const section = page.slice(page.indexOf(`\n## ${id}\n`)).split('\n## ')[1] ?? '';
    for (const text of [rule.sentence, `Severity: ${rule.severity}`, ...rule.invariants])
      expect(section).toContain(text);
    for (const { what } of [...rule.wrong, ...(rule.right ?? [])]) expect(section).toContain(what);
    expect(rule.sentence).toMatch(/^["A-Z].*\.$/);
  });
});

describe('undocumented.md', () => {
  it('has every choice with both sides, and where an example shows the other one', () => {
    const page = undocumentedPage(undocumented, cards);
    for (const [id, { question, assumed, alternative, because }] of Object.entries(undocumented)) {
      const section = page.slice(page.indexOf(`\n## ${id}\n`)).split('\n## ')[1] ?? '';
      for (const text of [question, `**${assumed}**`, `**${alternative}**`, because])
        expect(section).toContain(text);
    }
    expect(page).toContain('[List > At](cards.md#at-listat)');
  });
});

/** What a reader would miss on a card; nothing on a good one. */
function missing(one: AnyCard): string[] {
  const faults: string[] = [];
  if (cardNamed(one.name)?.address !== one.address) faults.push('a line in the list');
  if (!/^[A-Z“"].*\.$/.test(one.summary)) faults.push('a summary that is a sentence');
  if (one.examples.length === 0) faults.push('an example');
  if (one.examples.some(({ source }) => source.trim() === '')) faults.push('the source of an example');
  const helps = [...helpsOf(one.inputs), ...helpsOf(one.outputs)];
  if (helps.some((help) => !/^[A-Z`].*\.$/.test(help))) faults.push('a help that is a sentence');
  const pageCited = one.examples.some(({ source }) => source !== 'assumed' && source !== 'exports');
  if (one.established === 'assumed' && pageCited) faults.push('the credit for a page it cites');
  return faults;
}

function helpsOf(fields: Fields): string[] {
  return Object.values(fields).flatMap(({ help, fields: inner }) => [
    ...(help === undefined ? [] : [help]),
    ...(inner === undefined ? [] : helpsOf(inner)),
  ]);
}

const concatenate = cardNamed('string:concat');

function card(changes: Partial<AnyCard>): AnyCard {
  if (concatenate === undefined) throw new Error('There is no card string:concat.');
  return { ...concatenate, ...changes };
}

describe('every card', () => {
  it.each(cards.map((one) => [one.name, one] as const))('%s has what a reader needs', (_name, one) => {
    expect(missing(one)).toEqual([]);
  });

  it.each([
    ['an example', { examples: [] }],
    ['a summary that is a sentence', { summary: '' }],
    ['a summary that is a sentence', { summary: 'joins texts' }],
    ['a line in the list', { name: 'string:concatenate' }],
    ['the source of an example', { examples: [{ inputs: {}, source: '' }] }],
    ['the credit for a page it cites', { established: 'assumed' }],
    ['a help that is a sentence', { inputs: { a: { type: 'text', list: false, help: 'no sentence' } } }],
  ] as [string, Partial<AnyCard>][])('is found out when it lacks %s', (fault, changes) => {
    expect(missing(card(changes))).toContain(fault);
  });

  it('that a file describes is in the list, and so in the reference', () => {
    const room = join(root, 'sdk/cards');
    const described = readdirSync(room, { recursive: true, encoding: 'utf8' })
      .filter((file) => file.endsWith('.ts'))
      .flatMap((file) => [
        ...readFileSync(join(room, file), 'utf8').matchAll(/\b(?:card|oktaEvent)\('([^']+)'/g),
      ])
      .map(([, address = '']) => address.replace(/@[\d.]+/, ''));
    expect(described.length).toBeGreaterThanOrEqual(cards.length);
    expect(described.filter((name) => cardNamed(name) === undefined)).toEqual([]);
  });
});

describeCorpus('the reference beside real exports', (files) => {
  it('says nothing in the words of the platform', () => {
    const plain = (text: string) =>
      ` ${text
        .toLowerCase()
        .replaceAll(/[^a-z0-9]+/g, ' ')
        .trim()} `;
    const theirs = new Set<string>();
    for (const { path, name } of files) {
      const read = readPack(readFileSync(path, 'utf8'), name);
      if (!('pack' in read)) continue;
      for (const { bodies } of walkPack(read.pack)) {
        for (const { card: one } of bodies.flatMap((body) => body.cards)) {
          for (const sentence of String(one.node.model.metadata.description ?? '').split(/(?<=[.!?])\s/)) {
            // Fewer words may be the only way to say it.
            if (plain(sentence).trim().split(' ').length >= 5) theirs.add(plain(sentence));
          }
        }
      }
    }
    const ours = [...pages.values()].map(plain).join(' ');
    expect(theirs.size).toBeGreaterThan(0);
    expect([...theirs].filter((sentence) => ours.includes(sentence))).toEqual([]);
  });
});
