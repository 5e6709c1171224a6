/** What every pack that does the job must do in every situation, whatever its flows are called. */

import { type AssumptionId, undocumented } from '../../sdk/cards/undocumented';
import {
  ADA,
  type Answers,
  account,
  CANARY,
  deactivationOf,
  FLAGGED,
  type OurPack,
  ours,
  type Played,
  play,
  UNTOUCHED,
  type WorldChange,
  withBroken,
  worldOf,
} from '../support/story';

/** Addresses as Okta may hold them; the Auth0 account has the same one unless the row says otherwise. */
const addresses: [what: string, okta: string, auth0?: string][] = [
  ['plain', 'ada@acme.test'],
  ['a plus, which a query turns into a space', 'ada+sso@acme.test'],
  ['an ampersand and a number sign', 'ada&co#1@acme.test'],
  ['quotes and a space', '"ada lovelace"@acme.test'],
  ['an apostrophe and a percent sign', "o'hara%20@acme.test"],
  ['letters beyond ASCII', 'ädä.łóvelace@acme.test'],
  ['upper case, in a database that keeps lower case', 'Ada@ACME.test', 'ada@acme.test'],
  ['upper case beyond ASCII', 'ÄDÄ@acme.test', 'ädä@acme.test'],
  ['spaces around it', '  Ada@acme.test ', 'ada@acme.test'],
];

const userIds = [
  'auth0|64f0',
  'samlp|acme|ada@acme.test',
  'oidc|acme|a/b',
  'oidc|acme|a?b=c',
  'oidc|acme|a#b',
  'oidc|acme|a b',
  'oidc|acme|ädä%2F',
];

/** What stands in `user_metadata.okta` before, and what must stand there after. */
const oktaMetadata: [what: string, before: WorldChange['configuration'] | unknown, after: object][] = [
  ['nothing', undefined, { deactivated: 'true' }],
  [
    'siblings',
    { department: 'Engines', deep: { er: ['"quoted"\n'] } },
    { department: 'Engines', deep: { er: ['"quoted"\n'] }, deactivated: 'true' },
  ],
  ['the flag, lowered', { deactivated: 'false' }, { deactivated: 'true' }],
  ['null', null, { deactivated: 'true' }],
  ['a text', 'keep out', { deactivated: 'true' }],
  ['a text that starts like an object', '{x', { deactivated: 'true' }],
  ['a number', 5, { deactivated: 'true' }],
  ['a list', ['x'], { deactivated: 'true' }],
];

const USERS = '/api/v2/users/*';
const LOOKUP = '/api/v2/users-by-email';

/** Failures of the services, and the status that the flow's error must carry. */
const failures: [what: string, change: WorldChange, status: number | null, message: RegExp][] = [
  ['a missing scope', { scopes: ['read:users'] }, 403, /: Insufficient scope, expected any of: update:users/],
  ['an account that is gone', { faults: [at('PATCH', USERS, { status: 404 })] }, 404, /Not Found/],
  [
    'a fault of Auth0 at the look-up',
    { faults: [at('GET', LOOKUP, { status: 500 })] },
    500,
    /Internal Server Error/,
  ],
  [
    'a fault of Auth0 at the change',
    { faults: [at('PATCH', USERS, { status: 503 })] },
    503,
    /Service Unavailable/,
  ],
  [
    'a connection reset at the look-up',
    { faults: [at('GET', LOOKUP, { reset: true })] },
    null,
    /got no answer: the connection was reset/,
  ],
  [
    'a connection reset at the change',
    { faults: [at('PATCH', USERS, { reset: true })] },
    null,
    /got no answer: the connection was reset/,
  ],
  [
    'an Okta user who is gone',
    { faults: [{ ...at('GET', '/api/v1/users/*', { status: 404 }), tenant: 'okta' }] },
    404,
    /Not found/,
  ],
  [
    'an Okta user without an address',
    { email: ' ', accounts: [account('auth0|ada', 'ada@acme.test')] },
    400,
    /email/i,
  ],
];

function at(method: string, path: string, fault: { status?: number; reset?: boolean; times?: number }) {
  return { tenant: 'auth0' as const, method, path, ...fault };
}

const TOKEN = '{"access_token":"aaa.bbb.ccc"}';
const ONE = '[{"user_id":"auth0|ada"}]';
const CHANGE = 'PATCH /api/v2/users/auth0%7Cada';
/** Answers with status 200 that are not what Auth0 answers. */
const brokenAnswers: [what: string, answers: Answers, message: RegExp][] = [
  ['accounts that break off', { [`GET ${LOOKUP}`]: '[{"user_id": "auth0|' }, /JSON/],
  ['a page instead of accounts', { [`GET ${LOOKUP}`]: '<html>It works!</html>' }, /JSON/],
  ['nothing at all', { [`GET ${LOOKUP}`]: '' }, /JSON/],
  ['a page instead of the changed account', { [`GET ${LOOKUP}`]: ONE, [CHANGE]: '<html>Hi!</html>' }, /JSON/],
  [
    'a change without the account',
    { [`GET ${LOOKUP}`]: ONE, [CHANGE]: '{}' },
    /Auth0 answered the change without the account/,
  ],
];

