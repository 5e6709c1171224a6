import { corpusPage, runCorpus, totalsOf } from '../../../scripts/corpus-runs';
import { coverPack } from '../../../sdk/run/coverage';
import { describeCorpus } from '../../support/corpus';
import { examplePack } from '../../support/example-pack';

describe('coverPack', () => {
  it('runs every flow of a pack, and says how', async () => {
    const flows = await coverPack(examplePack(), 'example');
    expect(flows.map(({ flow, kind }) => `${flow}: ${kind}`)).toEqual([
      'Join two texts: helper',
      'Greet: helper',
      'Nightly: scheduled',
      'Endpoint: api endpoint',
      'On user: event',
    ]);
    for (const { runs, cards, byValues, missed } of flows) {
      expect(Object.keys(runs)[0]).toBe('full');
      expect(byValues).toBeLessThanOrEqual(cards - missed.length);
      expect(missed.every(({ why }) => why !== '')).toBe(true);
    }
    const join = flows.find(({ flow }) => flow === 'Join two texts');
    // All of its cards run at once, so no other shape is tried.
    expect(join).toMatchObject({ missed: [], runs: { full: { outcome: 'success', message: null } } });
    expect(Object.keys(join?.runs ?? {})).toEqual(['full']);
  });
});

describeCorpus('every flow of the corpus', (files) => {
  it('runs to an end, with no card unsupported and 95 % of all cards run', async () => {
    const runs = await runCorpus(files);
    const { flows, cards, ran, ranByValues, unsupported } = totalsOf(runs);
    expect(flows).toBe(720);
    expect(unsupported).toEqual([]);
    for (const flow of runs.flatMap((run) => run.flows)) expect(Object.keys(flow.runs)).not.toEqual([]);
    expect(ran / cards).toBeGreaterThanOrEqual(0.95);
    expect(ranByValues / cards).toBeGreaterThanOrEqual(0.9);
    // Every card that did not run is on the page, with a reason.
    const rows =
      corpusPage(runs)
        .split('\n')
        .filter((line) => line.startsWith('| ')).length - 2;
    expect(rows).toBe(cards - ran);
  }, 120_000);
});
