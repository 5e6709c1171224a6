/** The door of the Okta tenant. */

import { authorized } from '../../../tenants/okta/authorize';
import { seededRandom } from '../support';

const route = { method: 'GET', path: '/', handle: () => ({ status: 200 }) };
const guarded = authorized(route, { apiToken: 'secret', random: seededRandom() });

test.each([
  ['SSWS secret', 200],
  ['bearer  secret', 200],
  ['SSWS wrong', 401],
  ['secret', 401],
  ['Basic secret', 401],
  [undefined, 401],
])('%s is answered %d', async (authorization, status) => {
  const headers: Record<string, string> = authorization === undefined ? {} : { authorization };
  const request = { method: 'GET', path: '/', params: {}, query: {}, repeated: [], headers };
  const rest = { contentType: '', body: null, malformed: false };
  expect((await guarded.handle({ ...request, ...rest })).status).toBe(status);
});
