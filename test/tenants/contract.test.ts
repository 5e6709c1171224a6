/** The observer itself: it must see what breaks the contract, or its silence means nothing. */

import type { Exchange } from '@okta/workflows-connector-sdk-types';
import { contractObserver, describeWithContract } from './contract';

const GOOD: Exchange = {
  tenant: 'auth0',
  method: 'PATCH',
  path: '/api/v2/users/auth0%7C1',
  query: {},
  requestHeaders: {},
  requestBody: { blocked: true, email: 'not an address' },
  status: 200,
  responseHeaders: {},
  responseBody: { user_id: 'auth0|1', email: 'not an address', blocked: true },
  injected: false,
  unknownRoute: false,
};
const SEARCH: Partial<Exchange> = {
  method: 'GET',
  path: '/api/v2/users',
  requestBody: null,
  responseBody: [],
};

function violations(change: Partial<Exchange>): readonly string[] {
  const contract = contractObserver();
  contract.observe({ ...GOOD, ...change });
  return contract.violations;
}

describeWithContract('the contract observer', () => {
  test.each<[string, Partial<Exchange>]>([
    ['a good exchange, odd e-mail and all', {}],
    ['a refused request, however wrong', { requestBody: { blocked: 'x' }, status: 400, responseBody: {} }],
    [
      'a refusal that the description forgot, of what breaks it',
      {
        method: 'GET',
        path: '/api/v2/users/auth0%7C1/sessions',
        query: { take: '0' },
        status: 400,
        requestBody: null,
      },
    ],
    [
      'no body where none is required',
      { method: 'POST', path: '/api/v2/users/auth0%7C1/revoke-access', requestBody: null, status: 202 },
    ],
    ['an injected answer', { status: 500, injected: true }],
    ['a path that is not described', { path: '/oauth/token', status: 418 }],
    ['the other tenant', { tenant: 'okta', status: 418 }],
    ['a query of the right types', { ...SEARCH, query: { per_page: '5', include_totals: 'true' } }],
  ])('%s passes', (_title, change) => {
    expect(violations(change)).toEqual([]);
  });

  test.each<[string, Partial<Exchange>, string]>([
    ['a status', { status: 500 }, 'PATCH /users/{id} 500 the status is not described'],
    ['a response', { responseBody: { blocked: 'yes' } }, 'response /blocked must be boolean'],
    [
      'a response below',
      { responseBody: { identities: [{ connexion: 'x' }] } },
      'response /identities/0 must NOT',
    ],
    ['an accepted body', { requestBody: { blocked: 'true' } }, 'request /blocked must be boolean'],
    [
      'an accepted parameter',
      { ...SEARCH, query: { nope: '1' } },
      'query must NOT have additional properties',
    ],
    ['an accepted type', { ...SEARCH, query: { per_page: 'x' } }, 'query /per_page must be integer'],
    [
      'a missing parameter',
      { ...SEARCH, path: '/api/v2/users-by-email' },
      "must have required property 'email'",
    ],
  ])('%s that breaks it is told', (_title, change, message) => {
    expect(violations(change)).toEqual([expect.stringContaining(message)]);
  });
});

test('exchanges on described paths are counted', () => {
  const contract = contractObserver();
  contract.observe({ ...GOOD, tenant: 'okta' });
  expect(contract.checked).toBe(0);
});
