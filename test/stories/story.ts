/** What a story is: people, accounts, what happens to them, and what goes wrong meanwhile; as data. */

import type { Auth0Plan, Fault, TableFault } from '@okta/workflows-connector-sdk-types';

/** One story. It is JSON, so that a failing one can be printed and played again. */
export interface Story {
  plan: Auth0Plan;
  /** Whether the plan's rate limits hold; otherwise they are out of the way. */
  limited: boolean;
  mode: 'live' | 'dry-run';
  /** Whether the schedules had a quiet night before anything happens. */
  night: boolean;
  people: Person[];
  steps: Step[];
  faults: Fault[];
  tableFaults: TableFault[];
}

export interface Person {
  /** The local part of the address, as typed in Okta. */
  name: string;
  accounts: Account[];
}

/** An Auth0 account; a person has at most one in each connection. */
export interface Account {
  connection: 'database' | 'google' | 'saml';
  adminBlocked: boolean;
}

/** People, accounts and deliveries are chosen by number, modulo how many there are. */
export type Step =
  | { do: 'okta'; person: number; change: OktaChange }
  /** An administrator presses Block or Unblock in Auth0's dashboard, which offers only what is not so already. */
  | { do: 'admin'; person: number; account: number; blocked: boolean }
  /** An administrator links the account to another user of Auth0, who has another address. */
  | { do: 'link'; person: number; account: number }
  /** Hands one of the waiting deliveries to the flows, and keeps it for a second time if `again`. */
  | { do: 'deliver'; delivery: number; again: boolean }
  /** It never arrives. */
  | { do: 'lose'; delivery: number }
  /** A flow is turned off or on; at the end of a story all are on. */
  | { do: 'off' | 'on'; flow: string }
  | { do: 'wait'; minutes: number };

/** `delete` is the API's own: the first call deactivates, the second deletes. `move` also changes the login. */
export type OktaChange = 'deactivate' | 'activate' | 'suspend' | 'unsuspend' | 'delete' | 'rename' | 'move';

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

/** What can go wrong with a table. */
export const tableFaultKinds: Record<string, Pick<TableFault, 'at' | 'handled'>> = {
  'table not read': { at: 'read' },
  'row not added': { at: 'insert' },
  'row not changed': { at: 'update' },
  'row added, but failed': { at: 'insert', handled: true },
};

/** How a delivery can come; `lost` never does, and `off` finds the flow for it off. */
export const orders = ['in order', 'out of order', 'doubled', 'lost', 'off'] as const;
export type Order = (typeof orders)[number];

/** The flows of the pack that an administrator may turn off for a while. */
export const switches = [
  '[main] User Deactivated',
  '[main] User Suspended',
  '[main] User Activated',
  '[main] Okta Profile Updated',
  '[main] Okta Event Hook',
  '[scheduled] Retry Failed',
  '[scheduled] Reconcile',
  '[helper] Handle Event',
  '[helper] Sync User',
] as const;

/** The name of a fault's kind. */
export function kindOf(fault: Fault): string {
  const same = Object.entries(faultKinds).find(([, kind]) =>
    (['status', 'reset', 'body', 'delayMs', 'handled'] as const).every((key) => kind[key] === fault[key]),
  );
  return same?.[0] ?? 'other';
}

/** The name of a table fault's kind. */
export function tableKindOf(fault: TableFault): string {
  const same = Object.entries(tableFaultKinds).find(
    ([, kind]) => kind.at === fault.at && kind.handled === fault.handled,
  );
  return same?.[0] ?? 'other';
}
