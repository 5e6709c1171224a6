/** A new action of the connector: one file, its line in the connector, and its test. */

import { InputError } from '../failure';
import { type Draft, readList, requireFree, withElement, withImport } from './draft';
import { exportName, kebabCase, requireTitle } from './names';
import type { Repository } from './repository';

const ROOM = 'connector/actions';
const LIST = 'connector/index.ts';

/** Takes the action's name as the designer shows it: `Get Device`. */
export function newAction(repository: Repository, name: string): Draft {
  requireTitle(name, 'an action', 'Get Device');
  const word = exportName(name, 'action');
  const path = `${ROOM}/${kebabCase(name)}.ts`;
  const test = `test/${ROOM}/${kebabCase(name)}.test.ts`;
  requireFree(repository, path, `The action "${name}"`);
  requireFree(repository, test, `A test of the action "${name}"`);
  const namesake = repository
    .list(ROOM)
    .map((file) => `${ROOM}/${file}`)
    .find((file) => repository.read(file)?.includes(`name: '${name}'`));
  if (namesake !== undefined) {
    throw new InputError(
      `The connector has an action "${name}" already: ${namesake}.`,
      'Change that file, or choose another name.',
    );
  }
  const line = `import { ${word} } from './actions/${kebabCase(name)}';`;
  const imported = withImport(readList(repository, LIST), LIST, line, word);
  return {
    files: [
      { path, text: actionText(name, word) },
      { path: LIST, text: withElement(imported, LIST, /\bactions: \{([^{}]*)\}/, word) },
      { path: test, text: testText(name) },
    ],
    next: [`Fill in what ${path} marks with TODO, then its test: npx jest ${test}`],
  };
}

function actionText(name: string, word: string): string {
  return `/** ${name}: TODO what it does, in one sentence. */

import { action, as, field, group } from '../../sdk/dsl';
import { auth } from '../auth';
import { idPath, requireInput, send } from '../request';

// TODO: fields, scopes, limits and sample, and the request. Until then it reads an account by its id.
export const ${word} = action({
  auth,
  name: '${name}',
  description: 'TODO: say what it does, starting with a verb.',
  inputs: { user: group('User', { id: field.text('User ID', { required: true }) }) },
  outputs: {
    response: group('Response', { statusCode: field.number('Status Code'), body: field.object('Body') }),
  },
  scopes: ['read:users'],
  help: { limits: ['TODO: what an administrator must know before relying on it.'] },
  sample: {
    inputs: { user: { id: 'auth0|64f0' } },
    outputs: { response: { statusCode: 200, body: { user_id: 'auth0|64f0' } } },
  },
  body({ connection, inputs }) {
    requireInput(inputs.user.id, 'User ID');
    const reply = send(connection, 'GET', idPath('users', inputs.user.id));
    return { response: { statusCode: reply.status_code, body: as.object(reply.body) } };
  },
});
`;
}

function testText(name: string): string {
  return `/** ${name}, run in a local org against an Auth0 that this test plays. */

import { auth0 } from '../../../connector';
import { ourConnector } from '../../../scripts/world';
import { fieldKey, localBinding, methodKey } from '../../../sdk/compile/binding';
import { virtualClock } from '../../../sdk/run/clock';
import { createOrg } from '../../../sdk/run/org';
import { seededRandom } from '../../../sdk/run/random';
import type { Transport } from '../../../sdk/run/transport';

const NAME = '${name}';
const connector = auth0.model;
const binding = localBinding(connector);

/** An Auth0 with one account, that remembers what it was asked. */
function auth0Tenant() {
  const requests: string[] = [];
  const transport: Transport = async ({ method, url }) => {
    const { host, pathname } = new URL(url);
    requests.push(\`\${method} \${pathname}\`);
    const body = pathname === '/oauth/token' ? { access_token: 'token' } : { user_id: 'auth0|64f0' };
    const answer = { kind: 'reply' as const, status: 200, headers: {}, body: JSON.stringify(body) };
    return { host, path: pathname, query: {}, answer };
  };
  const org = createOrg({ clock: virtualClock('2026-01-01T00:00:00.000Z'), random: seededRandom('new'), transport });
  org.deployConnector(ourConnector());
  return { org, requests };
}

describe(NAME, () => {
  // TODO: what it asks Auth0 and what it gives; then what it does with bad input, and when Auth0 refuses.
  it('asks Auth0 for the account and gives the answer', async () => {
    const { org, requests } = auth0Tenant();
    const id = fieldKey(binding, connector, NAME, 'inputs', 'user', { name: 'id', label: 'User ID' });
    const body = fieldKey(binding, connector, NAME, 'outputs', 'response', { name: 'body', label: 'Body' });
    const result = await org.callAction(
      binding.key,
      methodKey(binding, connector, NAME),
      { inputs: { [id]: 'auth0|64f0' } },
      { domain: 'acme.auth0.test', client_id: 'client', client_secret: 'secret' },
    );
    expect(result).toMatchObject({ outcome: 'success', outputs: { [body]: { user_id: 'auth0|64f0' } } });
    expect(requests).toEqual(['POST /oauth/token', 'GET /api/v2/users/auth0%7C64f0']);
  });
});
`;
}
