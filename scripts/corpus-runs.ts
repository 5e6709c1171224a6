/** `npm run corpus-runs`: runs every flow of the corpus with made-up answers and writes what ran into docs/corpus-runs.md. */

import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { readPack } from '../sdk/pack/read';
import { coverPack, type FlowCoverage, shapes } from '../sdk/run/coverage';

/** A pack of the corpus and what became of its flows. */
export interface CorpusRun {
  /** Its path in the corpus. */
  pack: string;
  flows: FlowCoverage[];
}

/** What the runs come to. */
export interface CorpusTotals {
  packs: number;
  flows: number;
  cards: number;
  /** Cards that ran at all, and those that ran where the values alone decided. */
  ran: number;
  ranByValues: number;
  /** Cards that the local org does not know. */
  unsupported: string[];
}

/** Runs every flow of every pack of the corpus. */
export async function runCorpus(files: readonly { name: string; path: string }[]): Promise<CorpusRun[]> {
  const runs: CorpusRun[] = [];
  for (const { name, path } of files) {
    const read = readPack(readFileSync(path, 'utf8'), name);
    if (!('pack' in read)) throw new Error(`${name} is no pack: ${read.findings[0]?.message ?? ''}`);
    runs.push({ pack: name, flows: await coverPack(read.pack, name) });
  }
  return runs;
}

export function totalsOf(runs: readonly CorpusRun[]): CorpusTotals {
  const flows = runs.flatMap((run) => run.flows);
  const sum = (of: (flow: FlowCoverage) => number) => flows.reduce((all, flow) => all + of(flow), 0);
  const messages = flows.flatMap((flow) => Object.values(flow.runs).map(({ message }) => message ?? ''));
  return {
    packs: runs.length,
    flows: flows.length,
    cards: sum((flow) => flow.cards),
    ran: sum((flow) => flow.cards - flow.missed.length),
    ranByValues: sum((flow) => flow.byValues),
    unsupported: messages.filter((message) => message.startsWith('The local org does not know the card')),
  };
}

/** The page: the numbers, how they came about, and every card that no run reached. */
export function corpusPage(runs: readonly CorpusRun[]): string {
  const totals = totalsOf(runs);
  const part = (cards: number) => `${cards} of ${totals.cards} cards (${percent(cards, totals.cards)})`;
  const missed = runs.flatMap(({ pack, flows }) =>
    flows.flatMap((flow, index) =>
      flow.missed.map(
        // By place and id: what their authors called them is not ours to repeat.
        ({ card, address, why }) =>
          `| ${[pack, String(index + 1), card, kindOf(address), why].map(cell).join(' | ')} |`,
      ),
    ),
  );
  return [
    '# The corpus in the local org',
    '',
    'Made by `npm run corpus-runs` from the real exports in `../shared/corpus`; do not edit.',
    '',
    `${totals.packs} packs, ${totals.flows} flows. Every flow ran to an end; ${totals.unsupported.length} cards are unsupported.`,
    '',
    `- Over all runs ${part(totals.ran)} ran.`,
    `- ${part(totals.ranByValues)} ran where values alone decided the way.`,
    '',
    'Notes, and what only stands there (No-op, Join), do not count as cards. Inputs, tables and the answers of services',
    'are made up, by rules that are the same for every flow: values have the type of their field and the fields that',
    'later cards pick of them. A flow is run in one shape after the other, until all of its cards have run:',
    '',
    ...Object.entries(shapes).map(
      ([name, { turned }]) => `- ${name}${turned === undefined ? '' : ' *(not by values alone)*'}`,
    ),
    '',
    'In the last four a Continue If or a Return Error If does not end the flow whatever its values, and in two of them',
    'If/Else and If/ElseIf take the other branch: so that what stands behind a condition runs too where no made-up value',
    'leads. An execution is ended after 5,000 cards and 50 calls in a row, far below the limits of the platform.',
    '',
    '## Cards that no run reached',
    '',
    '| pack | flow | card | what it is | why |',
    '| --- | --- | --- | --- | --- |',
    ...missed,
    '',
  ].join('\n');
}

/** Writes the page; leaves it as it is where there is no corpus. */
export function main(): void {
  const corpus = join(__dirname, '..', '..', 'shared', 'corpus');
  if (!existsSync(corpus)) {
    process.stderr.write(`There is no corpus in ${corpus}; docs/corpus-runs.md stays as it is.\n`);
    return;
  }
  runCorpus(packFiles(corpus))
    .then((runs) => {
      writeFileSync(join(__dirname, '..', 'docs', 'corpus-runs.md'), corpusPage(runs));
      process.stdout.write(
        `${JSON.stringify({ ...totalsOf(runs), unsupported: totalsOf(runs).unsupported.length })}\n`,
      );
    })
    .catch((error: unknown) => {
      process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`);
      process.exitCode = 3;
    });
}

function packFiles(corpus: string): { name: string; path: string }[] {
  return readdirSync(corpus, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && /\.(flow|folder|flopack)$/.test(entry.name))
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: relative(corpus, path), path }))
    .sort((a, b) => (a.name < b.name ? -1 : 1));
}

function percent(part: number, whole: number): string {
  return `${((100 * part) / whole).toFixed(1)} %`;
}

/** `list:each` of a function, `slack:readUser2` of a connector. */
function kindOf(address: string): string {
  const parts = address.split(':');
  return `${parts.at(-3)}:${parts.at(-1)}`;
}

function cell(text: string): string {
  return text.replaceAll('|', '\\|').replaceAll(/\s+/g, ' ');
}
