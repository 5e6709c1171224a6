/** What a request may say about an Action, over HTTP. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { freshAuth0, type TestedAuth0 } from '../support';

const POST_LOGIN = [{ id: 'post-login', version: 'v3' }];
let auth0: TestedAuth0;
freshAuth0((made) => {
  auth0 = made;
});

const create = (body: Json) => auth0.admin('POST', '/actions/actions', body);

test.each<[string, Json]>([
  ['no name', { supported_triggers: POST_LOGIN }],
  ['no trigger', { name: 'a' }],
  ['an empty list of triggers', { name: 'a', supported_triggers: [] }],
  ['an unknown trigger', { name: 'a', supported_triggers: [{ id: 'logout' }] }],
  ['a trigger that is a text', { name: 'a', supported_triggers: ['post-login'] }],
  ['a trigger with an unknown property', { name: 'a', supported_triggers: [{ id: 'post-login', x: 1 }] }],
  ['an unknown property', { name: 'a', supported_triggers: POST_LOGIN, bound: true }],
  ['code that is no text', { name: 'a', supported_triggers: POST_LOGIN, code: 1 }],
  ['too much code', { name: 'a', supported_triggers: POST_LOGIN, code: 'é'.repeat(50_001) }],
  [
    'too many secrets',
    { name: 'a', supported_triggers: POST_LOGIN, secrets: Array(31).fill({ name: 'x', value: 'y' }) },
  ],
])('%s is refused, and nothing is made', async (_, body) => {
  expect(await create(body)).toMatchObject({ status: 400, body: { errorCode: 'invalid_body' } });
  expect((await auth0.admin('GET', '/actions/actions')).body.total).toBe(0);
});

test('as much code as is allowed', async () => {
  const code = 'é'.repeat(50_000);
  expect((await create({ name: 'a', supported_triggers: POST_LOGIN, code })).status).toBe(201);
});

test('what is not said is as at Auth0', async () => {
  const { body } = await create({ name: 'a', supported_triggers: [{ id: 'post-login' }] });
  expect(body).toMatchObject({
    supported_triggers: POST_LOGIN,
    code: '',
    runtime: 'node22',
    dependencies: [],
    secrets: [],
    status: 'pending',
  });
});

test('a name is taken once, by another Action', async () => {
  const { body } = await create({ name: 'a', supported_triggers: POST_LOGIN });
  expect((await create({ name: 'a', supported_triggers: POST_LOGIN })).status).toBe(409);
  const { body: other } = await create({ name: 'b', supported_triggers: POST_LOGIN });
  expect((await auth0.admin('PATCH', `/actions/actions/${other.id}`, { name: 'a' })).status).toBe(409);
  expect((await auth0.admin('PATCH', `/actions/actions/${body.id}`, { name: 'a' })).status).toBe(200);
});
