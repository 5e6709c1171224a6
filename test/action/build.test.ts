/** The compiled Action. */

import { createContext, runInContext } from 'node:vm';
import { buildAction } from '../../action/build';

const text = buildAction();

test('one small CommonJS file that needs nothing', () => {
  expect(Buffer.byteLength(text)).toBeLessThan(4096);
  expect(text).not.toMatch(/require|import|sourceMappingURL|\r/);
  expect(text.split('\n')[0]).toMatch(/^\/\/ Auth0 post-login Action/);
  expect(text.match(/\/\/|\/\*/g)).toHaveLength(1);
  expect(buildAction()).toBe(text);
});

/** Runs the text as Auth0 would and gives the reason of a denial, if any. */
async function reasonFor(user: unknown): Promise<string | undefined> {
  let reason: string | undefined;
  const exports: { onExecutePostLogin?: (event: unknown, api: unknown) => Promise<void> } = {};
  runInContext(text, createContext({ exports, console: { log() {} } }));
  const api = { access: { deny: (given: string) => (reason = given) } };
  await exports.onExecutePostLogin?.({ user }, api);
  return reason;
}

test('it exports onExecutePostLogin and nothing else', () => {
  const exports = {};
  runInContext(text, createContext({ exports }));
  expect(Object.keys(exports)).toEqual(['onExecutePostLogin']);
});

test.each<[string, unknown, boolean]>([
  ['no user_metadata', {}, false],
  ['empty user_metadata', { user_metadata: {} }, false],
  ['okta null', { user_metadata: { okta: null } }, false],
  ['okta empty', { user_metadata: { okta: {} } }, false],
  ['another value', { user_metadata: { okta: { deactivated: 'false' } } }, false],
  ['"true"', { user_metadata: { okta: { deactivated: 'true' } } }, true],
  ['true', { user_metadata: { okta: { deactivated: true } } }, true],
  ['"True"', { user_metadata: { okta: { deactivated: 'True' } } }, true],
  ['" TRUE "', { user_metadata: { okta: { deactivated: ' TRUE ' } } }, true],
  ['1', { user_metadata: { okta: { deactivated: 1 } } }, false],
  ['the flag true', { app_metadata: { okta_deactivated: true } }, true],
  ['the flag "true"', { app_metadata: { okta_deactivated: 'true' } }, true],
  ['the flag false', { app_metadata: { okta_deactivated: false } }, false],
  ['the flag null', { app_metadata: { okta_deactivated: null } }, false],
  [
    'the flag down, the old one up',
    { app_metadata: { okta_deactivated: false }, user_metadata: { okta: { deactivated: 'true' } } },
    true,
  ],
])('%s: %j is denied: %j', async (_title, user, denied) => {
  const reason = await reasonFor(user);
  expect(reason !== undefined).toBe(denied);
  // The person reads the reason: it names no system and no flag.
  if (reason !== undefined) expect(reason).not.toMatch(/okta|auth0|metadata|flag/i);
});
