/** Applications and their grants over HTTP. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { AUDIENCE, AUTH0_SEED, CLIENT, freshAuth0, type TestedAuth0 } from '../support';

let auth0: TestedAuth0;
freshAuth0((made) => {
  auth0 = made;
});

const ids = (list: Json) => (list as { client_id: string }[]).map(({ client_id }) => client_id);

test('every application is listed, without its secret', async () => {
  const { body } = await auth0.admin('GET', '/clients?include_totals=true&page=0&per_page=2');
  expect(body).toMatchObject({ start: 0, limit: 2, total: AUTH0_SEED.clients.length });
  expect(ids(body.clients)).toEqual(['m2m', 'reader']);
  const all = await auth0.admin('GET', '/clients');
  for (const { client_secret } of AUTH0_SEED.clients) {
    expect(JSON.stringify(all.body)).not.toContain(`"${client_secret}"`);
  }
  expect(ids((await auth0.admin('GET', '/clients?app_type=regular_web')).body)).toEqual(['bare', 'app']);
  expect((await auth0.admin('GET', '/clients?is_global=true')).body).toEqual([]);
});

test('one application, whole or in part; an unknown one is not found', async () => {
  expect((await auth0.admin('GET', '/clients/m2m')).body).toMatchObject({
    client_id: 'm2m',
    name: 'm2m',
    app_type: 'non_interactive',
    grant_types: ['client_credentials'],
  });
  expect((await auth0.admin('GET', '/clients/m2m?fields=name')).body).toEqual({ name: 'm2m' });
  expect((await auth0.admin('GET', '/clients/nobody')).status).toBe(404);
});

test('the grant of an application says which scopes it has', async () => {
  const path = `/client-grants?client_id=m2m&audience=${encodeURIComponent(AUDIENCE)}`;
  expect((await auth0.admin('GET', path)).body).toEqual([
    expect.objectContaining({ client_id: 'm2m', audience: AUDIENCE, scope: CLIENT.scopes }),
  ]);
  expect((await auth0.admin('GET', '/client-grants?client_id=bare')).body).toEqual([]);
  const first = (await auth0.admin('GET', '/client-grants?take=3')).body;
  expect(ids(first.client_grants)).toEqual(['m2m', 'reader', 'meta']);
  const rest = (await auth0.admin('GET', `/client-grants?take=3&from=${first.next}`)).body;
  expect(ids(rest.client_grants)).toEqual(['admin']);
});

test('the scopes, and a parameter that nobody knows', async () => {
  for (const path of ['/clients', '/clients/m2m', '/client-grants']) {
    expect((await auth0.api('GET', path)).status).toBe(403);
  }
  expect((await auth0.admin('GET', '/clients/m2m?x=1')).status).toBe(400);
});
