/** What goes to stdout and what to stderr, in each format. */

import { type Format, output } from '../../scripts/output';
import { memoryStreams } from '../support/cli';

const print = (format: Format, isTTY = false) => {
  const { printed, stdout, stderr } = memoryStreams();
  const out = output(format, { stdout: { ...stdout, isTTY }, stderr });
  out.line(`a ${out.colors.red('line')}`);
  out.note('a note');
  out.json({ a: [1] });
  return printed;
};

it('text: lines on stdout, notes on stderr', () => {
  expect(print('text')).toEqual({ stdout: 'a line\n', stderr: 'a note\n' });
});

it('json: one document alone on stdout', () => {
  expect(print('json')).toEqual({ stdout: '{\n  "a": [\n    1\n  ]\n}\n', stderr: 'a note\n' });
});

describe('colours', () => {
  const before = process.env.NO_COLOR;
  afterEach(() => {
    if (before === undefined) delete process.env.NO_COLOR;
    else process.env.NO_COLOR = before;
  });

  it('are for people at a terminal, unless they say no', () => {
    delete process.env.NO_COLOR;
    expect(print('text', true).stdout).toBe('a \u001b[31mline\u001b[39m\n');
    expect(print('json', true).stdout).not.toContain('\u001b');
    process.env.NO_COLOR = '1';
    expect(print('text', true).stdout).toBe('a line\n');
  });
});
