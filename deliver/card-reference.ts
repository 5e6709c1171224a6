/** The reference in docs/: every card, every choice that no page settles, every rule; written from what describes them. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import type { AnyCard, CardBlocks, CardExample, ErrorPolicy } from '../sdk/cards/card';
import type { Choice, Field, Fields, FieldType } from '../sdk/cards/field';
import { cards as allCards } from '../sdk/cards/index';
import { type Assumption, undocumented } from '../sdk/cards/undocumented';
import { rules as allRules } from '../sdk/lint/index';
import type { Rule } from '../sdk/lint/rule';

export interface ReferencePage {
  /** Its name in docs/. */
  path: string;
  text: string;
}

/** Every page of the reference; the same cards and rules give the same bytes. */
export function referencePages(): ReferencePage[] {
  return [
    { path: 'cards.md', text: cardsPage(allCards) },
    { path: 'rules.md', text: rulesPage(allRules) },
    { path: 'undocumented.md', text: undocumentedPage(undocumented, allCards) },
  ];
}

/** `cards.md`: every card by category, with a table of contents. */
export function cardsPage(cards: readonly AnyCard[]): string {
  const categories = [...new Set(cards.map((card) => card.category))].sort(byLetter);
  const inCategory = (category: string) =>
    cards
      .filter((card) => card.category === category)
      .sort((a, b) => byLetter(a.title, b.title) || byLetter(a.name, b.name));
  const known = (how: Established) => cards.filter((card) => establishedOf(card) === how).length;
  return page([
    '# Cards',
    GENERATED,
    `${count(cards.length, 'card')} with ${count(cards.flatMap((card) => card.examples).length, 'example')}, each of which runs as a test. What a card does was established in one of three ways:`,
    table(
      ['established', 'cards', 'what that says'],
      Object.entries(meaning).map(([how, what]) => [how, String(known(how as Established)), what]),
    ),
    'Choices that neither settles are marked where an example shows them, and listed in [undocumented.md](undocumented.md). Long examples are cut off here and whole in the card’s file; what is *given* to one is the world around it: the clock, what is drawn, what services answer, rows, what helper flows and blocks give (for a list, item by item).',
    'In the tables, *field* is the name in the language and in the examples, *in the designer* what the card shows there: the group, if there is one, and the label.',
    table(
      ['category', 'cards', ''],
      categories.map((category) => {
        const own = inCategory(category);
        return [
          link(category, category),
          String(own.length),
          own.map((card) => link(card.title, heading(card))).join(', '),
        ];
      }),
    ),
    ...categories.flatMap((category) => [`## ${category}`, ...inCategory(category).flatMap(cardSection)]),
  ]);
}

/** `undocumented.md`: what is assumed about the platform, and the other way it could be. */
export function undocumentedPage(
  choices: Readonly<Record<string, Assumption>>,
  cards: readonly AnyCard[],
): string {
  const ids = Object.keys(choices).sort(byLetter);
  return page([
    '# Undocumented choices',
    GENERATED,
    `${count(ids.length, 'question')} about Okta Workflows that no page and no export settles. A run takes what is assumed; a world that says \`"assume": { "<id>": "<alternative>" }\` makes it take the alternative.`,
    table(
      ['id', 'question'],
      ids.map((id) => [link(id, id), choices[id]?.question ?? '']),
    ),
    ...Object.entries(choices)
      .sort(([a], [b]) => byLetter(a, b))
      .flatMap(([id, { question, assumed, alternative, because }]) => {
        const shown = cards.filter((card) =>
          card.examples.some((each) => each.given?.assume?.[id] !== undefined),
        );
        return [
          `## ${id}`,
          question,
          lines([
            `- Assumed: **${assumed}**, because ${because}`,
            `- Alternative: **${alternative}**`,
            ...(shown.length === 0
              ? []
              : [
                  `- Shown by: ${shown.map((card) => link(`${card.category} > ${card.title}`, heading(card), 'cards.md')).join(', ')}`,
                ]),
          ]),
        ];
      }),
  ]);
}

