/** Stories for the lifecycle pack: people, accounts, what happens to them, and what goes wrong meanwhile; as data. */

import type { Fault } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';

/** One story. It is JSON, so that a failing one can be printed and played again. */
export interface Story {
  people: Person[];
  steps: Step[];
  faults: Fault[];
}

export interface Person {
  /** The local part of the address, as typed in Okta. */
  name: string;
  accounts: { connection: 'database' | 'google' | 'saml'; upperCase: boolean; adminBlocked: boolean }[];
}

/** People and deliveries are chosen by number, modulo how many there are. */
export type Step =
  | { do: 'okta'; person: number; change: OktaChange }
  /** Hands one of the waiting deliveries to the flows, and keeps it for a second time if `again`. */
  | { do: 'deliver'; delivery: number; again: boolean }
  /** The flows are off when it arrives. */
  | { do: 'lose'; delivery: number }
  | { do: 'wait'; minutes: number };

export type OktaChange = 'deactivate' | 'activate' | 'suspend' | 'unsuspend' | 'rename';

/** What can go wrong with a request, by name: the stories count how often each struck. */
export const faultKinds: Record<string, Partial<Fault>> = {
  ...Object.fromEntries(
    [400, 401, 403, 404, 409, 429, 500, 502, 503, 504].map((status) => [String(status), { status }]),
  ),
  'reset connection': { reset: true },
  'time-out': { delayMs: 90_000, reset: true },
  'broken JSON': { body: '{"broken":' },
  'slow answer': { delayMs: 20_000 },
  'failed after it was done': { status: 500, handled: true },
};

/** How a delivery can come; `lost` never does. */
export const orders = ['in order', 'out of order', 'doubled', 'lost'] as const;
export type Order = (typeof orders)[number];

/** Where it can go wrong. */
const places: Pick<Fault, 'tenant' | 'method' | 'path'>[] = [
  { tenant: 'auth0', method: 'POST', path: '/oauth/token' },
  { tenant: 'auth0', method: 'GET', path: '/api/v2/users-by-email' },
  { tenant: 'auth0', method: 'GET', path: '/api/v2/users/*' },
  { tenant: 'auth0', method: 'PATCH', path: '/api/v2/users/*' },
  { tenant: 'auth0', method: 'POST', path: '/api/v2/users/*/revoke-access' },
  { tenant: 'auth0', method: 'GET', path: '/api/v2/users' },
  { tenant: 'okta', method: 'GET', path: '/api/v1/users/*' },
];

const names = ['ada', 'ada+sso', 'Grace.Hopper', "o'brien", 'a&b', 'a#b', 'zoë', 'x y'];

const person: fc.Arbitrary<Person> = fc.record({
  name: fc.constantFrom(...names),
  accounts: fc.array(
    fc.record({
      connection: fc.constantFrom('database' as const, 'google' as const, 'saml' as const),
      upperCase: fc.boolean(),
      adminBlocked: fc.boolean(),
    }),
    { maxLength: 3 },
  ),
});

const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('okta' as const),
      person: fc.nat(5),
      change: fc.constantFrom(
        'deactivate' as const,
        'deactivate' as const,
        'activate' as const,
        'suspend' as const,
        'unsuspend' as const,
        'rename' as const,
      ),
    }),
  },
  {
    weight: 4,
    arbitrary: fc.record({ do: fc.constant('deliver' as const), delivery: fc.nat(9), again: fc.boolean() }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('lose' as const), delivery: fc.nat(9) }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 600 }) }),
  },
);

const fault: fc.Arbitrary<Fault> = fc
  .tuple(
    fc.constantFrom(...places),
    fc.constantFrom(...Object.keys(faultKinds)),
    fc.nat(5),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([place, kind, after, times]) => ({ ...place, ...faultKinds[kind], after, times }));

/** Any story. */
export const story: fc.Arbitrary<Story> = fc.record({
  people: fc.uniqueArray(person, { minLength: 1, maxLength: 3, selector: (each) => each.name.toLowerCase() }),
  steps: fc.array(step, { minLength: 2, maxLength: 14 }),
  faults: fc.array(fault, { maxLength: 12 }),
});

/** The name of a fault's kind. */
export function kindOf(fault: Fault): string {
  const same = Object.entries(faultKinds).find(([, kind]) =>
    (['status', 'reset', 'body', 'delayMs', 'handled'] as const).every((key) => kind[key] === fault[key]),
  );
  return same?.[0] ?? 'other';
}
