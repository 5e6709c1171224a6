/** [util] Flag Auth0 User: both flags on one account with one change, through the connector, and what became of it. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { account, FLAGGED, ours, withPack, worldOf } from '../../support/story';

const accounts = [account('auth0|ada', 'ada@acme.test'), account('oidc|a/b', 'ada@acme.test')];

const flag = (inputs: JsonObject) =>
  withPack(ours['auth0-deactivation'], worldOf({ accounts }), {}, async (running) => ({
    ...(await running.org.run('[util] Flag Auth0 User', inputs)),
    sent: running.requests.map(({ method, path, body }) => [method, path, body]).slice(1),
    users: running.auth0.users(),
  }));

it.each<[Json, object]>([
  [null, {}],
  [{ department: 'Engines', deactivated: 'false' }, { department: 'Engines' }],
  ['keep out', {}],
])(
  'with %j there, flags the one account with a single request beside that for the token',
  async (okta, kept) => {
    const { outcome, outputs, sent, users } = await flag({ user_id: 'oidc|a/b', okta });
    expect({ outcome, outputs }).toEqual({
      outcome: 'success',
      outputs: { user_id: 'oidc|a/b', outcome: 'flagged', message: '', status_code: 200 },
    });
    const change = {
      app_metadata: FLAGGED.app_metadata,
      user_metadata: { okta: { ...kept, deactivated: 'true' } },
    };
    expect(sent).toEqual([['PATCH', '/api/v2/users/oidc%7Ca%2Fb', change]]);
    expect(users[0]).not.toHaveProperty('app_metadata');
    expect(users[1]).toMatchObject(change);
  },
);

it.each([
  ['an account that is gone', 'auth0|gone', 404, 'The user does not exist.'],
  ['no id', '', 400, 'No User ID input provided.'],
])(
  'gives an outcome with the status and the words of the refusal for %s',
  async (_, user_id, status_code, message) => {
    const { outcome, outputs, users } = await flag({ user_id, okta: null });
    expect(outcome).toBe('success');
    expect(outputs).toEqual({ user_id, outcome: 'failed', message, status_code });
    for (const user of users) expect(user).not.toHaveProperty('app_metadata');
  },
);