/** `rules.md`: what `owf check` holds packs to. */
export function rulesPage(rules: readonly Rule[]): string {
  const of = (severity: Rule['severity']) => rules.filter((rule) => rule.severity === severity);
  return page([
    '# Rules',
    GENERATED,
    `\`owf check\` holds a pack to ${count(rules.length, 'rule')}: ${count(of('error').length, 'error')}, which no real export breaks or after which an import is known to fail, and ${count(of('warning').length, 'warning')}. Each is proven by changes to a good pack, named below. Invariants are numbered as in the notes on the pack format.`,
    table(
      ['rule', 'severity', 'what holds'],
      rules.map((rule) => [link(rule.id, rule.id), rule.severity, rule.sentence]),
    ),
    ...rules.flatMap((rule) => [
      `## ${rule.id}`,
      rule.sentence,
      lines([
        `- Severity: ${rule.severity}`,
        ...(rule.invariants.length === 0 ? [] : [`- Invariants: ${rule.invariants.join(', ')}`]),
        `- Looks at: ${looksAt[rule.needs]}`,
        `- Finds: ${rule.wrong.map(({ what }) => what).join('; ')}`,
        ...(rule.right === undefined ? [] : [`- Allows: ${rule.right.map(({ what }) => what).join('; ')}`]),
      ]),
    ]),
  ]);
}

/** The anchor that GitHub gives a heading. */
export function anchor(title: string): string {
  return title
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(' ', '-');
}

const GENERATED = '<!-- Generated by `npm run docs`; change the cards and rules, not this file. -->';

type Established = NonNullable<AnyCard['established']>;

const meaning: Record<Established, string> = {
  documented: 'A page about the platform says so; what it leaves open follows real exports.',
  inferred: 'No page that could be read; real exports show the card, how it is named and how flows use it.',
  assumed: 'Neither: what its name and fields promise.',
};

const looksAt: Record<Rule['needs'], string> = {
  json: 'any JSON',
  shape: 'packs whose shape is in order',
  view: 'packs in which every card has its place in one order',
};

function establishedOf(card: AnyCard): Established {
  return card.established ?? 'documented';
}

/** Unlike titles, which Text and List share, no two cards have one name. */
function heading(card: AnyCard): string {
  return `${card.title} \`${card.name}\``;
}

function cardSection(card: AnyCard): string[] {
  return [
    `### ${heading(card)}`,
    card.summary,
    [
      `Address ${code(card.address)}, ${establishedOf(card)}.`,
      ...listensTo(card),
      ...blocksOf(card.blocks),
      ...retryOf(card.policy),
    ].join(' '),
    ...side('Takes', card.inputs, card.more),
    ...side('Gives', card.outputs, card.moreOutputs, card.header?.mirrored === true),
    lines(['Examples:', '', ...card.examples.map((example) => exampleLine(card, example))]),
  ];
}

/** The event of Okta's System Log that starts the flow. */
function listensTo(card: AnyCard): string[] {
  return 'logType' in card ? [`Listens to ${code(String(card.logType))}.`] : [];
}

function blocksOf(blocks: CardBlocks | undefined): string[] {
  if (blocks === undefined) return [];
  if (blocks.held === 'flat')
    return [`Holds two blocks of the same flow, ${blocks.names.map(code).join(' and ')}.`];
  return [
    `Holds blocks that are flows of their own${blocks.further === undefined ? '' : ', any number of them'}.`,
  ];
}

function retryOf(policy: ErrorPolicy | undefined): string[] {
  if (policy === undefined || policy.retry === 0) return [];
  const [from, to] = policy.delay.map((ms) => ms / 1000);
  return [
    `Newly placed, it tries again after 429 and 504, ${policy.retry} times, waiting ${from} to ${to} seconds.`,
  ];
}

/** The inputs or the outputs of a card; only inputs can be required. */
function side(verb: 'Takes' | 'Gives', fields: Fields, more: Field | undefined, mirrored = false): string[] {
  const taken = verb === 'Takes';
  const rows = Object.entries(fields).map(([name, field]) => fieldRow(name, field));
  if (more !== undefined) {
    const whose = taken ? 'Any number of fields of the author’s own.' : 'Fields that the author asks for.';
    rows.push({ field: '*any name*', shown: '', type: typeOf(more), required: '', notes: whose });
  }
  if (rows.length === 0) return [mirrored ? `${verb} what it takes.` : `${verb} nothing.`];
  return [
    `${verb}:`,
    table(
      ['field', 'in the designer', 'type', ...(taken ? ['required'] : []), ''],
      rows.map(({ field, shown, type, required, notes }) => [
        field,
        shown,
        type,
        ...(taken ? [required] : []),
        notes,
      ]),
    ),
    ...(mirrored ? ['Each is an input as well.'] : []),
  ];
}

type FieldRow = Record<'field' | 'shown' | 'type' | 'required' | 'notes', string>;

function fieldRow(name: string, field: Field): FieldRow {
  const shown = field.many === true ? 'names of the author’s own' : (field.label ?? field.key ?? name);
  const group = field.option === true ? undefined : field.group;
  return {
    field: code(name),
    shown: group === undefined ? shown : `${group} › ${shown}`,
    type: typeOf(field),
    required: field.required === true ? 'yes' : '',
    notes: notesOf(field).join(' '),
  };
}

