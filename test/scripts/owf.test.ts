/** The command line: its verbs and flags, its exit codes, and what it says when it cannot. */

import { cli, memoryStreams } from '../support/cli';

const { owf } = jest.requireActual<typeof import('../../scripts/owf')>('../../scripts/owf.ts');

const verbs = ['build', 'check', 'run', 'tenants', 'start'];

it.each([[], ...verbs.map((verb) => [verb])])(
  '%s --help tells of the flags and the exit codes',
  async (...verb) => {
    const { code, stdout, stderr } = await cli(...verb, '--help');
    expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
    expect(stdout).toContain(
      'Exit codes: 0 ok, 1 findings or a failed run, 2 bad usage or input, 3 a fault of this program.',
    );
    if (verb.length > 0) expect(stdout).toContain('--format <format>');
  },
);

it('lists every verb', async () => {
  const { stdout } = await cli('--help');
  for (const verb of verbs) expect(stdout).toMatch(new RegExp(`^  ${verb} `, 'm'));
});

it.each<[string, string[], RegExp]>([
  ['no verb', [], /Usage: owf/],
  ['an unknown verb', ['deploy'], /unknown command 'deploy'/],
  ['an unknown flag before the verb', ['--format', 'json', 'build'], /unknown option '--format'/],
  ['an unknown flag', ['build', '--fast'], /unknown option '--fast'/],
  ['an unknown short flag', ['check', '-x', 'file'], /unknown option '-x'/],
  ['an unknown format', ['build', '--format', 'yaml'], /'yaml' is invalid. Allowed choices are text, json/],
  ['a flag without its value', ['build', '--out'], /argument missing/],
  ['check without a file', ['check'], /missing required argument 'file'/],
  ['run without a pack', ['run'], /missing required argument 'pack'/],
  ['run with two packs', ['run', 'a', 'b'], /too many arguments/],
  ['start with an argument', ['start', 'now'], /too many arguments/],
])('%s is bad usage', async (_, argv, message) => {
  const { code, stdout, stderr } = await cli(...argv);
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(message);
});

it('a fault of the program is 3, with where it happened', async () => {
  const { printed, stderr } = memoryStreams();
  const stdout = {
    write(): never {
      throw new TypeError('stdout is gone');
    },
  };
  expect(await owf(['check', __filename], { stdout, stderr })).toBe(3);
  expect(printed.stderr).toMatch(/^internal error: TypeError: stdout is gone\n {4}at /);
});

it('only the verb that waits for an interruption takes it', async () => {
  const listening = () => process.listenerCount('SIGINT') + process.listenerCount('SIGTERM');
  const before = listening();
  await owf(['check', 'nowhere.flow'], memoryStreams());
  expect(listening()).toBe(before);
});
