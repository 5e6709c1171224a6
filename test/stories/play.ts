/** Plays a story with the compiled lifecycle pack against the embedded tenants, and says what does not hold. */

import type { Fault, Json, JsonObject, World } from '@okta/workflows-connector-sdk-types';
import axios from 'axios';
import { auth0 as connector } from '../../connector';
import { auth0Lifecycle } from '../../flows/auth0-lifecycle';
import { openWorld, type RunningWorld, type WorldOptions } from '../../scripts/world';
import { compilePack } from '../../sdk/compile/pack';
import { checkPack } from '../../sdk/run/checked-pack';
import { kindOf, type OktaChange, type Order, type Person, type Story } from './story';
import { count, noCounts, type Told } from './told';

const HOOK = '[main] Okta Event Hook';
const scopes = [...new Set(connector.model.actions.flatMap((action) => action.scopes))];
const FOLDER = 'auth0-lifecycle.folder';
const pack = checkPack(compilePack(auth0Lifecycle), FOLDER);
/** Long enough for a night, and for the pauses of retries. */
const DAYS = 1;

/**
 * Plays a story from an empty org to the quiet after it.
 * @param options.off Flows that stay off: what the stories must then notice.
 */
export async function play(
  story: Story,
  options: Pick<WorldOptions, 'assume'> & { off?: readonly string[] } = {},
): Promise<Told> {
  const wrong: string[] = [];
  const counts = noCounts();
  const came = (order: Order) => count(counts.orders, order);
  const waiting: { payload: Json; number: number; again: boolean }[] = [];
  const delivered = new Map<string, boolean>();
  let made = 0;
  let last = -1;
  const faults: Fault[] = [];
  const world = { ...worldOf(story), faults };
  const running = await openWorld(world, {
    ...(options.assume === undefined ? {} : { assume: options.assume }),
    onDelivery: (payload) => void waiting.push({ payload, number: made++, again: false }),
    onFault: (fault) => count(counts.faults, kindOf(fault)),
  });
  const { org } = running;
  const imported = org.import(pack, FOLDER);
  await running.furnish(imported);
  for (const flow of imported.flows) if (!options.off?.includes(flow.name)) org.activate(flow.id);
  // Nothing goes wrong while the org is set up.
  faults.push(...story.faults);
  const endpoints = await org.serve();
  const hook = endpoints.flows.find((flow) => flow.name === HOOK);

  const deliver = async (index: number, again: boolean) => {
    const [one] = waiting.splice(index % waiting.length, 1);
    if (one === undefined) return;
    came(one.again ? 'doubled' : one.number < last ? 'out of order' : 'in order');
    last = Math.max(last, one.number);
    for (const { uuid, type } of eventsOf(one.payload)) {
      delivered.set(uuid, true);
      // What has no card comes through the event hook's endpoint.
      if (/unsuspend|delete/.test(type) && hook !== undefined) {
        await axios.post(hook.url, one.payload, { headers: { 'x-api-client-token': hook.clientToken } });
      }
    }
    await org.deliver(one.payload);
    if (again) waiting.push({ ...one, again: true });
  };

  try {
    for (const step of story.steps) {
      count(counts.steps, step.do === 'okta' ? step.change : step.do);
      switch (step.do) {
        case 'okta':
          await change(running, story, step.person % story.people.length, step.change);
          break;
        case 'deliver':
          if (waiting.length > 0) await deliver(step.delivery, step.again);
          break;
        case 'lose':
          if (waiting.length > 0) {
            waiting.splice(step.delivery % waiting.length, 1);
            came('lost');
          }
          break;
        case 'wait':
          await org.advance(step.minutes * 60_000);
      }
    }
    while (waiting.length > 0) await deliver(0, false);
    // From here on nothing goes wrong any more.
    faults.length = 0;
    wrong.push(...(await unnoticed(running, story, delivered)));
    await org.advance(DAYS * 24 * 60 * 60_000);
    wrong.push(...(await unsettled(running, story, delivered)));
    wrong.push(...running.unknownRoutes.map((route) => `unknown route ${route}`));
  } finally {
    await endpoints.close();
    await running.close();
  }
  return { wrong, counts };
}

/** Nobody who is gone may get in without a failure row that says so, wherever the event did arrive. */
async function unnoticed(
  running: RunningWorld,
  story: Story,
  delivered: Map<string, boolean>,
): Promise<string[]> {
  const failures = rowsOf(running, 'failures').filter((row) => row.status === 'open');
  const wrong: string[] = [];
  for (const [index, person] of story.people.entries()) {
    const id = oktaId(index);
    const told = rowsOf(running, 'audit').some(
      (row) => row.okta_user_id === id && delivered.has(String(row.event_id)),
    );
    if (!isGone(running, id) || !told) continue;
    if (failures.some((row) => row.okta_user_id === id)) continue;
    for (const [number] of person.accounts.entries()) {
      // A lost event after the last one told nobody; the schedule finds it.
      if ((await logIn(running, index, number)) === 200 && !lostSince(running, id)) {
        wrong.push(`${id} is gone and may log in as account ${number}, and no failure row says so`);
      }
    }
  }
  return wrong;
}

