/** What a deactivation costs: Auth0 requests, tokens, cards and virtual time of our packs, and of the original beside them. */

import type { Auth0Plan, Json } from '@okta/workflows-connector-sdk-types';
import { oktaId, type Subject, subjects, worldOf } from './economy-world';
import { openWorld, type RunningWorld } from './world';

/** What the deactivation of some people came to. */
export interface EconomyRow {
  bench: 'economy';
  /** `original`, or the name of a pack of ours; of the lifecycle pack also whether it ends sessions. */
  pack: string;
  plan: Auth0Plan;
  people: number;
  /** Virtual seconds from one event to the next, whether or not the flows of the one before are done; 0: a crowd. */
  secondsApart: number;
  /** Accounts that share the address of each person. */
  accounts: number;
  /** Requests to Auth0 per person: look-ups, changes and revocations, tried again or not, without those for tokens. */
  requests: number;
  /** Of these, look-ups of an address. */
  lookups: number;
  /** Of these, changes of an account. */
  patches: number;
  /** Token requests per person, tried again or not. */
  tokens: number;
  /** Cards that began per person, those that start a flow included. */
  cards: number;
  /** Virtual milliseconds from the first event to Auth0's last answer. */
  virtualMs: number;
  /** Answers of 429, all together. */
  tooMany: number;
  /** Accounts, of all people, with a flag of ours or of the original. */
  flagged: number;
  /** Accounts that Auth0 itself keeps out. */
  blocked: number;
}

/** What is measured: every combination. */
export interface EconomyOptions {
  people?: readonly number[];
  accounts?: readonly number[];
  plans?: readonly Auth0Plan[];
  secondsApart?: readonly number[];
  /** Those whose name is among them; all when absent. */
  packs?: readonly string[];
  /** Told of every row as soon as it is measured. */
  onRow?: (row: EconomyRow) => void;
  /** Told whenever the flows of a person have ended, of how many that is. */
  onPerson?: (measured: Situation & { pack: string }, done: number) => void;
}

/** In what a pack is measured. */
export type Situation = Pick<EconomyRow, 'plan' | 'people' | 'accounts' | 'secondsApart'>;

const MINUTE = 60_000;
/** Between two rounds of Retry Failed. */
const QUARTER = 15 * MINUTE;
/** Six hours: long before the reconciliation of the night. */
const RETRY_QUARTERS = 24;

/** The plans whose limits Auth0 publishes, the tightest first. */
export const plans = ['free', 'essentials', 'enterprise'] as const satisfies readonly Auth0Plan[];
/**
 * All requests of a crowd are under way at once, over a connection each: of 10,000 thousands got no answer within real
 * time, so that the machine was measured and not the packs.
 */
export const greatestCrowd = 1_000;
/** Few enough people to measure every combination within minutes. */
export const fewPeople = [1, 100];

/** Measures what is asked for, by default every pack, plan and arrival. */
export async function economy(options: EconomyOptions = {}): Promise<EconomyRow[]> {
  const { people = fewPeople, accounts = [1, 3], secondsApart = [0, 1] } = options;
  const rows: EconomyRow[] = [];
  for (const subject of subjects()) {
    if (options.packs?.includes(subject.name) === false) continue;
    for (const situation of situations(options.plans ?? plans, people, accounts, secondsApart)) {
      const row = await measure(subject, situation, options.onPerson);
      options.onRow?.(row);
      rows.push(row);
    }
  }
  return rows;
}

/** Every combination, but that one person alone has nobody to wait for, and no crowd is greater than can be measured. */
function situations(
  plans: readonly Auth0Plan[],
  people: readonly number[],
  accounts: readonly number[],
  secondsApart: readonly number[],
): Situation[] {
  return plans.flatMap((plan) =>
    people.flatMap((many) =>
      accounts.flatMap((each) =>
        (many === 1 ? [0] : secondsApart)
          .filter((apart) => apart > 0 || many <= greatestCrowd)
          .map((apart) => ({ plan, people: many, accounts: each, secondsApart: apart })),
      ),
    ),
  );
}

async function measure(
  subject: Subject,
  situation: Situation,
  onPerson: EconomyOptions['onPerson'],
): Promise<EconomyRow> {
  const { people, accounts } = situation;
  const count = { requests: 0, lookups: 0, patches: 0, tokens: 0, cards: 0, tooMany: 0 };
  const events: Json[] = [];
  let begun = Number.NaN;
  let last = Number.NaN;
  const counting = () => !Number.isNaN(begun);
  const running = await openWorld(worldOf(subject, situation), {
    keepRequests: false,
    onDelivery: (event) => events.push(event),
    onExchange({ tenant, method, path, status }) {
      if (!counting() || tenant !== 'auth0') return;
      last = running.clock.now();
      if (path === '/oauth/token') count.tokens++;
      else count.requests++;
      if (path === '/api/v2/users-by-email') count.lookups++;
      if (method === 'PATCH') count.patches++;
      if (status === 429) count.tooMany++;
    },
    onCard: () => {
      if (counting()) count.cards++;
    },
  });
  try {
    const imported = running.org.import(subject.pack, 'pack.folder');
    await running.furnish(imported);
    for (const flow of imported.flows) running.org.activate(flow.id);
    // Okta's part comes first: what it takes is no time of the flows'.
    for (let person = 0; person < people; person++) await running.deactivate(oktaId(person));
    // Testing the connection has asked Auth0 as well: by now its limits have forgotten it.
    await running.clock.pause(MINUTE);
    begun = running.clock.now();
    let done = 0;
    await arrive(running, events, situation.secondsApart, () =>
      onPerson?.({ pack: subject.name, ...situation }, ++done),
    );
    await retry(running, people * accounts);
    const { flagged, blocked } = stateOf(running);
    const each = (total: number) => Math.round((100 * total) / people) / 100;
    return {
      bench: 'economy',
      pack: subject.name,
      ...situation,
      requests: each(count.requests),
      lookups: each(count.lookups),
      patches: each(count.patches),
      tokens: each(count.tokens),
      cards: each(count.cards),
      virtualMs: last - begun,
      tooMany: count.tooMany,
      flagged,
      blocked,
    };
  } finally {
    await running.close();
  }
}

/** Hands every event to the flows at its instant, and waits until they have all ended; schedules go on meanwhile. */
async function arrive(
  { org, clock }: RunningWorld,
  events: readonly Json[],
  secondsApart: number,
  ended: () => void,
): Promise<void> {
  const pause = secondsApart * 1000;
  const arrivals = events.map(async (event, index) => {
    await clock.pause(index * pause);
    await org.deliver(event);
    ended();
  });
  await Promise.all([...arrivals, org.advance(events.length * pause)]);
}

/** Gives schedules some hours for what has failed; a pack without them ends with what it has. */
async function retry(running: RunningWorld, accounts: number): Promise<void> {
  for (let quarter = 0; quarter < RETRY_QUARTERS && stateOf(running).flagged < accounts; quarter++)
    if ((await running.org.advance(QUARTER)).length === 0) return;
}

function stateOf({ auth0 }: RunningWorld): Pick<EconomyRow, 'flagged' | 'blocked'> {
  const users = auth0.users();
  const isFlagged = /"(okta_)?deactivated":(true|"true")/;
  return {
    flagged: users.filter((user) => isFlagged.test(JSON.stringify(user))).length,
    blocked: users.filter(({ blocked }) => blocked === true).length,
  };
}
