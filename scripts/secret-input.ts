/** The client id and secret of an M2M application: from the environment, or asked for at a terminal; never a flag. */

import { InputError } from './failure';
import type { Streams } from './output';

export interface Credentials {
  clientId: string;
  clientSecret: string;
}

/** Asks a person; undefined: the person broke off. What is typed for a hidden question is not shown. */
export type Ask = (question: string, options: { hidden: boolean }) => Promise<string | undefined>;

/** Flags and arguments stand in the shell's history and in the list of processes, so nothing is read from there. */
const VARIABLES = [
  { name: 'AUTH0_CLIENT_ID', question: 'Client ID of the M2M application', hidden: false },
  { name: 'AUTH0_CLIENT_SECRET', question: 'Its client secret', hidden: true },
] as const;

/** Says in the help of a verb where the credentials come from. */
export const CREDENTIALS_HELP =
  'Client id and secret come from AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET; at a terminal they are asked for.';

/**
 * Reads both.
 * @param ask Where nobody can be asked it is undefined, and what is missing an InputError.
 */
export async function readCredentials(
  environment: Partial<Record<string, string>>,
  ask: Ask | undefined,
): Promise<Credentials> {
  const missing = VARIABLES.filter(({ name }) => !environment[name]?.trim());
  if (missing.length > 0 && ask === undefined) {
    throw new InputError(
      `${missing.map(({ name }) => name).join(' and ')} ${missing.length === 1 ? 'is' : 'are'} not set.`,
      'Put the client id and secret of an M2M application of the tenant into AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET; at a terminal they are asked for.',
    );
  }
  const values: string[] = [];
  for (const { name, question, hidden } of VARIABLES) {
    const value = environment[name]?.trim() || (await ask?.(question, { hidden }))?.trim();
    if (!value) throw new InputError(`No ${name} was given.`, 'Run the command again, and answer.');
    values.push(value);
  }
  const [clientId = '', clientSecret = ''] = values;
  return { clientId, clientSecret };
}

/** Asks at the terminal; undefined where there is none to type at or to read. The questions go to stderr. */
export function atTerminal(streams: Streams): Ask | undefined {
  if (streams !== process || !process.stdin.isTTY || !process.stderr.isTTY) return undefined;
  return async (message, { hidden }) => {
    // An ES module, and only needed here.
    const { isCancel, password, text } = await import('@clack/prompts');
    const answer = await (hidden ? password : text)({ message, output: process.stderr });
    return isCancel(answer) ? undefined : answer;
  };
}
