/** The sandbox of the Actions. */

import { runAction } from '../../../tenants/auth0/actions';

const run = (body: string, event = {}) =>
  runAction({ name: 'test', code: `exports.onExecutePostLogin = async (event, api) => { ${body} };` }, event);

test('an Action that does nothing decides nothing', () => {
  expect(run('')).toEqual({ metadata: [], claims: [], logs: [] });
});

test('it denies, sets metadata and claims, and logs', () => {
  const outcome = run(
    `await null;
     console.log('user', event.user.id, { a: 1 });
     api.user.setAppMetadata('seen', true).user.setUserMetadata('old');
     api.accessToken.setCustomClaim('https://x/a', [1]);
     api.idToken.setCustomClaim('b', 'c');
     api.access.deny('no entry');`,
    { user: { id: 'auth0|1' } },
  );
  expect(outcome).toEqual({
    denied: 'no entry',
    metadata: [
      { target: 'app_metadata', name: 'seen', value: true },
      { target: 'user_metadata', name: 'old', value: null },
    ],
    claims: [
      { token: 'access_token', name: 'https://x/a', value: [1] },
      { token: 'id_token', name: 'b', value: 'c' },
    ],
    logs: ['user auth0|1 {"a":1}'],
  });
});

test.each([
  ['throws', 'throw new Error("oops")', 'oops'],
  ['throws what is no error', 'throw "text"', 'text'],
  ['reads what is not there', 'event.user.user_metadata.okta.deactivated', "reading 'user_metadata'"],
  ['calls what api has not', 'api.session.revoke("x")', "reading 'revoke'"],
  ['never finishes', 'await new Promise(() => {})', 'never finished'],
  ['uses require', 'require("node:fs")', 'require is not defined'],
  ['uses process', 'process.exit(1)', 'process is not defined'],
  ['uses timers', 'setTimeout(() => {}, 1)', 'setTimeout is not defined'],
  ['climbs out by a constructor', 'api.constructor.constructor("return process")()', 'disallowed'],
  ['climbs out by the event', 'event.constructor.constructor("return process")()', 'disallowed'],
  ['climbs out by the global', 'globalThis.constructor.constructor("return process")()', 'disallowed'],
])('one that %s fails', (_title, body, message) => {
  expect(run(body).failed).toContain(message);
});

test('one that never ends is stopped', () => {
  expect(run('for (;;) {}').failed).toContain('timed out');
});

test.each([
  ['is no JavaScript', 'exports.onExecutePostLogin = async (event, api) => {'],
  ['exports nothing', 'const a = 1;'],
])('one that %s fails', (_title, code) => {
  expect(runAction({ name: 'test', code }, {}).failed).toEqual(expect.any(String));
});

test('what it does to its event stays inside', () => {
  const event = { user: { email: 'a@b.test' } };
  run('event.user.email = "x"', event);
  expect(event.user.email).toBe('a@b.test');
});

test('module.exports works as well, and so does an Action that is not async', () => {
  const code = 'module.exports = { onExecutePostLogin(event, api) { api.access.deny("sync"); } };';
  expect(runAction({ name: 'test', code }, {}).denied).toBe('sync');
});
