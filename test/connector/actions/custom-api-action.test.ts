/** Custom API Action: any request to the connection's own tenant, and to no other host. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { AUTH0_DOMAIN, account, CANARY, worldOf } from '../../support/story';
import { type ActOptions, act } from '../act';

const world = worldOf({
  accounts: [account('auth0|64f0', 'ada+sso@acme.test'), account('auth0|x', 'x@acme.test')],
});

const request = (requestType: string, given: JsonObject, options: ActOptions = {}) =>
  act('Custom API Action', { options: { requestType }, inputs: { request: given } }, { world, ...options });

it('gives status, headers and body', async () => {
  const { outputs } = await request('GET', { relativeUrl: '/api/v2/users/auth0%7C64f0' });
  expect(outputs.response).toMatchObject({
    statusCode: 200,
    headers: { 'content-type': expect.stringContaining('application/json') },
    body: { user_id: 'auth0|64f0' },
  });
});

it('encodes what stands in Query, and leaves the relative URL as it is', async () => {
  const { requests, error } = await request('GET', {
    relativeUrl: '/api/v2/users-by-email',
    query: { email: 'ada+sso@acme.test', fields: 'user_id' },
  });
  expect(error).toBeUndefined();
  expect(requests.at(-1)).toMatchObject({
    path: '/api/v2/users-by-email',
    query: { email: 'ada+sso@acme.test', fields: 'user_id' },
    status: 200,
  });
});

it('sends a body and headers of the author’s own beside the token', async () => {
  const { exchanges, users } = await request('PATCH', {
    relativeUrl: '/api/v2/users/auth0%7C64f0',
    headers: { 'X-Request-Reason': 'test' },
    body: { blocked: true, app_metadata: { a: { b: 'ä"' } } },
  });
  expect(exchanges.at(-1)).toMatchObject({
    requestHeaders: { 'x-request-reason': 'test', authorization: expect.stringMatching(/^Bearer /) },
    requestBody: { blocked: true, app_metadata: { a: { b: 'ä"' } } },
  });
  expect(users[0]).toMatchObject({ blocked: true, app_metadata: { a: { b: 'ä"' } } });
});

it.each([
  'api/v2/users',
  `https://${AUTH0_DOMAIN}/api/v2/users`,
  '@evil.test/',
  '.evil.test/',
  ':8080/',
  ' /api/v2/users',
  '\\evil.test',
])('refuses "%s" before any request: the token could go to another host', async (relativeUrl) => {
  const { error, requests } = await request('GET', { relativeUrl });
  expect(error).toMatchObject({
    statusCode: 400,
    message: expect.stringContaining('must start with a slash'),
  });
  expect(requests).toEqual([]);
});

it('an empty relative URL sends nothing, whatever At does beyond the end', async () => {
  for (const assumed of ['null', 'error']) {
    const { error, requests } = await request(
      'GET',
      { relativeUrl: '' },
      { assume: { 'at-out-of-range': assumed } },
    );
    expect(error).toBeDefined();
    expect(requests).toEqual([]);
  }
});

it('a relative URL that starts with two slashes stays with the tenant', async () => {
  const { requests } = await request('GET', { relativeUrl: '//evil.test/api' });
  expect(requests.map(({ tenant }) => tenant)).toEqual(['auth0', 'auth0']);
});

it.each([
  [404, { relativeUrl: '/api/v2/users/auth0%7Cgone' }, 'The user does not exist.'],
  [400, { relativeUrl: '/api/v2/users-by-email' }, 'Query validation error'],
])('an answer of %i is an error with Auth0’s words', async (statusCode, given, message) => {
  const { error, trace } = await request('GET', given);
  expect(error).toMatchObject({ statusCode, message: expect.stringContaining(message) });
  expect(JSON.stringify(trace)).not.toContain(CANARY);
});
