/** Blocks: If/Else, If/ElseIf and If Error, each with what its branches hand on. */

import type { BlockModel, CardModel, PortModel } from '@okta/workflows-connector-sdk-types';
import type { Operator } from '../cards/comparison';
import { helperFlow as triggerCard } from '../cards/control/helper-flow';
import { ifElse as ifElseCard } from '../cards/control/if-else';
import { ifElseIf as ifElseIfCard } from '../cards/control/if-elseif';
import { ifError as ifErrorCard } from '../cards/control/if-error';
import { field, type ValueOf } from '../cards/field';
import { authorPort, placeCard } from './build';
import {
  assign,
  type Given,
  type Handed,
  handed,
  outputsOfBlocks,
  returned,
  returnValues,
  type Said,
  type Same,
} from './hand';
import { currentCards, inBlock } from './record';
import { type Ref, refTo, sourceOf, type Value, valueModel } from './ref';

/** A comparison: `a operator b`. */
export interface Condition {
  a: Value<unknown>;
  operator: Operator;
  b?: Value<unknown>;
}

/** If/Else: one of two branches. A value leaves a branch only by being handed on. */
export function ifElse<const G extends Given>(
  condition: Condition,
  branches: { then: () => G | void; else?: () => Same<NoInfer<G>> | void },
  options: Said = {},
): Handed<G> {
  const blocks = {
    then: flatBlock(branches.then),
    else: flatBlock(branches.else ?? (() => undefined)),
  };
  const moreOutputs = outputsOfBlocks('If/Else', { then: blocks.then.gives, else: blocks.else.gives });
  return handed(placeCard(ifElseCard, { ...condition }, options, { blocks, moreOutputs }));
}

/** If/ElseIf: the first block whose condition holds, or the last one. */
export function ifElseIf<G extends Given>(
  tests: readonly [
    { when: Condition; then: () => G | void },
    ...{ when: Condition; then: () => Same<NoInfer<G>> | void }[],
  ],
  otherwise?: () => Same<NoInfer<G>> | void,
  options: Said = {},
): Handed<G> {
  const [first, ...further] = tests;
  const blocks: Record<string, BlockModel> = { if: inlineBlock(first.then) };
  const more: PortModel[] = [];
  for (const [index, { when, then }] of further.entries()) {
    // Each further test has its inputs in a group of its own, named by its place.
    const group = `test ${index + 2}`;
    blocks[`elseif:${group}`] = inlineBlock(then);
    const inputs = { 'left-operand': when.a, operator: when.operator, 'right-operand': when.b ?? '' };
    for (const [key, value] of Object.entries(inputs))
      more.push({ ...authorPort(key, value, field.any()), group });
  }
  blocks.else = inlineBlock(otherwise ?? (() => undefined));
  return handed(
    placeCard(ifElseIfCard, { ...first.when }, options, {
      blocks,
      more,
      moreOutputs: outputsOfBlocks('If/ElseIf', returnedBy(blocks)),
    }),
  );
}

/** The error that an If Error block receives. */
const errorField = field.record('Error', {
  message: field.text(),
  statusCode: field.number(),
  body: field.object(),
  method: field.text(),
  flo: field.number(),
  execution: field.text(),
});

/** If Error: tries the first block; when one of its cards fails, the second runs with the error. */
export function ifError<const G extends Given>(
  branches: {
    try: () => G | void;
    catch: (error: Ref<ValueOf<typeof errorField>>) => Same<NoInfer<G>> | void;
  },
  options: Said = {},
): Handed<G> {
  const blocks = { try: inlineBlock(branches.try), catch: catchBlock(branches.catch) };
  const moreOutputs = outputsOfBlocks('If Error', returnedBy(blocks));
  return handed(placeCard(ifErrorCard, {}, options, { blocks, moreOutputs }));
}

function returnedBy(blocks: Record<string, BlockModel>): Record<string, ReturnType<typeof returned>> {
  return Object.fromEntries(Object.entries(blocks).map(([name, block]) => [name, returned(block)]));
}

/** A block with a trigger of its own, whose outputs the card that holds the block fills. */
function inlineBlock(write: () => Given | void): BlockModel {
  return inBlock(() => {
    placeCard(triggerCard, {}, {}, { shows: [] });
    returnValues(write() ?? {});
  }).block;
}

/** The block that runs when something failed: its trigger gives the error. */
function catchBlock(write: (error: Ref<ValueOf<typeof errorField>>) => Given | void): BlockModel {
  return inBlock(() => {
    const trigger: CardModel = placeCard(
      triggerCard,
      {},
      { as: { error: errorField } },
      { shows: ['error'] },
    );
    returnValues(write(refTo(trigger, { group: 'context', key: 'error' }, errorField)) ?? {});
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
    return foreign.length === 0 ? given : { ...given, ...assign(Object.fromEntries(foreign)) };
  });
  const gives = Object.entries(result).map(([key, value]) => [key, valueModel(value)]);
  return { cards: block.cards, gives: Object.fromEntries(gives) };
}
