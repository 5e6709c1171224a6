/** Random stories for the lifecycle pack. */

import type { Fault, TableFault } from '@okta/workflows-connector-sdk-types';
import fc from 'fast-check';
import {
  type Account,
  faultKinds,
  type OktaChange,
  type Person,
  type Step,
  type Story,
  switches,
  tableFaultKinds,
} from './story';

/** Where a request can go wrong. */
const places: Pick<Fault, 'tenant' | 'method' | 'path'>[] = [
  { tenant: 'auth0', method: 'POST', path: '/oauth/token' },
  { tenant: 'auth0', method: 'GET', path: '/api/v2/users-by-email' },
  { tenant: 'auth0', method: 'GET', path: '/api/v2/users/*' },
  { tenant: 'auth0', method: 'PATCH', path: '/api/v2/users/*' },
  { tenant: 'auth0', method: 'POST', path: '/api/v2/users/*/revoke-access' },
  { tenant: 'auth0', method: 'DELETE', path: '/api/v2/grants' },
  { tenant: 'auth0', method: 'GET', path: '/api/v2/users' },
  { tenant: 'okta', method: 'GET', path: '/api/v1/users/*' },
  { tenant: 'okta', method: 'GET', path: '/api/v1/users' },
  { tenant: 'okta', method: 'GET', path: '/api/v1/logs' },
];

const tables = ['settings', 'audit', 'audit', 'failures', 'failures', 'people', 'reports'] as const;

const names = ['ada', 'ada+sso', 'Grace.Hopper', "o'brien", 'a&b', 'a#b', 'zoë', 'x y'];

/** Some happen more often than others, so that a story has something to tell. */
const changes: OktaChange[] = [
  ...(['deactivate', 'deactivate', 'deactivate', 'activate', 'activate'] as const),
  ...(['suspend', 'unsuspend', 'delete', 'rename', 'move'] as const),
];

const account: fc.Arbitrary<Account> = fc.record({
  connection: fc.constantFrom('database' as const, 'google' as const, 'saml' as const),
  adminBlocked: fc.boolean(),
});

const person: fc.Arbitrary<Person> = fc.record({
  name: fc.constantFrom(...names),
  accounts: fc.uniqueArray(account, { maxLength: 3, selector: (each) => each.connection }),
});

const number = fc.nat(5);
const steps: [weight: number, step: fc.Arbitrary<Step>][] = [
  [8, fc.record({ do: fc.constant('okta' as const), person: number, change: fc.constantFrom(...changes) })],
  [8, fc.record({ do: fc.constant('deliver' as const), delivery: fc.nat(9), again: fc.boolean() })],
  [1, fc.record({ do: fc.constant('lose' as const), delivery: fc.nat(9) })],
  [2, fc.record({ do: fc.constant('wait' as const), minutes: fc.integer({ min: 1, max: 600 }) })],
  [
    2,
    fc.record({
      do: fc.constantFrom('off' as const, 'off' as const, 'on' as const),
      flow: fc.constantFrom(...switches),
    }),
  ],
  [
    2,
    fc.record({ do: fc.constant('admin' as const), person: number, account: number, blocked: fc.boolean() }),
  ],
  [1, fc.record({ do: fc.constant('link' as const), person: number, account: number })],
];
const step = fc.oneof(...steps.map(([weight, arbitrary]) => ({ weight, arbitrary })));

const fault: fc.Arbitrary<Fault> = fc
  .tuple(
    fc.constantFrom(...places),
    fc.constantFrom(...Object.keys(faultKinds)),
    fc.nat(5),
    fc.integer({ min: 1, max: 3 }),
  )
  .map(([place, kind, after, times]) => ({ ...place, ...faultKinds[kind], after, times }));

const tableFault: fc.Arbitrary<TableFault> = fc
  .tuple(
    fc.constantFrom(...tables),
    fc.constantFrom(...Object.keys(tableFaultKinds)),
    fc.nat(2),
    fc.integer({ min: 1, max: 2 }),
  )
  .map(([table, kind, after, times]) => ({ table, ...tableFaultKinds[kind], after, times }));

/** Any story. */
export const story: fc.Arbitrary<Story> = fc.record({
  plan: fc.constantFrom('enterprise' as const, 'enterprise' as const, 'essentials' as const, 'free' as const),
  limited: fc.boolean(),
  mode: fc.oneof(
    { weight: 15, arbitrary: fc.constant('live' as const) },
    { weight: 1, arbitrary: fc.constant('dry-run' as const) },
  ),
  night: fc.oneof({ weight: 3, arbitrary: fc.constant(false) }, { weight: 1, arbitrary: fc.constant(true) }),
  people: fc.uniqueArray(person, { minLength: 1, maxLength: 3, selector: (each) => each.name.toLowerCase() }),
  steps: fc.array(step, { minLength: 2, maxLength: 16 }),
  faults: fc.array(fault, { maxLength: 12 }),
  tableFaults: fc.oneof(
    { weight: 2, arbitrary: fc.constant<TableFault[]>([]) },
    { weight: 1, arbitrary: fc.array(tableFault, { minLength: 1, maxLength: 3 }) },
  ),
});
