/** Search queries with hostile values: whoever is looked for is found, and nobody else. */

import { account } from '../support/story';
import { HOSTILE_EMAILS, HOSTILE_IDS, linkedTo, tenantOf } from './accounts';
import { act } from './act';

const deactivate = (user: Record<string, string[]>, world = tenantOf()) =>
  act(
    'Deactivate User',
    {
      options: { mode: 'dry-run', revoke: 'no', linked: 'search' },
      inputs: { user, okta: { id: '00u', status: 'DEPROVISIONED' } },
    },
    { world },
  );

it.each([
  ...HOSTILE_EMAILS,
  'a" OR email:*@acme.test',
  'a","b@acme.test',
  'back\\slash@acme.test',
  '"]@acme.test',
])('a linked identity with the address %s, and no other account', async (email) => {
  const accounts = [
    account('auth0|primary', 'primary@acme.test', linkedTo('oidc|secondary', email)),
    account('auth0|other', 'other@acme.test', linkedTo('oidc|more', 'more@acme.test')),
  ];
  const { error, outputs, requests } = await deactivate(
    { emails: ['nobody@acme.test', email] },
    tenantOf({ accounts }),
  );
  expect(error).toBeUndefined();
  expect(outputs.result?.ids).toEqual(['auth0|primary']);
  expect(requests.filter(({ path }) => path === '/api/v2/users')).toHaveLength(1);
});

it.each(HOSTILE_IDS)('an id that is linked by now: %s', async (id) => {
  const accounts = [
    account('auth0|primary', 'primary@acme.test', linkedTo(id, 'old@acme.test')),
    account('auth0|other', 'other@acme.test', linkedTo('oidc|more', 'more@acme.test')),
  ];
  const { error, outputs } = await deactivate({ ids: [id] }, tenantOf({ accounts }));
  expect(error).toBeUndefined();
  expect(outputs.result?.ids).toEqual(['auth0|primary']);
});
