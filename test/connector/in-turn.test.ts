/** Working through a list in the connector: every item once, in order, with one token, and nothing for an empty list. */

import { inTurn } from '../../connector/in-turn';
import { field } from '../../sdk/dsl';
import { account } from '../support/story';
import { tenantOf } from './accounts';
import { act } from './act';

it.each([0, 1, 2, 7])('does each of %i items once, in order', async (count) => {
  const accounts = Array.from({ length: count }, (_, index) =>
    account(`oidc|${index}`, `${index}@acme.test`),
  );
  const ids = accounts.map(({ user_id }) => user_id);
  const { outputs, calls } = await act(
    'Deactivate User',
    {
      options: { mode: 'live', revoke: 'no', linked: 'known' },
      inputs: { user: { ids }, okta: { id: '00u', status: 'DEPROVISIONED' } },
    },
    { world: tenantOf({ accounts }) },
  );
  expect(outputs.result).toMatchObject({ ids, count, failed: 0 });
  expect(calls.filter((call) => call.startsWith('PATCH'))).toEqual(
    ids.map((id) => `PATCH /api/v2/users/${encodeURIComponent(id)}`),
  );
  expect(calls.filter((call) => call === 'POST /oauth/token')).toHaveLength(1);
});

it('a step that forgets a part of the state does not compile', () => {
  inTurn({
    name: 'Forgets',
    description: 'Forgets.',
    item: field.text(),
    facts: {},
    state: { one: field.text(), two: field.text() },
    // @ts-expect-error "two" is missing
    step: ({ one }) => ({ one }),
  });
});
