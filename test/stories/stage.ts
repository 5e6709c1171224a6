/** The stage of a story: the world that runs, and what whoever tells the story remembers of it. */

import type { Auth0Plan, Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { RunningWorld } from '../../scripts/world';
import type { Endpoint } from '../../sdk/run/endpoints';
import type { Counts } from './told';
import type { Known } from './world-of';

/** A call of the event hook on its way. */
export interface Delivery {
  payload: Json;
  /** Counts the calls as they were sent. */
  number: number;
  /** Whether it arrived before. */
  again: boolean;
}

/** Whether an account is blocked by an administrator's own hand; `unclear` where nobody could tell. */
export type AdminsWord = 'blocked' | 'free' | 'unclear';

export interface Stage {
  running: RunningWorld;
  people: Known[];
  plan: Auth0Plan;
  counts: Counts;
  hook: Endpoint | undefined;
  waiting: Delivery[];
  /** The newest delivery that arrived. */
  newest: number;
  /** The ids of all events, whether or not they arrived. */
  events: Set<string>;
  /** Those that reached a flow that was on, and of which a record could be kept. */
  heard: Set<string>;
  /** People whose status changed since a flow last heard of them. */
  untold: Set<string>;
  /** People of whom neither table would take a note when the flow last heard of them. */
  silenced: Set<string>;
  /** Accounts that were linked to another user. */
  linked: Set<string>;
  /** By account. */
  adminsWord: Map<string, AdminsWord>;
  /** Tables that a fault struck since this was last emptied. */
  refused: string[];
  /** Does something while nothing goes wrong: what people click is not the flows' business. */
  quietly<T>(work: () => Promise<T>): Promise<T>;
}

export function rowsOf({ running }: Stage, table: string): JsonObject[] {
  return running.org.tables()[table] ?? [];
}

/** What Okta says; DELETED where it knows the user no more. */
export function statusOf({ running }: Stage, id: string): string {
  return running.okta.users().find((user) => user.id === id)?.status ?? 'DELETED';
}

export function isGone(stage: Stage, id: string): boolean {
  return ['DEPROVISIONED', 'SUSPENDED', 'DELETED'].includes(statusOf(stage, id));
}

/** Whether anything in the org remembers the person: who was never heard of cannot be found once Okta has forgotten. */
export function isRemembered(stage: Stage, id: string): boolean {
  return rowsOf(stage, 'people').some((row) => row.okta_user_id === id);
}
