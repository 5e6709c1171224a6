/** Okta > List Users with Search: the users that meet criteria. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import type { CardContext } from '../context';
import { CardError } from '../error';
import { field } from '../field';
import { parsedBody } from '../http/reply';
import { asObject, type OktaRequest, oktaRequest } from './request';
import { userRecord } from './user';

const FIRST = 'First Matching Record';
const ALL = 'All Matching Records';
const STREAM = 'Stream Matching Records';
const PAGE = 200;
/** The most records a streaming card reads. */
const MOST = 1_000_000;

const ada = { id: '00u1', status: 'ACTIVE', profile: { login: 'ada@example.com' } };
const given = {
  connection: { domain: 'example.okta.com', token: 't' },
  replies: [{ status: 200, body: JSON.stringify([ada]) }],
};

export const listUsersWithSearch = card('okta@1.0.712:listUsersWithSearch', {
  title: 'List Users with Search',
  category: 'Okta',
  summary: 'Finds the Okta users that meet all criteria, as a list or one by one through a helper flow.',
  header: { executable: true, async: true, timeout: 30_000 },
  ports: {
    inputs: {
      extensible: false,
      rules: {},
      groupRules: { Inputs: { index: 0 }, Sort: {}, Streaming: { extensible: true }, 'Search Criteria': {} },
    },
    outputs: {
      extensible: false,
      rules: {},
      groupRules: { Result: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
  },
  inputs: {
    resultSet: field.choice(
      'Result Set',
      [FIRST, ALL, STREAM].map((value) => ({ label: value, value })),
      { group: 'parameters', option: true, default: ALL },
    ),
    /** By property: `status`, `profile.department`, …; `Custom Search Criteria` is a search expression of its own. */
    criteria: field.many('Inputs', field.any()),
    flow: field.flow(undefined, {
      group: 'Streaming',
      key: 'Flow',
      required: true,
      when: { option: 'resultSet', is: [STREAM] },
    }),
    /** `sortBy`, a property, and `sortOrder`, ASC or DESC. */
    sort: field.many('Sort', field.text()),
    /** What the helper flow gets as its State, the same each time. */
    state: field.many('Streaming', field.any()),
    limit: field.number('Record Limit', {
      group: 'Search Criteria',
      key: 'Limit',
      default: null,
      when: { option: 'resultSet', is: [STREAM] },
    }),
  },
  outputs: {
    users: field.list(undefined, {
      group: 'Result',
      key: 'Users',
      when: { option: 'resultSet', is: [FIRST, ALL] },
    }),
    recordsStreamed: field.number(undefined, {
      group: 'Result',
      key: 'Records Streamed',
      when: { option: 'resultSet', is: [STREAM] },
    }),
  },
  dynamic: [
    {
      uuid: '4ef9db3d-0bb2-436a-bbca-20029b41d998',
      side: 'input',
      group: null,
      at: { groupIndex: 0 },
      method: 'getSearchUserProfileFields',
    },
    {
      uuid: 'd31a7151-cffc-4e34-8059-8c78c4e15b2d',
      side: 'output',
      group: 'Result',
      at: { fieldIndex: 0 },
      method: 'getUserSearchOutputs',
      path: [],
    },
  ],
  examples: [
    {
      inputs: { resultSet: ALL, criteria: { status: 'ACTIVE' } },
      outputs: { users: [userRecord(ada)], recordsStreamed: 0 },
      given,
      source: 'exports',
    },
    {
      inputs: { resultSet: STREAM, criteria: { status: 'ACTIVE' }, flow: 'helper', state: { days: 30 } },
      outputs: { users: [], recordsStreamed: 1 },
      given: { ...given, gives: { helper: {} } },
      source: 'exports',
    },
  ],
  async run({ resultSet, criteria, sort, flow, state, limit }, context) {
    const search = { ...sort, search: searchExpression(criteria) };
    if (resultSet === STREAM) {
      if (flow === '') throw new CardError('No helper flow is chosen to stream the records to.');
      const parameters = Object.fromEntries(Object.entries(state).filter(([name]) => name !== 'Flow'));
      let recordsStreamed = 0;
      for await (const user of matches(context, search, limit ?? MOST)) {
        await context.callFlow(flow, { inputs: { Record: userRecord(user), State: parameters } });
        recordsStreamed++;
      }
      return { users: [], recordsStreamed };
    }
    // Older cards say "First 200 Matching Records", and mean one page.
    const most = resultSet === FIRST ? 1 : resultSet === ALL ? MOST : PAGE;
    const users: Json[] = [];
    for await (const user of matches(context, search, most)) users.push(userRecord(user));
    return { users, recordsStreamed: 0 };
  },
});

/** All criteria as one expression of Okta's search language; empty ones do not count. */
function searchExpression(criteria: Readonly<Record<string, Json>>): string {
  const parts = Object.entries(criteria)
    .filter(([, value]) => value !== null && value !== '')
    .map(([name, value]) =>
      name === 'Custom Search Criteria' ? `(${value})` : `${name} eq ${JSON.stringify(value)}`,
    );
  return parts.join(' and ');
}

/** The matching users, page after page, up to a number of them. */
async function* matches(context: CardContext, search: JsonObject, most: number): AsyncGenerator<JsonObject> {
  let left = Math.min(most, MOST);
  let request: OktaRequest | null = {
    method: 'GET',
    path: '/api/v1/users',
    query: { ...search, limit: Math.min(PAGE, left) },
  };
  while (request !== null && left > 0) {
    const reply = await oktaRequest(context, request);
    const page = parsedBody(reply.body);
    for (const user of (Array.isArray(page) ? page : []).slice(0, left)) {
      left--;
      yield asObject(user);
    }
    request = nextPage(reply.headers.link);
  }
}

/** The request for the page that a Link header calls next; null when there is none. */
function nextPage(link: string | undefined): OktaRequest | null {
  const next = /<([^>]*)>\s*;\s*rel="next"/.exec(link ?? '')?.[1];
  if (next === undefined) return null;
  // Only the path counts: a link must not take the token to another host.
  const { pathname, search } = new URL(next, 'https://okta.invalid');
  return { method: 'GET', path: `${pathname}${search}` };
}