/** What must hold once faults have stopped and the schedules have run. */
async function unsettled(
  running: RunningWorld,
  story: Story,
  delivered: Map<string, boolean>,
): Promise<string[]> {
  const wrong: string[] = [];
  for (const [index, person] of story.people.entries()) {
    const id = oktaId(index);
    for (const [number, account] of person.accounts.entries()) {
      const status = await logIn(running, index, number);
      if (isGone(running, id)) {
        if (status === 200)
          wrong.push(`${id} is ${statusOf(running, id)} and may log in as account ${number}`);
      } else if (account.adminBlocked) {
        if (status === 200) wrong.push(`${id}: the administrator's block of account ${number} is gone`);
      } else if (status !== 200) {
        wrong.push(`${id} is ${statusOf(running, id)} and may not log in as account ${number} (${status})`);
      }
    }
  }
  const audit = rowsOf(running, 'audit');
  for (const uuid of delivered.keys()) {
    const rows = audit.filter((row) => row.event_id === uuid).length;
    if (rows !== 1) wrong.push(`event ${uuid} has ${rows} outcome rows`);
  }
  const open = rowsOf(running, 'failures').filter((row) => row.status === 'open');
  for (const row of open)
    wrong.push(`failure still open: ${String(row.okta_user_id)} ${String(row.why).slice(0, 200)}`);
  return wrong;
}

function rowsOf(running: RunningWorld, table: string): JsonObject[] {
  return running.org.tables()[table] ?? [];
}

function statusOf(running: RunningWorld, id: string): string {
  return running.okta.users().find((user) => user.id === id)?.status ?? 'DELETED';
}

function isGone(running: RunningWorld, id: string): boolean {
  return ['DEPROVISIONED', 'SUSPENDED', 'DELETED'].includes(statusOf(running, id));
}

/** Whether the last thing told of the user is older than their status. */
function lostSince(running: RunningWorld, id: string): boolean {
  const told = rowsOf(running, 'audit').filter((row) => row.okta_user_id === id);
  const detail = String(told.at(-1)?.outcome ?? '');
  return detail === 'reactivated' || detail === 'untouched';
}

const PASSWORD = 'Correct-Horse-1';

async function logIn(running: RunningWorld, index: number, number: number): Promise<number> {
  const user = running.auth0.users().find((each) => each.user_id === accountId(index, number));
  if (user === undefined) return 404;
  const connection = connectionName(number);
  return (await running.logIn({ email: String(user.email), password: PASSWORD, connection })).status;
}

async function change(running: RunningWorld, story: Story, index: number, what: OktaChange): Promise<void> {
  const at = `${running.okta.url}/api/v1/users/${oktaId(index)}`;
  const headers = { Authorization: `SSWS ${running.okta.apiToken}` };
  const config = { headers, validateStatus: () => true };
  if (what === 'rename') {
    const email = `renamed.${story.people[index]?.name.replace(/\W/g, '') ?? ''}@acme.test`;
    await axios.post(at, { profile: { email } }, config);
  } else {
    // A change that the status does not allow is refused by Okta, and nothing happens.
    await axios.post(`${at}/lifecycle/${what}`, undefined, config);
  }
  await running.okta.settled();
}

function eventsOf(payload: Json): { uuid: string; type: string }[] {
  const data = (payload as { data?: { events?: { uuid: string; eventType: string }[] } }).data;
  return (data?.events ?? []).map((event) => ({ uuid: event.uuid, type: event.eventType }));
}

function oktaId(index: number): string {
  return `00u${index + 1}`;
}

function accountId(index: number, number: number): string {
  return `${['auth0', 'google-oauth2', 'samlp'][number % 3]}|${index}/${number}?#x`;
}

/** Each account of a person stands in a connection of its own. */
function connectionName(number: number): string {
  return ['Username-Password-Authentication', 'google-oauth2', 'acme-saml'][number % 3] ?? '';
}

function addressOf(person: Person): string {
  return `${person.name}@acme.test`;
}

function worldOf(story: Story): World {
  return {
    okta: {
      domain: 'acme.okta.test',
      users: story.people.map((person, index) => ({
        id: oktaId(index),
        status: 'ACTIVE',
        profile: { login: addressOf(person), email: addressOf(person), firstName: 'A', lastName: 'B' },
      })),
    },
    auth0: {
      domain: 'acme.eu.auth0.test',
      plan: 'enterprise',
      rateLimit: { burst: 1000, perSecond: 1000 },
      clients: [{ client_id: 'okta-workflows', client_secret: 'canary-secret-8451', scopes }],
      users: story.people.flatMap((person, index) =>
        person.accounts.map((account, number) => ({
          user_id: accountId(index, number),
          // Providers other than Auth0's own databases keep the case that was typed.
          email: number % 3 === 0 ? addressOf(person).toLowerCase() : addressOf(person),
          connection: connectionName(number),
          password: PASSWORD,
          ...(account.adminBlocked ? { blocked: true } : {}),
        })),
      ),
    },
    tables: {
      settings: [
        { name: 'mode', value: 'live' },
        { name: 'revoke', value: 'yes' },
      ],
    },
  };
}
