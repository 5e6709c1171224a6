/** The Action never throws, and never lets a flagged person in. */

import fc from 'fast-check';
import { onExecutePostLogin } from '../../action/post-login';
import type { PostLoginEvent } from '../../action/types';

let log: jest.SpyInstance;
beforeEach(() => {
  log = jest.spyOn(console, 'log').mockImplementation(() => {});
});
afterEach(() => log.mockRestore());

/** Runs the Action on anything at all. */
async function denied(event: unknown, api?: unknown): Promise<boolean> {
  const deny = jest.fn();
  // The point is to hand over what the types forbid.
  await onExecutePostLogin(event as PostLoginEvent, (api ?? { access: { deny } }) as never);
  return deny.mock.calls.length > 0;
}

const thrower = new Proxy(
  {},
  {
    get() {
      throw new Error('no');
    },
  },
);
const getter = {
  get user() {
    throw new Error('no');
  },
};

test('an event that says nothing is allowed', async () => {
  for (const event of [undefined, null, 0, '', 'text', true, Symbol('x'), [], () => {}, thrower, getter]) {
    expect(await denied(event)).toBe(false);
    expect(await denied({ user: event })).toBe(false);
    expect(await denied({ user: { app_metadata: event, user_metadata: event } })).toBe(false);
  }
});

test('whatever the event, it does not throw', async () => {
  await fc.assert(
    fc.asyncProperty(fc.anything({ withNullPrototype: true, withSparseArray: true }), async (value) => {
      await denied(value);
      await denied({ user: value });
      await denied({ user: { app_metadata: value, user_metadata: value } });
      await denied({ user: { app_metadata: { okta_deactivated: value }, user_metadata: { okta: value } } });
    }),
  );
});

test('a flag that is up denies, whatever stands beside it', async () => {
  const up = fc.constantFrom<unknown>(true, 'true', 'TRUE', ' True\n');
  await fc.assert(
    fc.asyncProperty(up, fc.anything(), async (flag, other) => {
      expect(await denied({ user: { app_metadata: { okta_deactivated: flag }, user_metadata: other } })).toBe(
        true,
      );
      expect(
        await denied({ user: { app_metadata: other, user_metadata: { okta: { deactivated: flag } } } }),
      ).toBe(true);
    }),
  );
  expect(
    await denied({ user: { app_metadata: thrower, user_metadata: { okta: { deactivated: true } } } }),
  ).toBe(true);
});

test('an api or a console that fails changes nothing about that', async () => {
  const event = { user: { app_metadata: { okta_deactivated: true } } };
  for (const api of [undefined, null, {}, thrower]) {
    await expect(onExecutePostLogin(event, api as never)).resolves.toBeUndefined();
  }
  log.mockImplementation(() => {
    throw new Error('no console');
  });
  expect(await denied(event)).toBe(true);
});

test('it logs one short line, and only for a denial', async () => {
  await denied({ user: {} });
  expect(log).not.toHaveBeenCalled();
  await denied({ user: { app_metadata: { okta_deactivated: true, email: 'ada@acme.test' } } });
  expect(log.mock.calls).toEqual([['Login denied: app_metadata.okta_deactivated']]);
});