/** Plays the story with a pack in every situation. */
export function describeSituations(name: OurPack): void {
  const pack = ours[name];
  const story = (change?: WorldChange, options?: Parameters<typeof play>[2]) =>
    play(pack, worldOf(change), options);
  const flagged = (played: Played, ids: string[]) => {
    expect(played.error).toBeUndefined();
    expect(played.metadata).toEqual(Object.fromEntries(ids.map((id) => [id, FLAGGED])));
    expect(played.logins).toEqual(Object.fromEntries(ids.map((id) => [id, 403])));
  };

  describe('finds her by an address with', () => {
    it.each(addresses)('%s: %s', async (_, okta, auth0 = okta) => {
      flagged(await story({ email: okta, accounts: [account('auth0|ada', auth0)] }), ['auth0|ada']);
    });

    it('the case that another provider kept, beside the lower case of the database', async () => {
      const accounts = [account('auth0|ada', 'ada@acme.test'), account('google-oauth2|1', 'Ada@Acme.test')];
      const played = await story({ email: 'Ada@Acme.test', accounts });
      flagged(played, ['auth0|ada', 'google-oauth2|1']);
    });
  });

  it.each(userIds)('flags the account %s', async (id) => {
    flagged(await story({ accounts: [account(id, 'ada@acme.test')] }), [id]);
  });

  it('flags every account of hers and nobody else', async () => {
    const hers = ['auth0|ada', 'google-oauth2|1815', 'oidc|acme|ada'];
    const accounts = [
      ...hers.map((id) => account(id, 'ada@acme.test')),
      account('auth0|grace', 'grace@acme.test'),
    ];
    const { metadata, logins } = await story({ accounts });
    expect(metadata).toEqual({
      ...Object.fromEntries(hers.map((id) => [id, FLAGGED])),
      'auth0|grace': UNTOUCHED,
    });
    expect(logins).toEqual({ ...Object.fromEntries(hers.map((id) => [id, 403])), 'auth0|grace': 200 });
  });

  it.each(oktaMetadata)('user_metadata.okta held %s', async (_, before, after) => {
    const user_metadata = { theme: 'dark', ...(before === undefined ? {} : { okta: before as string }) };
    const app_metadata = { plan: { name: 'pro' }, roles: ['admin'] };
    const { error, metadata } = await story({
      accounts: [account('auth0|ada', 'ada@acme.test', { user_metadata, app_metadata })],
    });
    expect(error).toBeUndefined();
    expect(metadata['auth0|ada']).toEqual({
      app_metadata: { ...app_metadata, okta_deactivated: true },
      user_metadata: { theme: 'dark', okta: after },
    });
  });

  it('stops where nobody has the address, and says so', async () => {
    const { outcome, calls, metadata, trace } = await story({
      accounts: [account('auth0|x', 'x@acme.test')],
    });
    expect(outcome).toBe('stopped');
    expect(calls.at(-1)).toBe(`GET ${LOOKUP}`);
    expect(metadata).toEqual({ 'auth0|x': UNTOUCHED });
    expect(continueIfs(trace).at(-1)).toBe('No Auth0 account has the address of this user.');
  });

  it('stops where Okta has activated her again meanwhile (D24)', async () => {
    const { outcome, calls, metadata, logins, trace } = await story(
      {},
      { delivery: await deactivationOf(worldOf()) },
    );
    expect(outcome).toBe('stopped');
    expect(calls).toEqual([`GET /api/v1/users/${ADA}`]);
    expect(metadata).toEqual({ 'auth0|ada': UNTOUCHED });
    expect(logins).toEqual({ 'auth0|ada': 200 });
    expect(continueIfs(trace)).toEqual(['The user is not deactivated in Okta any more.']);
  });

  describe('ends with an error that says why, after', () => {
    it.each(failures)('%s', async (_, change, status, message) => {
      const { outcome, error, metadata, trace } = await story(change);
      expect({ outcome, status: error?.statusCode }).toEqual({ outcome: 'error', status });
      expect(error?.message).toMatch(message);
      expect(Object.values(metadata)).toEqual([UNTOUCHED]);
      expect(JSON.stringify(trace)).not.toContain(CANARY);
    });

    it.each(failures)('%s, where Raw Request returns what it gets', async (_, change, status) => {
      const { outcome, error, metadata } = await story(change, {
        assume: { 'raw-request-on-error': 'returns' },
      });
      expect({ outcome, status: error?.statusCode }).toEqual({ outcome: 'error', status });
      expect(Object.values(metadata)).toEqual([UNTOUCHED]);
    });

    it.each(brokenAnswers)('%s', async (_, answers, message) => {
      const rest = { 'POST /oauth/token': TOKEN, 'GET /api/v2/users': '[]' };
      await withBroken({ ...rest, ...answers }, async (broken) => {
        const { outcome, error } = await story(broken);
        expect(outcome).toBe('error');
        expect(error?.message).toMatch(message);
      });
    });
  });

  it.each([
    [1, '1 of 3 accounts could not be flagged: auth0|ada. The first: Internal Server Error'],
    [2, '2 of 3 accounts could not be flagged: auth0|ada, google-oauth2|1. The first: Internal Server Error'],
  ])(
    'flags the others where %i of three accounts fail, and then ends with an error',
    async (times, message) => {
      const ids = ['auth0|ada', 'google-oauth2|1', 'oidc|1'];
      const accounts = ids.map((id) => account(id, 'ada@acme.test'));
      const { error, metadata } = await story({
        accounts,
        faults: [at('PATCH', USERS, { status: 500, times })],
      });
      expect(error).toMatchObject({ message, statusCode: 500, flow: '[main] User Deactivated' });
      expect(metadata).toEqual(
        Object.fromEntries(ids.map((id, index) => [id, index < times ? UNTOUCHED : FLAGGED])),
      );
    },
  );

  it('looks up once and changes each account once, reading none again', async () => {
    const ids = ['auth0|ada', 'google-oauth2|1', 'oidc|1'];
    const { calls } = await story({ accounts: ids.map((id) => account(id, 'ada@acme.test')) });
    expect(calls.filter((call) => call.includes('/api/v2/'))).toEqual([
      `GET ${LOOKUP}`,
      ...ids.map((id) => `PATCH /api/v2/users/${encodeURIComponent(id)}`),
    ]);
  });

  it('waits and tries again where Auth0 says 429, in virtual time', async () => {
    const faults = [at('GET', LOOKUP, { status: 429, times: 2 }), at('PATCH', USERS, { status: 429 })];
    const began = Date.now();
    const played = await story({ faults });
    flagged(played, ['auth0|ada']);
    const waits = played.trace.flatMap((event) => (event.type === 'retry' ? [event.waitMs] : []));
    expect(waits).toHaveLength(3);
    for (const wait of waits) expect(wait >= 60_000 && wait <= 180_000).toBe(true);
    const [first, last] = [played.trace[0], played.trace.at(-1)].map((event) => Date.parse(event?.at ?? ''));
    expect((last ?? 0) - (first ?? 0)).toBe(waits.reduce((sum, wait) => sum + wait, 0));
    expect(Date.now() - began).toBeLessThan(10_000);
  });

  it('gives up where Auth0 goes on saying 429', async () => {
    const { error, calls } = await story({ faults: [at('GET', LOOKUP, { status: 429, times: 99 })] });
    expect(error).toMatchObject({ statusCode: 429, message: 'Global limit has been reached' });
    // The request is tried again, and where a card of ours stands for it, the card as well.
    const tries = name === 'auth0-deactivation' ? 4 * 4 : 4;
    expect(calls.filter((call) => call === `GET ${LOOKUP}`)).toHaveLength(tries);
  });

  it('shows the secret and the token to nobody', async () => {
    const { trace, exchanges, requests } = await story();
    const tokens = exchanges.flatMap(({ responseBody }) =>
      typeof responseBody === 'object' && responseBody !== null && 'access_token' in responseBody
        ? [String(responseBody.access_token)]
        : [],
    );
    expect(tokens.length).toBeGreaterThan(0);
    for (const secret of [CANARY, ...tokens]) {
      expect(JSON.stringify(trace)).not.toContain(secret);
      expect(JSON.stringify(requests)).not.toContain(secret);
    }
  });

  const alternatives = Object.entries(undocumented).map(
    ([id, { alternative }]) => [id, alternative] as const,
  );
  it.each(alternatives)('the story holds where %s is "%s"', async (id, alternative) => {
    const choice: AssumptionId = id as AssumptionId;
    const accounts = [account('auth0|ada', 'ada@acme.test'), account('google-oauth2|1', 'Ada@acme.test')];
    const played = await story({ email: 'Ada@acme.test', accounts }, { assume: { [choice]: alternative } });
    flagged(played, ['auth0|ada', 'google-oauth2|1']);
  });
}

/** The messages of the Continue If cards that ran. */
function continueIfs(trace: Played['trace']): unknown[] {
  return trace.flatMap((event) =>
    event.type === 'card' && event.address.endsWith(':continueIf') ? [event.inputs.message] : [],
  );
}
