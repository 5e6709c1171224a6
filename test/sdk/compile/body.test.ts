/** Random programs: they compile to packs without a finding, read back as they were written, and run to the right value. */

import type {
  BlockModel,
  CardModel,
  PackModel,
  SourceModel,
  ValueModel,
} from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import { cardNamed } from '../../../sdk/cards';
import { compilePack } from '../../../sdk/compile/pack';
import { lintPack } from '../../../sdk/lint';
import { viewPack } from '../../../sdk/pack/view';
import { virtualClock } from '../../../sdk/run/clock';
import { createOrg } from '../../../sdk/run/org';
import { seededRandom } from '../../../sdk/run/random';
import { drawFlow, packOf } from './support/compiled';
import { program, workOut, writeProgram } from './support/program';

/** How many programs are drawn; each is compiled, checked, read back and run. */
const RUNS = 40;

it('holds for random programs', async () => {
  await fc.assert(
    fc.asyncProperty(program, fc.string(), fc.string(), async (part, a, b) => {
      const [main, greet] = writeProgram(part);
      const model = packOf([main, greet]);
      const wire = compilePack(model);
      expect(lintPack(wire, 'program.folder')).toEqual([]);
      const view = viewPack(wire);
      const drawn = view.flows[0] === undefined ? '' : drawFlow(view.flows[0]);
      expect(drawn.replaceAll(view.flowNamed('Greet')?.id ?? '', 'Greet')).toBe(drawModel(model));
      expect(await run(model, { a, b })).toEqual({ result: workOut(part, [a, b]) });
    }),
    { numRuns: RUNS },
  );
});

async function run(model: PackModel, inputs: { a: string; b: string }) {
  const org = createOrg({
    clock: virtualClock('2026-01-01T00:00:00.000Z'),
    random: seededRandom('program'),
    transport: async ({ url }) => {
      throw new Error(`Nothing is called here, least of all ${url}`);
    },
  });
  org.import(compilePack(model), 'program.folder');
  org.activate('Greet');
  org.activate('Main');
  const result = await org.run('Main', inputs);
  return result.outputs;
}

/** The first flow of the model, drawn as `drawFlow` draws the view of the file. */
function drawModel(model: PackModel): string {
  return drawBlock(model.flows[0]?.body ?? { cards: [], gives: {} }, '').join('\n');
}

function drawBlock(block: BlockModel, indent: string): string[] {
  return block.cards.flatMap((card) => {
    const lines = [`${indent}${[card.title, ...drawInputs(card)].join(' ')}`];
    for (const [name, inner] of Object.entries(card.blocks)) {
      const gives = Object.entries(inner.gives).map(([key, value]) => `${key}=${drawValue(value)}`);
      lines.push(`${indent}  ${[name.replace(/^(elseif):.*/, '$1'), ...gives].join(' ')}`);
      lines.push(...drawBlock(inner, `${indent}    `));
    }
    return lines;
  });
}

function drawInputs(card: CardModel): string[] {
  const spec = cardNamed(card.card);
  const fixed = Object.entries(spec?.inputs ?? {}).flatMap(([name, field]) => {
    const value = card.inputs[name];
    return value === undefined ? [] : [`${field.key ?? name}=${drawValue(value)}`];
  });
  return [
    ...fixed,
    ...card.more.flatMap(({ key, value }) => (value === null ? [] : [`${key}=${drawValue(value)}`])),
  ];
}

function drawValue(value: ValueModel): string {
  switch (value.kind) {
    case 'from':
      return drawSource(value.from);
    case 'constant':
      return JSON.stringify(value.value);
    case 'flow':
      return JSON.stringify(value.flow.name);
    default:
      return value.kind;
  }
}

function drawSource({ card, key, path }: SourceModel): string {
  return `${card.title}.${key}${path.length === 0 ? '' : `.${path.join('.')}`}`;
}
