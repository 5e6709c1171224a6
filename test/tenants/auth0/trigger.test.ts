/** The order in which Actions run, and what stays of them. */

import { runTrigger } from '../../../tenants/auth0/trigger';
import { seedDirectory } from '../../../tenants/auth0/user';
import { AUTH0_SEED, CLIENT, DOMAIN, virtualClock } from '../support';

const clock = virtualClock();

function run(...bodies: string[]) {
  const user = seedDirectory(AUTH0_SEED.users, clock).get('auth0|1');
  if (!user) throw new Error('no auth0|1');
  const actions = bodies.map((body, index) => ({
    name: `action ${index}`,
    code: `exports.onExecutePostLogin = async (event, api) => { ${body} };`,
  }));
  const facts = { user, account: user, client: CLIENT, scope: '', userAgent: '', refreshToken: undefined };
  return {
    verdict: runTrigger(facts, { domain: DOMAIN, clock, actions: () => actions }),
    profile: user.profile,
  };
}

test('none lets everybody in', () => {
  expect(run().verdict).toEqual({ claims: [] });
});

test('a later one sees what an earlier one set, until one denies', () => {
  const { verdict, profile } = run(
    'api.user.setUserMetadata("n", 1)',
    'api.user.setUserMetadata("m", event.user.user_metadata.n + 1); api.access.deny("no")',
    'api.user.setUserMetadata("late", true)',
  );
  expect(verdict.denied).toBe('no');
  expect(profile.user_metadata).toEqual({ n: 1, m: 2 });
});

test('one that fails denies with its message', () => {
  expect(run('throw new Error("oops")').verdict.denied).toBe('oops');
});
