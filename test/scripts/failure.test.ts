/** The exit codes, which scripts of other people rely on. */

import { exitCode, InputError } from '../../scripts/failure';

it('has four', () => {
  expect(exitCode).toEqual({ ok: 0, findings: 1, usage: 2, internal: 3 });
});

it('bad input carries its repair', () => {
  expect(new InputError('What.', 'Repair.')).toMatchObject({
    name: 'InputError',
    message: 'What.',
    hint: 'Repair.',
  });
});
