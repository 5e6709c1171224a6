/** Compiles flows for tests and shows what came out, as text in the platform's words. */

import type {
  BlockView,
  CardView,
  FlowModel,
  FlowView,
  PackModel,
  PackView,
  SourceView,
  WireCard,
  WirePack,
} from '@okta/workflows-connector-sdk-types';
import { compilePack } from '../../../../sdk/compile/pack';
import { CompileError, type Problem } from '../../../../sdk/compile/problem';
import { type Fields, helperFlow, pack, type Ref } from '../../../../sdk/dsl';
import type { RefsOf } from '../../../../sdk/dsl/ref';
import { lintPack } from '../../../../sdk/lint';
import { viewPack } from '../../../../sdk/pack/view';
import { walkPack } from '../../../../sdk/pack/walk';

export interface Compiled {
  wire: WirePack;
  view: PackView;
  /** The first flow. */
  flow: FlowView;
  /** Every card of the first flow as the file has it, hidden ones and those of inner blocks included. */
  cards: WireCard[];
  /** The first flow as lines of text. */
  text: string;
}

/** Compiles a pack that must be right: no rule finds anything. */
export function compiled(model: PackModel): Compiled {
  const wire = compilePack(model);
  expect(lintPack(wire, `${model.name}.folder`)).toEqual([]);
  const view = viewPack(wire);
  const [flow] = view.flows;
  const [place] = walkPack(wire);
  if (flow === undefined || place === undefined) throw new Error('A pack for a test has a flow.');
  return { wire, view, flow, cards: [...place.cards.values()].map(({ card }) => card), text: drawFlow(flow) };
}

/** A pack of these flows. */
export function packOf(
  flows: readonly { model: FlowModel }[],
  rest: Partial<Parameters<typeof pack>[0]> = {},
): PackModel {
  return pack({ name: 'test', title: 'Test', description: '', flows, ...rest });
}

/** Compiles a helper flow that returns nothing. */
export function compiledBody<const I extends Fields>(inputs: I, body: (inputs: RefsOf<I>) => void): Compiled {
  return compiled(packOf([flowWith(inputs, body)]));
}

/** A helper flow that returns nothing. */
export function flowWith<const I extends Fields>(inputs: I, body: (inputs: RefsOf<I>) => void) {
  return helperFlow({
    name: 'Flow',
    description: '',
    inputs,
    outputs: {},
    body(given) {
      body(given);
    },
  });
}

/** What the compiler finds wrong with a pack. */
export function problemsOf(model: PackModel): readonly Problem[] {
  try {
    compilePack(model);
  } catch (error) {
    if (error instanceof CompileError) return error.problems;
    throw error;
  }
  throw new Error('Nothing was found wrong.');
}

/** A reference that does not belong where it is used, for mistakes that the types allow. */
export function smuggler<V>(): { keep(value: Ref<V>): void; use(): Ref<V> } {
  let kept: Ref<V> | undefined;
  return {
    keep(value) {
      kept = value;
    },
    use() {
      if (kept === undefined) throw new Error('Nothing was kept.');
      return kept;
    },
  };
}

/** A flow, card by card: what each gets from where, its blocks indented, what If/Else branches give. */
export function drawFlow(flow: FlowView): string {
  if (flow.body === null) return '(stub)';
  const cards = new Map(flow.cards().map((card) => [card.id, card]));
  return drawBlock(flow.body, cards, '').join('\n');
}

function drawBlock(block: BlockView, cards: ReadonlyMap<string, CardView>, indent: string): string[] {
  return block.cards.flatMap((card) => {
    const inputs = card.inputs
      .filter((input) => !input.hidden && (input.source !== null || hasValue(input.value)))
      .map(({ key, source, value, binding }) => {
        const bound = binding?.dynamic === true ? `item(${binding.path})` : undefined;
        return `${key}=${source === null ? (bound ?? JSON.stringify(value)) : drawSource(source, cards)}`;
      });
    const lines = [`${indent}${[card.title, ...inputs].join(' ')}`];
    for (const [name, inner] of Object.entries(card.blocks)) {
      const gives = Object.entries(inner.gives).map(
        ([key, { source }]) => `${key}=${source === null ? '-' : drawSource(source, cards)}`,
      );
      lines.push(`${indent}  ${[name.replace(/^(elseif):.*/, '$1'), ...gives].join(' ')}`);
      lines.push(...drawBlock(inner, cards, `${indent}    `));
    }
    return lines;
  });
}

/** A constant worth showing: not what an unset field holds, nor a block's body. */
function hasValue(value: unknown): boolean {
  if (typeof value === 'object' && value !== null)
    return !('methods' in value) && Object.keys(value).length > 0;
  return value !== '' && value !== 0 && value !== false && value !== null;
}

/** `Card.output`, then the parts and conversions on the way. */
export function drawSource(source: SourceView, cards: ReadonlyMap<string, CardView>): string {
  const card = cards.get(source.card);
  const key = card?.outputs.find((output) => output.id === source.output)?.key;
  const steps = source.steps.map((step) =>
    'path' in step ? `.${step.path.join('.')}` : `|${step.convert ?? 'none'}${step.wrap ? '+wrap' : ''}`,
  );
  return `${card?.title ?? '?'}.${key ?? '?'}${steps.join('')}`;
}
