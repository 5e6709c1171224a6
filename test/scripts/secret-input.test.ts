/** Credentials from the environment, or asked for; never made up, never shown. */

import { InputError } from '../../scripts/failure';
import { type Ask, atTerminal, readCredentials } from '../../scripts/secret-input';
import { memoryStreams } from '../support/cli';

const BOTH = { AUTH0_CLIENT_ID: 'workflows', AUTH0_CLIENT_SECRET: 's3cret' };

/** Answers from a list, and remembers what was asked. */
function person(...answers: (string | undefined)[]): { ask: Ask; asked: [string, boolean][] } {
  const asked: [string, boolean][] = [];
  return {
    asked,
    async ask(question, { hidden }) {
      asked.push([question, hidden]);
      return answers.shift();
    },
  };
}

it('takes both from the environment, without the line break of a file, and asks nobody', async () => {
  const { ask, asked } = person();
  const environment = { ...BOTH, AUTH0_CLIENT_SECRET: 's3cret\n' };
  expect(await readCredentials(environment, ask)).toEqual({ clientId: 'workflows', clientSecret: 's3cret' });
  expect(asked).toEqual([]);
});

it('asks for what is missing; the secret is not shown as it is typed', async () => {
  const { ask, asked } = person('workflows', 's3cret');
  expect(await readCredentials({}, ask)).toEqual({ clientId: 'workflows', clientSecret: 's3cret' });
  expect(asked).toEqual([
    ['Client ID of the M2M application', false],
    ['Its client secret', true],
  ]);
});

it('asks for the secret alone where the id is there', async () => {
  const { ask, asked } = person('s3cret');
  await readCredentials({ AUTH0_CLIENT_ID: 'workflows' }, ask);
  expect(asked).toHaveLength(1);
});

it.each<[string, Partial<Record<string, string>>, string]>([
  ['nothing', {}, 'AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET are not set.'],
  ['no secret', { AUTH0_CLIENT_ID: 'workflows' }, 'AUTH0_CLIENT_SECRET is not set.'],
  ['an empty secret', { ...BOTH, AUTH0_CLIENT_SECRET: ' ' }, 'AUTH0_CLIENT_SECRET is not set.'],
])('with %s and nobody to ask it names what is missing', async (_, environment, message) => {
  const failed = readCredentials(environment, undefined);
  await expect(failed).rejects.toBeInstanceOf(InputError);
  await expect(failed).rejects.toMatchObject({
    message,
    hint: expect.stringContaining('AUTH0_CLIENT_SECRET'),
  });
});

it('one who breaks off gave nothing', async () => {
  await expect(readCredentials({}, person('workflows', undefined).ask)).rejects.toMatchObject({
    message: 'No AUTH0_CLIENT_SECRET was given.',
  });
});

it('asks at no terminal but the process’s own', () => {
  expect(atTerminal(memoryStreams())).toBeUndefined();
});
