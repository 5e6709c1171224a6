/** What `owf new` writes compiles, is in the house's form and passes its own tests; what it refuses leaves no trace. */

import { spawnSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import ts from 'typescript';
import { exitCode, InputError } from '../../scripts/failure';
import { type NewUnitOptions, newUnit } from '../../scripts/new';
import { camelCase, exportName, kebabCase } from '../../scripts/new/names';
import { type Repository, repository } from '../../scripts/new/repository';
import { output } from '../../scripts/output';
import { filesIn, workplace } from '../support/cli';

const root = join(__dirname, '../..');

/** Runs the verb; gives its exit code and what it printed. */
function run(
  kind: string,
  name: string,
  house: Repository,
  options: Partial<NewUnitOptions> & { format?: 'text' | 'json' } = {},
) {
  const { format = 'text', ...rest } = options;
  let stdout = '';
  const streams = {
    stdout: { write: (text: string) => (stdout += text) },
    stderr: { write: () => undefined },
  };
  const code = newUnit(kind, name, { dryRun: false, ...rest }, output(format, streams), house);
  return { code, stdout };
}

/** The repository as it is, in which nothing may be written. */
const untouchable: Repository = {
  ...repository(root),
  write() {
    throw new Error('Something was written.');
  },
};

describe('a new unit in a copy of the repository', () => {
  const units = [
    { kind: 'card', name: 'list/Weigh Items', test: 'list:weighItems' },
    { kind: 'card', name: 'tables/Count Rows', test: 'stash:tally', address: 'stash@0.7.148:tally' },
    { kind: 'action', name: 'Count Devices', test: 'Count Devices' },
    { kind: 'flow', name: 'auth0-deactivation/[util] Weigh User', test: 'Weigh User' },
    { kind: 'flow', name: 'auth0-user-metadata/[main] User Weighed', test: 'User Weighed' },
    { kind: 'rule', name: 'flows-weigh-little', test: 'flows-weigh-little' },
  ];
  let copy = '';
  const written = new Set<string>();

  beforeAll(() => {
    copy = copyOfRepository();
    for (const { kind, name, address } of units) {
      const { code, stdout } = run(kind, name, repository(copy), {
        format: 'json',
        ...(address === undefined ? {} : { address }),
      });
      expect(code).toBe(exitCode.ok);
      for (const { path } of JSON.parse(stdout).files) written.add(path);
    }
  }, 120_000);
  afterAll(() => rmSync(copy, { recursive: true, force: true }));

  it('is a file, a line in its list, and a test where no loop is one', () => {
    expect([...written].sort()).toEqual([
      'connector/actions/count-devices.ts',
      'connector/index.ts',
      'flows/auth0-deactivation/index.ts',
      'flows/auth0-deactivation/weigh-user.ts',
      'flows/auth0-user-metadata/index.ts',
      'flows/auth0-user-metadata/user-weighed.ts',
      'sdk/cards/index.ts',
      'sdk/cards/list/weigh-items.ts',
      'sdk/cards/tables/count-rows.ts',
      'sdk/dsl/cards/list.ts',
      'sdk/lint/flows-weigh-little.ts',
      'sdk/lint/index.ts',
      'test/connector/actions/count-devices.test.ts',
      'test/flows/auth0-deactivation/weigh-user.test.ts',
      'test/flows/auth0-user-metadata/user-weighed.test.ts',
    ]);
    for (const path of written) {
      const text = readFileSync(join(copy, path), 'utf8');
      if (!path.endsWith('index.ts') && path !== 'sdk/dsl/cards/list.ts') expect(text).toContain('TODO');
    }
  });

  it('stands in its place in the list', () => {
    const cards = readFileSync(join(copy, 'sdk/cards/index.ts'), 'utf8');
    expect(cards).toMatch(/ {2}\/\/ list\n(?: {2}list\w+,\n)* {2}listWeighItems,\n {2}\/\/ /);
    const lint = readFileSync(join(copy, 'sdk/lint/index.ts'), 'utf8');
    const warnings = lint.slice(lint.indexOf('  argumentsMatchHelper,'), lint.indexOf('\n];'));
    expect(warnings).toMatch(/ {2}flagsAsExported,\n {2}flowsWeighLittle,\n {2}folderExists,/);
  });

  it('compiles', () => {
    const { config } = ts.readConfigFile(join(copy, 'tsconfig.json'), ts.sys.readFile);
    const { options } = ts.parseJsonConfigFileContent({ ...config, include: [] }, ts.sys, copy);
    const files = [...written].map((path) => join(copy, path));
    const program = ts.createProgram(files, options);
    const diagnostics = files.flatMap((file) => {
      const source = program.getSourceFile(file);
      return [...program.getSyntacticDiagnostics(source), ...program.getSemanticDiagnostics(source)];
    });
    expect(diagnostics.map((each) => ts.flattenDiagnosticMessageText(each.messageText, '\n'))).toEqual([]);
  }, 120_000);

  it('is in the house’s form', () => {
    const { status, stdout, stderr } = node('@biomejs/biome/bin/biome', 'ci', '--colors=off', ...written);
    expect({ status, said: status === 0 ? '' : stdout + stderr }).toEqual({ status: 0, said: '' });
  });

  it('passes its test, or the loop over all cards or rules', () => {
    const tests = ['test/sdk/cards/cards.test.ts', 'test/sdk/lint/index.test.ts'];
    const own = [...written].filter((path) => path.endsWith('.test.ts'));
    const { stdout, stderr } = node(
      'jest/bin/jest.js',
      '--json',
      '--runInBand',
      '-t',
      units.map(({ test }) => test).join('|'),
      '--runTestsByPath',
      ...tests,
      ...own,
    );
    const result = stdout.startsWith('{') ? JSON.parse(stdout) : { said: stderr };
    expect({ said: result.success === true ? '' : stderr, success: result.success }).toEqual({
      said: '',
      success: true,
    });
    const passed = result.testResults.flatMap(
      (suite: { assertionResults: { status: string; fullName: string }[] }) =>
        suite.assertionResults.filter(({ status }) => status === 'passed').map(({ fullName }) => fullName),
    );
    for (const { test } of units) expect(passed.join('\n')).toContain(test);
  }, 180_000);

  it('cannot be made twice', () => {
    const before = filesIn(join(copy, 'sdk/lint'));
    for (const { kind, name, address } of units) {
      expect(() => run(kind, name, repository(copy), address === undefined ? {} : { address })).toThrow(
        InputError,
      );
    }
    expect(filesIn(join(copy, 'sdk/lint'))).toEqual(before);
  });

  function node(script: string, ...args: string[]) {
    // The copy is no part of this test run: it gets an environment without Jest's own marks.
    const { JEST_WORKER_ID: _worker, NODE_ENV: _env, ...env } = process.env;
    return spawnSync(process.execPath, [join(root, 'node_modules', script), ...args], {
      cwd: copy,
      encoding: 'utf8',
      env: { ...env, NO_COLOR: '1' },
      maxBuffer: 100_000_000,
    });
  }
});

describe('--dry-run', () => {
  it('shows what would be written, and writes nothing', () => {
    const { code, stdout } = run('rule', 'flows-weigh-little', untouchable, { dryRun: true });
    expect(code).toBe(exitCode.ok);
    expect(stdout).toContain('new      sdk/lint/flows-weigh-little.ts\n');
    expect(stdout).toContain("  +   id: 'flows-weigh-little',\n");
    expect(stdout).toContain(
      "changed  sdk/lint/index.ts\n  + import { flowsWeighLittle } from './flows-weigh-little';\n",
    );
    expect(stdout).toContain('Nothing is written (--dry-run).');
  });

  it('prints one JSON document with every file whole', () => {
    const { stdout } = run('action', 'Count Devices', untouchable, { dryRun: true, format: 'json' });
    const { dryRun, files } = JSON.parse(stdout);
    expect(dryRun).toBe(true);
    expect(files).toEqual([
      {
        path: 'connector/actions/count-devices.ts',
        change: 'new',
        text: expect.stringContaining("name: 'Count Devices'"),
      },
      { path: 'connector/index.ts', change: 'changed', text: expect.stringContaining('countDevices,') },
      {
        path: 'test/connector/actions/count-devices.test.ts',
        change: 'new',
        text: expect.stringContaining('TODO'),
      },
    ]);
  });
});

describe('a refusal', () => {
  const refusals: [kind: string, name: string, message: RegExp, hint: RegExp, address?: string][] = [
    ['widget', 'x', /no kind of unit "widget"/, /card, action, flow, rule/],
    ['constructor', 'x', /no kind of unit "constructor"/, /card, action, flow, rule/],
    ['card', 'Weigh Items', /"Weigh Items" names no folder of cards/, /list/],
    ['card', 'lists/Weigh Items', /no folder of cards "lists"/, /true-false/],
    ['card', 'list/weigh items', /"weigh items" is no name for a card/, /first with a capital/],
    ['card', 'list/../Weigh', /"..\/Weigh" is no name for a card/, /letters and digits/],
    ['card', 'list/At', /The card "At" exists already: sdk\/cards\/list\/at\.ts/, /another name/],
    [
      'card',
      'list/Take',
      /"list:at" belongs to the card of sdk\/cards\/list\/at\.ts/,
      /--address/,
      'list:at',
    ],
    [
      'card',
      'okta/Take',
      /"okta@2\.0\.0:readUser" belongs to the card of/,
      /--address/,
      'okta@2.0.0:readUser',
    ],
    ['card', 'list/Take', /"take" is no address/, /channel:method/, 'take'],
    ['card', 'okta/events/User Gone', /event card/, /user-suspended\.ts/],
    ['action', 'get device', /no name for an action/, /"Get Device"/],
    ['action', `Get ${'x'.repeat(60)}`, /no name for an action/, /at most 60/],
    ['action', 'Get User', /The action "Get User" exists already/, /another name/],
    ['action', 'Count Devices', /no address to choose/, /--address/, 'a:b'],
    ['flow', '[util] Weigh User', /names no pack/, /auth0-deactivation/],
    ['flow', 'auth0/[util] Weigh User', /no pack "auth0"/, /auth0-deactivation/],
    ['flow', 'auth0-deactivation/[util] weigh', /no name for a flow/, /first with a capital/],
    ['flow', 'auth0-deactivation/[util] Flag Auth0 User', /exists already: flows\//, /another name/],
    ['flow', 'auth0-deactivation/Auth0', /has a "auth0" already/, /another name/],
    ['rule', 'NoEmptyBranch', /no id of a rule/, /no-empty-branch/],
    ['rule', '../evil-rule', /no id of a rule/, /small letters/],
    ['rule', 'one-trigger', /The rule "one-trigger" exists already/, /another name/],
  ];

  // A row lacking a value would get Jest's callback in its place.
  it.each(
    refusals.map(
      ([kind, name, message, hint, address]) => [kind, name, message, hint, address ?? null] as const,
    ),
  )('of %s "%s" says why and what to do, and writes nothing', (kind, name, message, hint, address) => {
    let refused: unknown;
    try {
      run(kind, name, untouchable, address === null ? {} : { address });
    } catch (error) {
      refused = error;
    }
    expect(refused).toBeInstanceOf(InputError);
    expect(refused).toMatchObject({
      message: expect.stringMatching(message),
      hint: expect.stringMatching(hint),
    });
  });

  it('of a list that has changed its form names the line to add by hand', () => {
    const changed: Repository = {
      ...untouchable,
      read: (path) => untouchable.read(path)?.replace(/^ {2}actions: \{[^}]*\},$/m, '  ...rest,') ?? null,
    };
    expect(() => run('action', 'Count Devices', changed)).toThrow(
      'connector/index.ts has no place for countDevices',
    );
  });
});

describe('repository().write', () => {
  const place = workplace();

  it('writes all files or none, and leaves no draft behind', () => {
    const house = repository(place.folder);
    house.write([{ path: 'list.ts', text: 'old' }]);
    const files = [
      { path: 'list.ts', text: 'new' },
      { path: 'deep/down/unit.ts', text: 'unit' },
      // A folder by then: the last move cannot be made.
      { path: 'deep/down', text: 'in the way' },
    ];
    expect(() => house.write(files)).toThrow('cannot be written (EISDIR); nothing has changed.');
    expect(place.content()).toEqual({ 'list.ts': 'old' });
    house.write(files.slice(0, 2));
    expect(place.content()).toEqual({ 'list.ts': 'new', 'deep/down/unit.ts': 'unit' });
  });
});

describe('names', () => {
  it.each([
    ['Get User By Email', 'getUserByEmail', 'get-user-by-email'],
    ['no-empty-branch', 'noEmptyBranch', 'no-empty-branch'],
    ['List 2 Text', 'list2Text', 'list-2-text'],
  ])('%s is %s in TypeScript and %s as a file', (title, camel, kebab) => {
    expect(camelCase(title)).toBe(camel);
    expect(kebabCase(title)).toBe(kebab);
  });

  it('keeps off the words of the language', () => {
    expect(exportName('Return', 'card')).toBe('returnCard');
    expect(exportName('Delete', 'action')).toBe('deleteAction');
    expect(exportName('Get', 'card')).toBe('get');
  });
});

/** What a unit is made of and tested with, in a folder of its own; packages are links, but for our own, which is a copy. */
function copyOfRepository(): string {
  const folder = mkdtempSync(join(tmpdir(), 'owf-new-'));
  const sources = ['action', 'connector', 'deliver', 'flows', 'scripts', 'sdk', 'tenants', 'test'];
  for (const name of [...sources, 'biome.json', 'jest.config.js', 'package.json', 'tsconfig.json']) {
    cpSync(join(root, name), join(folder, name), { recursive: true });
  }
  const scope = '@okta';
  mkdirSync(join(folder, 'node_modules', scope), { recursive: true });
  for (const name of readdirSync(join(root, 'node_modules'))) {
    if (name !== scope) symlinkSync(join(root, 'node_modules', name), join(folder, 'node_modules', name));
  }
  symlinkSync(
    join(folder, 'sdk/types'),
    join(folder, 'node_modules', scope, 'workflows-connector-sdk-types'),
  );
  return folder;
}
