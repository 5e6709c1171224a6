/** Blocks and ends: If/Else, If/ElseIf, If Error, For Each, Return and what else steers a flow. */

import type { BlockModel, CardModel, PortModel, ValueModel } from '@okta/workflows-connector-sdk-types';
import type { Operator } from '../cards/comparison';
import { assign as assignCard } from '../cards/control/assign';
import { helperFlow as inlineTriggerCard } from '../cards/control/helper-flow';
import { ifElse as ifElseCard } from '../cards/control/if-else';
import { ifElseIf as ifElseIfCard } from '../cards/control/if-elseif';
import { ifError as ifErrorCard } from '../cards/control/if-error';
import { returnValues as returnCard } from '../cards/control/return';
import { type Field, field, type ValueOf } from '../cards/field';
import { typeOfConstant, typeOfField } from '../cards/model-type';
import { AuthorError } from './author-error';
import { authorPort, placeCard } from './build';
import { currentCards, inBlock } from './record';
import { type Ref, refTo, sourceOf, type TypeGiven, type Value, valueModel } from './ref';

/** A comparison: `a operator b`. */
export interface Condition {
  a: Value<unknown>;
  operator: Operator;
  b?: Value<unknown>;
}

/** What a block hands on, by key. */
export type Given = Record<string, Value<unknown>>;
/** The references to what a block handed on; both branches hand on the same keys. */
export type Handed<G> = { readonly [K in keyof G]: Ref<TypeGiven<G[K]>> };

/** If/Else: one of two branches. A value leaves a branch only by being handed on. */
export function ifElse<const G extends Given>(
  condition: Condition,
  branches: { then: () => G | void; else?: () => { [K in keyof G]: Value<unknown> } | void },
  options: { title?: string; note?: string } = {},
): Handed<G> {
  const whenTrue = flatBlock(branches.then);
  const whenFalse = flatBlock(branches.else ?? (() => undefined));
  const keys = sameKeys('If/Else', { then: whenTrue, else: whenFalse });
  const card = placeCard(ifElseCard, { ...condition }, options, {
    blocks: { then: whenTrue, else: whenFalse },
    moreOutputs: keys.map((key) => outputPort(key, [whenTrue.gives[key], whenFalse.gives[key]])),
  });
  return handed(card);
}

/** If/ElseIf: the first block whose condition holds, or the last one. */
export function ifElseIf<const G extends Given>(
  tests: readonly { when: Condition; then: () => G | void }[],
  otherwise?: () => { [K in keyof G]: Value<unknown> } | void,
  options: { title?: string; note?: string } = {},
): Handed<G> {
  const [first, ...further] = tests;
  if (first === undefined) throw new AuthorError('If/ElseIf needs at least one test.');
  const blocks: Record<string, BlockModel> = { if: inlineBlock(first.then) };
  const more: PortModel[] = [];
  further.forEach(({ when, then }, index) => {
    // Each further test has its inputs in a group of its own, named by its place.
    const group = `test ${index + 2}`;
    blocks[`elseif:${group}`] = inlineBlock(then);
    const port = (key: string, value: unknown): PortModel => ({
      ...authorPort(key, value, field.any()),
      group,
    });
    more.push(
      port('left-operand', when.a),
      port('operator', when.operator),
      port('right-operand', when.b ?? ''),
    );
  });
  blocks.else = inlineBlock(otherwise ?? (() => undefined));
  const returns = Object.fromEntries(Object.entries(blocks).map(([name, block]) => [name, returned(block)]));
  const keys = sameKeys('If/ElseIf', returns);
  const card = placeCard(ifElseIfCard, { ...first.when }, options, {
    blocks,
    more,
    moreOutputs: keys.map((key) =>
      outputPort(
        key,
        Object.values(returns).map((each) => each.gives[key]),
      ),
    ),
  });
  return handed(card);
}

/** The error that an If Error block receives. */
export const errorField = field.record('Error', {
  message: field.text(),
  statusCode: field.number(),
  body: field.object(),
  method: field.text(),
  flo: field.number(),
  execution: field.text(),
});

/** If Error: tries the first block; when one of its cards fails, the second runs with the error. */
export function ifError<const G extends Given>(
  blocks: {
    try: () => G | void;
    catch: (error: Ref<ValueOf<typeof errorField>>) => { [K in keyof G]: Value<unknown> } | void;
  },
  options: { title?: string; note?: string } = {},
): Handed<G> {
  const tried = inlineBlock(blocks.try);
  const caught = catchBlock(blocks.catch);
  const keys = sameKeys('If Error', { try: returned(tried), catch: returned(caught) });
  const card = placeCard(ifErrorCard, {}, options, {
    blocks: { try: tried, catch: caught },
    moreOutputs: keys.map((key) =>
      outputPort(key, [returned(tried).gives[key], returned(caught).gives[key]]),
    ),
  });
  return handed(card);
}

