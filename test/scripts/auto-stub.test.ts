import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Json } from '@okta/workflows-connector-sdk-types';
import defaultWorld from '../../scripts/default-world.json';
import { compilePack } from '../../sdk/compile/pack';
import { api, field, helperFlow, pack } from '../../sdk/dsl';
import { writePack } from '../../sdk/pack/write';

// `owf` alone would be the program, owf.cjs.
const { owf } = jest.requireActual<typeof import('../../scripts/owf')>('../../scripts/owf.ts');

const ask = helperFlow({
  name: 'Ask',
  description: 'Asks a service.',
  inputs: { url: field.text() },
  outputs: { body: field.object() },
  body({ url }) {
    const { body } = api.get({ url, query: {}, headers: {} }, { as: { body: field.object() } });
    return { body };
  },
});

describe('owf run with stubs', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'owf-stubs-'));
    const made = pack({ name: 'asks', title: 'Asks', description: 'Asks.', flows: [ask] });
    writeFileSync(join(folder, 'asks.folder'), writePack(compilePack(made)));
    writeFileSync(join(folder, 'input.json'), JSON.stringify({ url: 'https://far.test/things' }));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const run = async (world: Record<string, Json>, ...more: string[]) => {
    writeFileSync(join(folder, 'world.json'), JSON.stringify({ ...defaultWorld, ...world }));
    let stdout = '';
    let stderr = '';
    const files = ['--input', join(folder, 'input.json'), '--world', join(folder, 'world.json')];
    const code = await owf(
      ['run', join(folder, 'asks.folder'), '--flow', 'Ask', ...files, '--format', 'json', ...more],
      { stdout: { write: (text) => (stdout += text) }, stderr: { write: (text) => (stderr += text) } },
    );
    return { code, stderr, result: stdout === '' ? null : JSON.parse(stdout) };
  };

  it('ends without one, and shows the stub to write', async () => {
    const { code, result } = await run({});
    expect(code).toBe(1);
    expect(result.error.message).toContain('"stubs": { "GET https://far.test/things": { "id": "1" } }');
  });

  it('answers as the world says', async () => {
    const stubs = { 'GET https://far.test/*': { items: [1] } };
    const { code, result } = await run({ stubs }, '--trace', join(folder, 'trace.ndjson'));
    expect({ code, requests: result.requests.length }).toEqual({ code: 0, requests: 1 });
    expect(readFileSync(join(folder, 'trace.ndjson'), 'utf8')).toContain('"reply":{"items":[1]},"stub":true');
  });

  it('makes answers up where it is told to', async () => {
    const { code, result } = await run({}, '--auto-stub');
    expect({ code, outcome: result.outcome }).toEqual({ code: 0, outcome: 'success' });
  });

  it('refuses a key that is neither a card nor a request, and an assumption that nobody makes', async () => {
    expect(await run({ stubs: { slack: {} } })).toMatchObject({ code: 2, result: null });
    expect(await run({ assume: { 'raw-request-on-error': 'sings' } })).toMatchObject({
      code: 2,
      result: null,
    });
    expect(await run({ assume: { 'raw-request-on-error': 'returns' } })).toMatchObject({ code: 1 });
  });
});
