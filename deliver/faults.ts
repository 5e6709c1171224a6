/** docs/faults.md: the thirty faults of the original, what pack auth0-lifecycle does in their place, and the test that shows it. */

export interface FaultEntry {
  /** `D1` to `D30`, as the notes number them. */
  id: string;
  original: string;
  ours: string;
  tests: { file: string; title: string }[];
}

const LIFECYCLE = 'test/flows/auth0-lifecycle/index.test.ts';
const fault = (id: string, original: string, ours: string, ...titles: string[]): FaultEntry => ({
  id,
  original,
  ours,
  tests: titles.map((title) => ({ file: LIFECYCLE, title })),
});

/** Every fault once, in order. */
export const faults: readonly FaultEntry[] = [
  fault(
    'D1',
    'Puts the e-mail address into the query as it is: a plus arrives as a space, an ampersand ends it, and nobody is found.',
    'Encodes every value that becomes part of a query.',
    'D1: an address with a plus is taken for another',
  ),
  fault(
    'D2',
    'Puts the user id into the path as it is: one with a slash or a question mark means another path.',
    'Encodes every id that becomes part of a path.',
    'D2: a user id with a slash leads to another path',
  ),
  fault(
    'D3',
    'Asks for the address as Okta spells it alone, while Auth0 compares by case and its databases keep lower case.',
    'Asks in lower case and, where that differs, as typed.',
    'D3: an address in upper case finds nobody',
  ),
  fault(
    'D4',
    'Flags the first account found and leaves the others open.',
    'Does every account, each with a result of its own.',
    'D4: only the first account is done',
  ),
  fault(
    'D5',
    'Knows a person by the address of the day: after a change, or once an account with another address was linked, nobody is found.',
    'Keeps every address and account that was seen of an Okta user in the table `people`, every night also the addresses of those whom no event has touched, and asks for all of them. An account linked under another is found by its id at once, by its address at once where the person has no other account and by the next morning, or at once with the setting `linked`, where there is one. An address that is somebody else’s by now leads to nothing.',
    'D5: a person whose address has changed is not found',
    'D5: an account with an address of its own, linked to one that was seen, is not found',
    'D5: an address that changed before the first event is not found',
    'D5: an account that stands under one with another address is not found',
  ),
  fault(
    'D6',
    'Gets a token for every event, which then serves for one lookup and one change.',
    'Gets one token for all of a person’s lookups, changes and revocations. Every event still gets one of its own: no table keeps a token, because people could read it there.',
    'D6: a token is got for every event, and serves for one account alone',
  ),
  fault(
    'D7',
    'Goes on without a token where Auth0 gave none.',
    'Ends there, and keeps the failure.',
    'D7: the flow goes on with an empty token',
  ),
  fault(
    'D8',
    'Keeps its only flag in `user_metadata`, where applications may let the person change it.',
    'Keeps the flag that counts in `app_metadata`, and the older one beside it for Actions that read it.',
    'D8: the flag stands where the person can change it',
  ),
  fault(
    'D9',
    'Writes the flag as a text, and the Action knows that one spelling of it.',
    'Writes true or false; the Action takes true and any spelling of "true".',
    'D9: the Action knows one spelling of the flag',
  ),
  fault(
    'D10',
    'Replaces the whole object around the flag, and with it what others keep there.',
    'Writes flags of the first level, and merges the older flag into what stands beside it.',
    'D10: what stood beside the flag is lost',
  ),
  fault(
    'D11',
    'The Action throws for people without the flag, and so refuses everybody whom the sync never touched.',
    'The Action never throws; who carries no flag is let in.',
    'D11: the Action locks out whom the sync never touched',
    'D11: the Action throws where there is no flag to read',
  ),
  fault(
    'D12',
    'Has no way back: who is activated again stays out.',
    'Takes flag and block away on activation, where the sync itself has set them.',
    'D12: who is activated again stays out',
  ),
  fault(
    'D13',
    'Hears of deactivations alone.',
    'Follows suspension, activation and profile changes with the cards for them, the end of a suspension and deletion through an event hook.',
    'D13: a suspension changes nothing',
    'D13: a deletion changes nothing',
    'D12, D13, D25: one event is listened to, and nothing runs by itself',
  ),
  fault(
    'D14',
    'Leaves open sessions and refresh tokens as they are.',
    'Ends both; where the plan cannot, revokes grants and device credentials, and says which of the two it did.',
    'D14: sessions and refresh tokens live on',
    'D14: refresh tokens live on under a plan that cannot end sessions',
  ),
  fault(
    'D15',
    'Never blocks: without the Action nothing keeps the person out.',
    'Sets flag and block with the same change.',
    'D15: without the Action nothing keeps the person out',
  ),
  fault(
    'D16',
    'Keeps the client secret in a table.',
    'Keeps it in the connection; no table and no field of the pack holds one.',
    'D16: the secret stands in a table that people can read',
  ),
  fault(
    'D17',
    'Every flow saves the data that passes through it, secret and token included.',
    'No flow of the pack ever sees a secret or a token; those of the connector save nothing.',
    'D17: secrets and tokens are kept in the history of runs',
  ),
  fault(
    'D18',
    'Runs its body in a loop that passes over errors, so that a failed run looks like a good one.',
    'Catches every error itself and writes it down.',
    'D18: an error inside the event’s body is passed over, and the run counts as a success',
  ),
  fault(
    'D19',
    'Turns every error into a 500.',
    'Keeps the status and the message of each account.',
    'D19: whatever Auth0 said becomes a 500',
  ),
  fault(
    'D20',
    'Never tries again after a 5xx or a broken connection.',
    'Keeps the failure, and tries again on a schedule until it is done.',
    'D20: what fails once is never tried again',
  ),
  fault(
    'D21',
    'Tells nobody and writes nothing down.',
    'Writes a row for every event into `audit` and for every failure into `failures`, and calls a helper that tells people.',
    'D21: nobody is told, and nothing is written down',
  ),
  fault(
    'D22',
    'Can only be tried on real people.',
    'Starts with a dry run, which writes down what it would do to which account and changes nothing.',
    'D22: there is no trying it out first',
  ),
  fault(
    'D23',
    'Handles an event as often as it comes, though event hooks deliver at least once.',
    'Handles each event id once; one that comes again while it is being handled is written down once all the same.',
    'D23: an event that comes twice is handled twice',
    'D23: an event that comes again while it is being handled has two records',
  ),
  fault(
    'D24',
    'Reads the status from Okta and never looks at it: a late event locks out somebody who is active again.',
    'Does what Okta says at that moment, whatever the event said.',
    'D24: an event that comes late locks out who is active again',
  ),
  fault(
    'D25',
    'Does nothing about events that never came.',
    'Every night reads Okta’s log for events that never came, and compares both sides, those whom Okta has deleted among them: who is gone is kept out, and a flag that should not be there is taken away.',
    'D25: an event that never comes is never made up for',
    'D25: a flag that should be gone stays',
    'D12, D13, D25: one event is listened to, and nothing runs by itself',
  ),
  fault(
    'D26',
    'Does not look whether its configuration is there; without a domain the credentials go to a host called "oauth".',
    'Has its domain in a connection that is tested when it is made; without settings it does a dry run.',
    'D26: a missing row of the configuration sends the credentials to a host called "oauth"',
  ),
  fault(
    'D27',
    'Says in a comment what the flow does not do, and never reads the answer to its change.',
    'Takes a change as done only where the answer holds the account.',
    'D27: a comment says what the flow does not do',
    'D27: an answer that makes no sense counts as done',
  ),
  fault(
    'D28',
    'Comes as a single file, without tests, versions or a list of changes.',
    'Is tested against embedded tenants, has a version, and a list of what changed.',
    'D28: no test, no version, no list of changes',
  ),
  fault(
    'D29',
    'Puts JSON together as text.',
    'Builds objects, which the platform writes as JSON.',
    'D29: JSON is put together as text',
  ),
  fault(
    'D30',
    'The Action has a stray semicolon after a brace.',
    'The Action has no empty statement.',
    'D30: a stray semicolon after a brace in the Action',
  ),
];

/** The text of docs/faults.md. */
export function faultsPage(): string {
  const row = (cells: string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const files = [...new Set(faults.flatMap(({ tests }) => tests.map(({ file }) => file)))];
  return `${[
    '# Faults of the original',
    '<!-- Generated from deliver/faults.ts; change that file, not this one. -->',
    `The flows that this project starts from have ${faults.length} known faults. For each: what the original does, what the pack \`auth0-lifecycle\` with our connector and Action does, and the test that shows it. A test runs the same story on both; the half about the original needs its export, and is skipped with a notice where that is not there. The original Action is not run as published: the tests hold a short one that behaves as it was seen to.`,
    `The tests are in ${files.map((file) => `[${file}](../${file})`).join(', ')}.`,
    [
      row(['id', 'the original', 'ours', 'test']),
      row(['---', '---', '---', '---']),
      ...faults.map(({ id, original, ours, tests }) =>
        row([id, original, ours, tests.map(({ title }) => title).join('<br>')]),
      ),
    ].join('\n'),
  ].join('\n\n')}\n`;
}