/**
 * Return: ends the flow, or the block it stands in, with these values.
 * Ports whose field is given in `types` have that type, whatever the value's: the platform converts.
 */
export function returnValues(
  values: Given,
  { types = {}, ...options }: { title?: string; note?: string; types?: Record<string, Field> } = {},
): CardModel {
  const card = placeCard(returnCard, values, options);
  card.more = card.more.map((port) => {
    const type = types[port.key];
    return type === undefined ? port : { ...port, type: typeOfField(type) };
  });
  return card;
}

/** The trigger that every inline block begins with; its outputs are filled by the card that holds the block. */
function inlineTrigger(shows: string[]): CardModel {
  return placeCard(inlineTriggerCard, {}, shows.includes('error') ? { as: { error: errorField } } : {}, {
    shows,
  });
}

function inlineBlock(write: () => Given | void): BlockModel {
  return inBlock(() => {
    inlineTrigger([]);
    returnValues(write() ?? {});
  }).block;
}

/** The block that runs when something failed: its trigger gives the error. */
function catchBlock(write: (error: Ref<ValueOf<typeof errorField>>) => Given | void): BlockModel {
  return inBlock(() => {
    const trigger = inlineTrigger(['error']);
    const source = { card: trigger, group: 'context', key: 'error', path: [], type: typeOfField(errorField) };
    returnValues(write(refTo(source, errorField)) ?? {});
  }).block;
}

/**
 * A branch of If/Else. A value leaves it from a card of its own: what is constant, or made before the branch, is
 * assigned in it first, for a Join takes one value from each branch and no constants.
 */
function flatBlock(write: () => Given | void): BlockModel {
  const { block, result } = inBlock(() => {
    const given = write() ?? {};
    const own = new Set(currentCards());
    const foreign = Object.entries(given).filter(([, value]) => {
      const card = sourceOf(value)?.card;
      return card === undefined || !own.has(card);
    });
    if (foreign.length === 0) return given;
    return { ...given, ...assign(Object.fromEntries(foreign)) };
  });
  return { cards: block.cards, gives: models(result) };
}

/** Assign: gives each of its inputs out again, so that a constant can be handed on like any value. */
export function assign<const G extends Given>(
  values: G,
  options: { title?: string; note?: string } = {},
): Handed<G> {
  const card = placeCard(assignCard, values, options);
  return handed(card, card.more);
}

/** What an inline block returns: the values of its Return card. */
function returned(block: BlockModel): { gives: Record<string, ValueModel> } {
  const last = block.cards.at(-1);
  return {
    gives: Object.fromEntries(
      (last?.more ?? []).flatMap((port) => (port.value === null ? [] : [[port.key, port.value]])),
    ),
  };
}

function models(values: Given): Record<string, ValueModel> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, valueModel(value)]));
}

/** The keys that a card's blocks hand on: the same in each, or none where a block hands on nothing. */
function sameKeys(card: string, blocks: Record<string, { gives: Record<string, ValueModel> }>): string[] {
  const keys = [...new Set(Object.values(blocks).flatMap((block) => Object.keys(block.gives)))];
  for (const [name, block] of Object.entries(blocks)) {
    const given = Object.keys(block.gives);
    const missing = keys.filter((key) => !given.includes(key));
    if (given.length > 0 && missing.length > 0) {
      throw new AuthorError(
        `Block "${name}" of ${card} hands on ${list(given)}, but not ${list(missing)}; every block must hand on the same keys.`,
      );
    }
  }
  return keys;
}

function list(names: string[]): string {
  return names.map((name) => `"${name}"`).join(', ');
}

function outputPort(key: string, values: (ValueModel | undefined)[]): PortModel {
  const known =
    values.find((value) => value?.kind === 'from') ?? values.find((value) => value?.kind === 'constant');
  const type =
    known?.kind === 'from'
      ? known.from.type
      : known?.kind === 'constant'
        ? typeOfConstant(known.value)
        : ({ type: 'text', list: false } as const);
  return { group: null, key, type, value: null };
}

function handed<G>(card: CardModel, ports: PortModel[] = card.moreOutputs): Handed<G> {
  const refs = ports.map((port): [string, unknown] => [
    port.key,
    refTo({ card, group: null, key: port.key, path: [], type: port.type }, fieldOf(port)),
  ]);
  // The keys are those of the block's own values, which is what Handed<G> lists.
  return Object.fromEntries(refs) as Handed<G>;
}

function fieldOf(port: PortModel): Field {
  const parts = port.type.fields;
  return {
    type: port.type.type,
    list: port.type.list,
    required: false,
    ...(parts === undefined
      ? {}
      : {
          fields: Object.fromEntries(
            Object.entries(parts).map(([key, type]) => [key, fieldOf({ ...port, key, type })]),
          ),
        }),
  };
}