/** What there is to know of a field beside its type. */
function notesOf(field: Field): string[] {
  const { help, choices, default: preset, option, when, hidden, secret, fields, many } = field;
  const notes: string[] = [];
  if (help !== undefined) notes.push(help);
  if (many === true) notes.push('Any number.');
  if (option === true) notes.push('An option, chosen in the card’s dialog.');
  if (choices !== undefined) notes.push(`One of ${choices.map(choiceOf).join(', ')}.`);
  if (preset !== undefined && preset !== null && preset !== '')
    notes.push(`Starts as ${code(JSON.stringify(preset))}.`);
  if (fields !== undefined) notes.push(`Holds ${holds(fields)}.`);
  if (when !== undefined) notes.push(`Only while ${code(when.option)} is ${when.is.map(code).join(' or ')}.`);
  if (hidden === true) notes.push('Hidden in the designer.');
  if (secret === true) notes.push('Secret: masked in every trace.');
  return notes;
}

/** The fields of an object by key, those of objects in it in brackets. */
function holds(fields: Fields): string {
  return Object.entries(fields)
    .map(
      ([name, { key = name, fields: inner }]) =>
        code(key) + (inner === undefined ? '' : ` (${holds(inner)})`),
    )
    .join(', ');
}

function choiceOf(choice: Choice): string {
  if (typeof choice === 'string') return code(choice);
  return choice.label === choice.value ? code(choice.value) : `${code(choice.value)} (${choice.label})`;
}

const typeNames: Record<FieldType, [one: string, many: string]> = {
  text: ['text', 'texts'],
  number: ['number', 'numbers'],
  flag: ['true/false', 'true/false'],
  date: ['date & time', 'dates & times'],
  object: ['object', 'objects'],
  file: ['file', 'files'],
  flow: ['flow', 'flows'],
  any: ['any', 'anything'],
};

function typeOf({ type, list }: Field): string {
  const [one, many] = typeNames[type];
  return list ? `list of ${many}` : one;
}

/** Inputs → outputs, what the world around it gave, and where the example comes from. */
function exampleLine(card: AnyCard, { inputs, output, outputs, error, given, source }: CardExample): string {
  const { assume = {}, ...around } = given ?? {};
  const [name] = Object.keys(card.outputs);
  const result: Json = output === undefined || name === undefined ? (outputs ?? {}) : { [name]: output };
  const empty = JSON.stringify(result) === '{}';
  const ends = error !== undefined ? `an error with ${code(error)}` : empty ? 'nothing' : short(result);
  const notes = [
    ...(Object.keys(around).length === 0 ? [] : [`given ${short(around as Json)}`]),
    ...Object.entries(assume).map(
      ([id, choice]) => `assuming *${choice}* for ${link(id, id, 'undocumented.md')}`,
    ),
    source,
  ];
  return `- ${short(inputs)} → ${ends} (${notes.join('; ')})`;
}

/** JSON as code, cut off where a reader has seen enough of it. */
function short(value: Json): string {
  const text = json(value);
  return text.length <= LONGEST ? code(text) : `${code(text.slice(0, LONGEST))} …`;
}

const LONGEST = 300;

/** JSON with blanks where a reader wants them. */
function json(value: Json): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  if (Array.isArray(value)) return `[${value.map(json).join(', ')}]`;
  const fields = Object.entries(value).map(([key, each]) => `${JSON.stringify(key)}: ${json(each)}`);
  return fields.length === 0 ? '{}' : `{ ${fields.join(', ')} }`;
}

/** Inline code, fenced by more backticks than it holds. */
function code(text: string): string {
  if (text === '') return '*(empty)*';
  const longest = Math.max(0, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  // A blank keeps a backtick at the edge apart from the fence.
  const edge = /^`|`$/.test(text) ? ' ' : '';
  return `${fence}${edge}${text}${edge}${fence}`;
}

function link(text: string, to: string, file = ''): string {
  return `[${text}](${file}#${anchor(to)})`;
}

function table(head: string[], rows: string[][]): string {
  // A bar ends a cell, in code too.
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  return lines([row(head), row(head.map(() => '---')), ...rows.map(row)]);
}

function lines(texts: string[]): string {
  return texts.join('\n');
}

function page(parts: string[]): string {
  return `${parts.join('\n\n')}\n`;
}

function count(many: number, noun: string): string {
  return `${many} ${noun}${many === 1 ? '' : 's'}`;
}

/** The order of letters alone, the same on every machine. */
function byLetter(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
