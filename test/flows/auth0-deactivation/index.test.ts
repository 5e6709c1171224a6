/** The pack: what a person finds who imports it. */

import { ourConnector } from '../../../scripts/world';
import { lintPack } from '../../../sdk/lint/index';
import { viewPack } from '../../../sdk/pack/view';
import { OrgError } from '../../../sdk/run/org-error';
import { CANARY, ours, play, withWorld, worldOf } from '../../support/story';

const pack = ours['auth0-deactivation'];
const view = viewPack(pack);

it('has two flows, no table, and connections to Okta and Auth0', () => {
  expect(view.flows.map(({ name, kind }) => [name, kind])).toEqual([
    ['[main] User Deactivated', 'event'],
    ['[util] Flag Auth0 User', 'helper'],
  ]);
  expect(view.tables).toEqual([]);
  expect(view.connections.map(({ module }) => module).sort()).toEqual([ourConnector().key, 'okta'].sort());
});

it('obeys every rule', () => {
  expect(lintPack(pack, 'pack')).toEqual([]);
});

it('cannot be turned on before it is connected, and says what to do', () =>
  withWorld(worldOf(), {}, async ({ org }) => {
    const { flows } = org.import(pack, 'pack');
    for (const { id } of flows) {
      expect(() => org.activate(id)).toThrow(/has no connection, so the flow cannot be turned on/);
    }
    expect(org.flows().map(({ on }) => on)).toEqual([false, false]);
  }));

it.each([
  ['a wrong secret', { wrongSecret: 'not-the-right-one' }, /"statusCode":401.*Unauthorized/],
  ['a scope too few to read', { scopes: ['update:users'] }, /"statusCode":403.*read:users/],
  ['an unknown domain', { connection: { domain: 'elsewhere.test' } }, /elsewhere\.test/],
])('does not connect with %s', async (_, change, message) => {
  const failed = play(pack, worldOf(change));
  await expect(failed).rejects.toThrow(message);
  await expect(failed).rejects.toBeInstanceOf(OrgError);
  await expect(failed).rejects.not.toThrow(new RegExp(`${CANARY}|not-the-right-one`));
});

it.each([
  ['the look-up', { method: 'GET', path: '/api/v2/users-by-email' }],
  ['the change', { method: 'PATCH', path: '/api/v2/users/*' }],
])('waits for the rate limit of %s even where Raw Request returns a 429', async (_, place) => {
  const faults = [{ tenant: 'auth0' as const, ...place, status: 429, times: 2 }];
  const assume = { 'raw-request-on-error': 'returns' };
  const { outcome, logins, trace } = await play(pack, worldOf({ faults }), { assume });
  expect(outcome).toBe('success');
  expect(Object.values(logins)).toEqual([403]);
  expect(trace.filter(({ type }) => type === 'retry')).toHaveLength(2);
});
