/** Okta's cards: what they ask the org for, and what no id, login or link can make them ask for. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import type { ExampleWorld } from '../../../../sdk/cards/card';
import { CardError } from '../../../../sdk/cards/error';
import { cardNamed, cards } from '../../../../sdk/cards/index';
import { exampleContext } from '../../../support/card-context';

const connection = { domain: 'example.okta.com', token: 'secret' };
type Reply = NonNullable<ExampleWorld['replies']>[number];

async function run(name: string, inputs: JsonObject, replies: Reply[] = [{ status: 200, body: '{}' }]) {
  const card = cardNamed(`okta:${name}`);
  if (card === undefined) throw new Error(`No card ${name}`);
  const given = { connection, replies, gives: { helper: {} } };
  const { context, inputs: coerced, recorded } = exampleContext(card, { inputs, given });
  // The inputs have just been made to fit the card.
  const outputs = await card.run(coerced.inputs as never, context, coerced.more);
  return { outputs, ...recorded };
}

describe('Read User', () => {
  test('asks for exactly one user, whatever the id or login holds', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', minLength: 1 }), async (user) => {
        const done = await run('readUser', { user }).catch((error: unknown) => error);
        if (done instanceof CardError) return;
        const { requests } = done as Awaited<ReturnType<typeof run>>; // Anything else would fail here.
        const { origin, pathname, search, hash } = new URL(requests[0]?.url ?? '');
        expect({ origin, search, hash }).toEqual({
          origin: 'https://example.okta.com',
          search: '',
          hash: '',
        });
        expect(pathname).toMatch(/^\/api\/v1\/users\/[^/]+$/);
        expect(decodeURIComponent(pathname.split('/').at(-1) ?? '')).toBe(user.trim());
      }),
      { examples: [['../apps'], ['a/../../b'], ['a?x=1'], ['a#b'], ['%2e%2e'], ['a\\b'], ['@evil.example']] },
    );
  });

  test.each(['', ' ', '.', '..'])('refuses "%s"', async (user) => {
    await expect(run('readUser', { user })).rejects.toBeInstanceOf(CardError);
  });

  test("sends the connection's token, and fails in Okta's own words", async () => {
    const { requests } = await run('readUser', { user: 'ada@example.com' });
    expect(requests[0]?.headers).toMatchObject({ Authorization: 'SSWS secret' });
    const body = '{"errorCode":"E0000011","errorSummary":"Invalid token provided"}';
    const failure = await run('readUser', { user: 'x' }, [{ status: 401, body }]).catch(
      (error: unknown) => error,
    );
    expect(failure).toMatchObject({
      message: 'Invalid token provided',
      details: { statusCode: 401, kind: 'HTTP Error', body: { errorCode: 'E0000011' } },
    });
  });
});

test('Update User sends what is given, and null for what is to be cleared', async () => {
  const profile = { city: 'Paris', state: '' };
  const sent = async (inputs: JsonObject) => {
    const { requests } = await run('updateUser', { id: '00u1', profile, ...inputs });
    return [requests[0]?.method, JSON.parse(requests[0]?.body ?? '')];
  };
  expect(await sent({})).toEqual(['POST', { profile: { city: 'Paris' } }]);
  expect(await sent({ passEmptyValues: 'Yes' })).toEqual([
    'POST',
    { profile: { city: 'Paris', state: null } },
  ]);
  expect(await sent({ updateSemantics: 'PUT' })).toEqual(['PUT', { profile: { city: 'Paris' } }]);
});

describe('Custom API Action', () => {
  test('keeps to the org, whatever the relative URL', async () => {
    for (const relativeUrl of ['//evil.example/x', '/\\evil.example', '/@evil.example']) {
      const { requests } = await run('hTTPRequest', { requestType: 'GET', relativeUrl });
      expect(new URL(requests[0]?.url ?? '').host).toBe('example.okta.com');
    }
    for (const relativeUrl of ['https://evil.example', '.evil.example/x', '@evil.example', '']) {
      await expect(run('hTTPRequest', { requestType: 'GET', relativeUrl })).rejects.toThrow(
        'start with a slash',
      );
    }
  });

  test('cannot be told another token', async () => {
    const { requests } = await run('hTTPRequest', {
      requestType: 'POST',
      relativeUrl: '/api/v1/x',
      headers: { authorization: 'Bearer other' },
      body: { a: 1 },
    });
    const authorizations = Object.entries(requests[0]?.headers ?? {}).filter(([name]) =>
      /authorization/i.test(name),
    );
    expect(authorizations).toEqual([['Authorization', 'SSWS secret']]);
    expect(requests[0]?.body).toBe('{"a":1}');
  });
});

describe('List Users with Search', () => {
  const page = (from: number, count: number) =>
    JSON.stringify(Array.from({ length: count }, (_, index) => ({ id: `00u${from + index}` })));
  const link = { link: '<https://evil.example/api/v1/users?after=x&limit=200>; rel="next"' };

  test('asks for all pages, and sends the token to nobody else', async () => {
    const { outputs, requests } = await run(
      'listUsersWithSearch',
      {
        resultSet: 'All Matching Records',
        criteria: {
          status: 'ACTIVE',
          'profile.city': 'Pa"ris',
          'Custom Search Criteria': 'a eq 1 or b eq 2',
        },
      },
      [
        { status: 200, headers: link, body: page(0, 200) },
        { status: 200, body: page(200, 3) },
      ],
    );
    expect(outputs.users).toHaveLength(203);
    expect(requests.map(({ url }) => url)).toEqual([
      'https://example.okta.com/api/v1/users',
      'https://example.okta.com/api/v1/users?after=x&limit=200',
    ]);
    expect(requests[0]?.query).toEqual({
      search: 'status eq "ACTIVE" and profile.city eq "Pa\\"ris" and (a eq 1 or b eq 2)',
      limit: 200,
    });
  });

  test('streams each record with its state, up to the limit', async () => {
    const { outputs, calls } = await run(
      'listUsersWithSearch',
      { resultSet: 'Stream Matching Records', flow: 'helper', state: { days: 30 }, limit: 2 },
      [{ status: 200, headers: link, body: page(0, 3) }],
    );
    expect(outputs.recordsStreamed).toBe(2);
    expect(calls.map((call) => call.arguments.inputs)).toMatchObject([
      { Record: { ID: '00u0' }, State: { days: 30 } },
      { Record: { ID: '00u1' }, State: { days: 30 } },
    ]);
  });
});

test('event cards listen to one type each', () => {
  const events = cards.filter((card) => card.header?.webhook === true);
  const types = events.map((card) => ('logType' in card ? card.logType : null));
  expect(events.length).toBeGreaterThanOrEqual(17);
  expect(new Set(types).size).toBe(types.length);
  for (const type of types) expect(type).toMatch(/^[a-z_]+(\.[a-z_]+)+$/);
});
