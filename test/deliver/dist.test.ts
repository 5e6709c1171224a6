/** What a build delivers: which files, and that each is whole by itself. */

import type { PackView } from '@okta/workflows-connector-sdk-types';
import { distFiles, fileName } from '../../deliver/dist';
import { packs } from '../../flows';
import { readPack } from '../../sdk/pack/read';
import { viewPack } from '../../sdk/pack/view';
import { expectGolden } from '../support/golden';
import { CANARY } from '../support/story';

const files = distFiles();
const texts = new Map(files.map(({ path, text }) => [path, text]));
const packFiles = files.filter(({ path }) => /\.(flow|folder)$/.test(path)).map(({ path }) => path);

it('has the files of the list', () => {
  expectGolden('deliver/dist-paths.txt', files.map(({ path }) => `${path}\n`).join(''));
});

it('is the same every time, no path twice', () => {
  expect(distFiles()).toEqual(files);
  expect(texts.size).toBe(files.length);
});

it('ends the last line of every file but packs, which real exports don’t end either', () => {
  for (const { path, text } of files) {
    expect({ path, ends: text.endsWith('\n') }).toEqual({ path, ends: !packFiles.includes(path) });
  }
});

it('is made at no time: "created" is a constant', () => {
  expect(new Set(packFiles.map((path) => read(path).json.created))).toEqual(
    new Set(['2026-01-01T00:00:00.000Z']),
  );
});

it('holds no secret, and no value of a connection', () => {
  for (const path of packFiles) {
    expect(texts.get(path)).not.toContain(CANARY);
    for (const config of Object.values(read(path).json.data.configs)) expect(config.data).toBeNull();
  }
});

describe('a single flow', () => {
  const singles = packFiles.filter((path) => path.endsWith('.flow'));

  it.each(singles)('%s holds its own flow whole, and names those it calls', (path) => {
    const view = read(path);
    const [own, ...others] = view.flows.filter((flow) => flow.body !== null);
    expect(others).toEqual([]);
    expect(path).toContain(fileName(own?.name ?? '?'));
    const called = new Set(
      own
        ?.cards()
        .flatMap((card) =>
          [
            ...card.inputs.filter(({ type }) => type === 'flo').map(({ value }) => value),
            card.onError.flow,
          ].filter((id): id is string => typeof id === 'string' && id !== '' && id !== own.id),
        ),
    );
    const stubs = view.flows.filter((flow) => flow.body === null).map(({ id }) => id);
    expect(new Set(stubs)).toEqual(called);
  });

  it.each(singles)('%s brings the tables and connections that its cards use, and no others', (path) => {
    const { json } = read(path);
    const own = JSON.stringify(json.data.flos);
    for (const id of [...Object.keys(json.data.tables), ...Object.keys(json.data.configs)]) {
      expect({ path, id, used: own.includes(id) }).toEqual({ path, id, used: true });
    }
  });

  it('has the ids that it has in the folder', () => {
    for (const path of singles) {
      const folder = packFiles.find(
        (each) => each.endsWith('.folder') && each.startsWith(path.slice(0, path.lastIndexOf('/'))),
      );
      const whole = read(folder ?? '').json.data.flos;
      for (const [id, flow] of Object.entries(read(path).json.data.flos)) {
        expect(whole[id]?.name).toBe(flow.name);
        if (flow.data !== null) expect(whole[id]?.data).toEqual(flow.data);
      }
    }
  });
});

it('the folders hold every flow whole', () => {
  for (const path of packFiles.filter((each) => each.endsWith('.folder'))) {
    expect(read(path).flows.filter(({ body }) => body === null)).toEqual([]);
  }
});

it('the connector’s files come in an order in which they can be uploaded', () => {
  const uploads = packFiles.filter((path) => /^connector\/\d+-/.test(path));
  expect(uploads.map((path) => Number(/\d+/.exec(path)?.[0]))).toEqual(uploads.map((_, index) => index + 1));
  const there = new Set<string>();
  for (const path of uploads) {
    const { flows } = read(path);
    for (const { id, name, body } of flows) {
      if (body === null)
        expect({ path, calls: name, there: there.has(id) }).toEqual({ path, calls: name, there: true });
    }
    for (const { id, body } of flows) if (body !== null) there.add(id);
  }
});

it('connector.json names its schema, which lies beside it', () => {
  expect(JSON.parse(texts.get('connector/connector.json') ?? '').$schema).toBe('./connector.schema.json');
  expect(texts.has('connector/connector.schema.json')).toBe(true);
});

it('configuration.csv has the header and a row for each setting, its value left open', () => {
  expect(texts.get('flows/auth0-user-metadata/configuration.csv')).toBe(
    'name,value\r\ndomain,\r\nclient_id,\r\nclient_secret,\r\n',
  );
});

it('every pack has its folder', () => {
  for (const { name, flows } of packs) {
    const view = read(`flows/${name}/${name}.folder`);
    expect(view.flows.map((flow) => flow.name).sort()).toEqual(flows.map((flow) => flow.name).sort());
  }
});

it('the Action says what it is made from, and is one small file', () => {
  const text = texts.get('action/post-login.js') ?? '';
  expect(text).toMatch(/^\/\/ Auth0 post-login Action: .* Built from action\/post-login\.ts\.\n/);
  expect(Buffer.byteLength(text)).toBeLessThan(4096);
});

it.each([
  ['httpHelper', 'http-helper'],
  ['_authping', 'authping'],
  ['[main] User Deactivated', 'main-user-deactivated'],
  ['Custom API Action', 'custom-api-action'],
  ['Get Auth0 User Id', 'get-auth0-user-id'],
])('the file of "%s" is named %s', (name, file) => {
  expect(fileName(name)).toBe(file);
});

const views = new Map<string, PackView>();

function read(path: string): PackView {
  const known = views.get(path);
  if (known !== undefined) return known;
  const found = readPack(texts.get(path) ?? '', path);
  if (!('pack' in found)) throw new Error(`${path}: ${found.findings[0]?.message}`);
  const view = viewPack(found.pack);
  views.set(path, view);
  return view;
}
