/** The steps of a story: what people do in Okta and Auth0, and how the event hook's calls arrive. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import axios from 'axios';
import { type Delivery, isRemembered, type Stage, statusOf } from './stage';
import type { OktaChange, Order, Step } from './story';
import { count } from './told';
import { ADMIN, type Known, primaryOf } from './world-of';

/** @param off Flows that stay off, whatever the story says. */
export async function take(step: Step, stage: Stage, off: readonly string[]): Promise<void> {
  count(stage.counts.steps, step.do === 'okta' ? step.change : step.do);
  const { org } = stage.running;
  switch (step.do) {
    case 'okta':
      return stage.quietly(() => change(stage, personOf(stage, step.person), step.change));
    case 'admin':
      return stage.quietly(() => press(stage, personOf(stage, step.person), step));
    case 'link':
      return stage.quietly(() => link(stage, personOf(stage, step.person), step.account));
    case 'deliver':
      return deliver(stage, step.delivery, step.again);
    case 'lose':
      if (stage.waiting.length === 0) return;
      stage.waiting.splice(step.delivery % stage.waiting.length, 1);
      return count(stage.counts.orders, 'lost' satisfies Order);
    case 'off':
      return org.deactivate(step.flow);
    case 'on':
      if (!off.includes(step.flow)) org.activate(step.flow);
      return;
    case 'wait':
      await org.advance(step.minutes * 60_000);
  }
}

/** Hands one of the waiting calls to the flows. */
export async function deliver(stage: Stage, index: number, again: boolean): Promise<void> {
  const [one] = stage.waiting.splice(index % stage.waiting.length, 1);
  if (one === undefined) return;
  stage.refused.length = 0;
  const arrived = await arrive(stage, one.payload);
  count(stage.counts.orders, arrived ? orderOf(one, stage.newest) : ('off' satisfies Order));
  stage.newest = Math.max(stage.newest, one.number);
  if (arrived) for (const event of eventsOf(one.payload)) hear(stage, event);
  if (again) stage.waiting.push({ ...one, again: true });
}

/** Whether a flow was on that takes such events. What has no card comes through the event hook's endpoint. */
async function arrive({ running: { org }, hook }: Stage, payload: Json): Promise<boolean> {
  if (eventsOf(payload).some(({ type }) => /unsuspend|delete/.test(type)) && hook !== undefined) {
    const headers = { 'x-api-client-token': hook.clientToken };
    const answer = await axios.post(hook.url, payload, { headers, validateStatus: () => true });
    return answer.status === 200;
  }
  return (await org.deliver(payload)).length > 0;
}

/** Notes whom a flow has now heard of. An event that comes again is passed over, so it says nothing new. */
function hear(stage: Stage, { uuid, about }: { uuid: string; about: string }): void {
  if (stage.heard.has(uuid)) return;
  const mute = stage.refused.includes('failures');
  // One of the two that refuses is no excuse: the other takes the note.
  const lostToAudit = stage.refused.includes('audit') || !isOn(stage, '[helper] Handle Event');
  if (!(mute && lostToAudit)) stage.heard.add(uuid);
  stage.untold.delete(about);
  if (mute) stage.silenced.add(about);
  else stage.silenced.delete(about);
}

function isOn({ running }: Stage, name: string): boolean {
  return running.org.flows().some((flow) => flow.name === name && flow.on);
}

function orderOf({ again, number }: Delivery, newest: number): Order {
  if (again) return 'doubled';
  return number < newest ? 'out of order' : 'in order';
}

export function eventsOf(payload: Json): { uuid: string; type: string; about: string }[] {
  type Event = { uuid: string; eventType: string; target: { id: string }[] };
  // The tenant's own deliveries, which have gone through as JSON.
  const data = (payload as { data?: { events?: Event[] } }).data;
  return (data?.events ?? []).map(({ uuid, eventType, target }) => ({
    uuid,
    type: eventType,
    about: target[0]?.id ?? '',
  }));
}

async function change(stage: Stage, { id }: Known, what: OktaChange): Promise<void> {
  const { okta } = stage.running;
  const at = `${okta.url}/api/v1/users/${id}`;
  const headers = { Authorization: `SSWS ${okta.apiToken}` };
  // A change that the status does not allow is refused by Okta, and nothing happens.
  const config = { headers, validateStatus: () => true };
  const before = statusOf(stage, id);
  const email = `renamed.${id}@acme.test`;
  if (what === 'rename') await axios.post(at, { profile: { email } }, config);
  // Who was never seen under the old address cannot be found by it, however good the flows are.
  else if (what === 'move') {
    if (isRemembered(stage, id)) await axios.post(at, { profile: { email, login: email } }, config);
  } else if (what === 'delete') await axios.delete(at, config);
  else await axios.post(`${at}/lifecycle/${what}`, undefined, config);
  await okta.settled();
  if (statusOf(stage, id) !== before) stage.untold.add(id);
}

/**
 * An administrator's block is theirs unless the sync's mark stands on the account: then the account says that the sync
 * blocked it, and what somebody unblocks and blocks again meanwhile cannot be told from that. It counts as unclear.
 */
async function press(
  stage: Stage,
  person: Known,
  step: { account: number; blocked: boolean },
): Promise<void> {
  const account = person.accounts[step.account % person.accounts.length];
  const user = stage.running.auth0.users().find((each) => each.user_id === account?.id);
  if (user === undefined || (user.blocked === true) === step.blocked) return;
  const appMetadata = user.app_metadata as JsonObject | undefined;
  const marked = appMetadata?.okta_blocked_by_sync === true;
  await asAdmin(stage, 'PATCH', `users/${encodeURIComponent(user.user_id)}`, { blocked: step.blocked });
  stage.adminsWord.set(user.user_id, !step.blocked ? 'free' : marked ? 'unclear' : 'blocked');
}

async function link(stage: Stage, person: Known, number: number): Promise<void> {
  const account = person.accounts[number % person.accounts.length];
  if (account === undefined) return;
  if (!stage.running.auth0.users().some((user) => user.user_id === account.id)) return;
  const [provider = '', ...rest] = account.id.split('|');
  const path = `users/${encodeURIComponent(primaryOf(person).id)}/identities`;
  await asAdmin(stage, 'POST', path, { provider, user_id: rest.join('|') });
  stage.linked.add(account.id);
  stage.adminsWord.set(account.id, 'unclear');
}

/** What an administrator does in Auth0; again, where Auth0 is asked too much. */
async function asAdmin({ running }: Stage, method: string, path: string, data: JsonObject): Promise<void> {
  const { url, domain } = running.auth0;
  const got = await axios.post<{ access_token: string }>(`${url}/oauth/token`, {
    grant_type: 'client_credentials',
    audience: `https://${domain}/api/v2/`,
    ...ADMIN,
  });
  const headers = { Authorization: `Bearer ${got.data.access_token}` };
  for (;;) {
    const reply = await axios.request({
      method,
      url: `${url}/api/v2/${path}`,
      data,
      headers,
      validateStatus: (status) => status < 300 || status === 429,
    });
    if (reply.status !== 429) return;
    await running.org.advance(10_000);
  }
}

function personOf({ people }: Stage, number: number): Known {
  const person = people[number % people.length];
  if (person === undefined) throw new Error('A story has people.');
  return person;
}
