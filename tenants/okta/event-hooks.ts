/** Event hooks: which URL is called for which events. */

import type { Clock, JsonObject, Random } from '@okta/workflows-connector-sdk-types';
import { randomId } from '../ids';
import type { Route, TenantAnswer, TenantRequest } from '../routes';
import { oktaError } from './errors';

/** A subscription of somebody's own; the platform's own hook, which starts flows, is not among them. */
export interface EventHook {
  id: string;
  name: string;
  status: 'ACTIVE' | 'INACTIVE';
  verificationStatus: 'VERIFIED' | 'UNVERIFIED';
  /** The event types. */
  items: string[];
  /** Where it calls. */
  uri: string;
  /** Sent with each call, the authentication among them. */
  headers: Record<string, string>;
  created: string;
  lastUpdated: string;
}

/** By id. */
export type EventHooks = Map<string, EventHook>;

export interface HookContext {
  domain: string;
  hooks: EventHooks;
  clock: Clock;
  random: Random;
}

/** The hooks that are called for an event type: the active and verified ones that name it. */
export function hooksFor(hooks: EventHooks, eventType: string): EventHook[] {
  return [...hooks.values()].filter(
    ({ status, verificationStatus, items }) =>
      status === 'ACTIVE' && verificationStatus === 'VERIFIED' && items.includes(eventType),
  );
}

/** The hook's URL at Okta, which its calls name as `source`. */
export function hookSource(domain: string, id: string): string {
  return `https://${domain}/api/v1/eventHooks/${id}`;
}

/** Verifying believes without asking: whoever listens has no server here. */
export function eventHookRoutes(context: HookContext): Route[] {
  const { hooks, clock } = context;
  const touch = (hook: EventHook, change: Partial<EventHook>): TenantAnswer => {
    Object.assign(hook, change, { lastUpdated: new Date(clock.now()).toISOString() });
    return { status: 200, body: showHook(hook) };
  };
  const ofHook = (method: string, below: string, handle: (hook: EventHook) => TenantAnswer) =>
    hookRoute(method, below, handle, context);
  return [
    {
      method: 'GET',
      path: '/api/v1/eventHooks',
      handle: () => ({ status: 200, body: [...hooks.values()].map(showHook) }),
    },
    { method: 'POST', path: '/api/v1/eventHooks', handle: (request) => createHook(request, context) },
    ofHook('GET', '', (hook) => ({ status: 200, body: showHook(hook) })),
    ofHook('DELETE', '', (hook) => deleteHook(hook, context)),
    ofHook('POST', '/lifecycle/verify', (hook) => touch(hook, { verificationStatus: 'VERIFIED' })),
    ofHook('POST', '/lifecycle/activate', (hook) => touch(hook, { status: 'ACTIVE' })),
    ofHook('POST', '/lifecycle/deactivate', (hook) => touch(hook, { status: 'INACTIVE' })),
  ];
}

function hookRoute(
  method: string,
  below: string,
  handle: (hook: EventHook) => TenantAnswer,
  { hooks, random }: HookContext,
): Route {
  return {
    method,
    path: `/api/v1/eventHooks/{id}${below}`,
    handle({ params: { id = '' } }) {
      const hook = hooks.get(id);
      const summary = `Not found: Resource not found: ${id} (EventHook)`;
      return hook ? handle(hook) : oktaError(random, 404, 'E0000007', summary);
    },
  };
}

/** Takes `{name, events: {items}, channel: {config: {uri, headers, authScheme}}}`, as Okta's Event Hooks API does. */
function createHook({ body }: TenantRequest, { hooks, clock, random }: HookContext): TenantAnswer {
  const { name, events, channel } = objectOf(body);
  const { uri, headers, authScheme } = objectOf(objectOf(channel).config);
  const items = listOf(objectOf(events).items).map(String);
  for (const [field, given] of Object.entries({ name, items: items[0], uri })) {
    if (typeof given === 'string' && given !== '') continue;
    return oktaError(random, 400, 'E0000001', `Api validation failed: ${field}`);
  }
  const now = new Date(clock.now()).toISOString();
  const pairs = [...listOf(headers), ...(authScheme === undefined ? [] : [authScheme])].map(objectOf);
  const hook: EventHook = {
    id: randomId(random, 'who', 17),
    name: String(name),
    status: 'ACTIVE',
    verificationStatus: 'UNVERIFIED',
    items,
    uri: String(uri),
    headers: Object.fromEntries(pairs.map(({ key, value }) => [String(key), String(value)])),
    created: now,
    lastUpdated: now,
  };
  hooks.set(hook.id, hook);
  return { status: 200, body: showHook(hook) };
}

/** Only one that is INACTIVE (Okta Event Hooks API). */
function deleteHook(hook: EventHook, { hooks, random }: HookContext): TenantAnswer {
  if (hook.status === 'ACTIVE') {
    return oktaError(random, 403, 'E0000038', "This operation is not allowed in the hook's current status.");
  }
  hooks.delete(hook.id);
  return { status: 204 };
}

/** Without the headers, which hold the secret. */
function showHook({
  id,
  name,
  status,
  verificationStatus,
  items,
  uri,
  created,
  lastUpdated,
}: EventHook): JsonObject {
  const channel = { type: 'HTTP', version: '1.0.0', config: { uri, headers: [], method: 'POST' } };
  const events = { type: 'EVENT_TYPE', items, filter: null };
  return { id, name, status, verificationStatus, created, lastUpdated, events, channel };
}

function objectOf(value: unknown): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as JsonObject) : {};
}

function listOf(value: unknown): unknown[] {
  return Array.isArray(value) ? value : [];
}
