/** The tenant's Actions: drafts, the versions deployed from them, and which are bound to a trigger, in order. */

import type { Auth0ActionSeed, Clock, JsonObject } from '@okta/workflows-connector-sdk-types';
import { namedUuid } from '../ids';
import type { BoundAction } from './actions';
import { POST_LOGIN, RUNTIME, TRIGGERS } from './triggers';

/** What an Action is made of; a deployed version keeps its own copy. */
export interface ActionContent {
  code: string;
  dependencies: JsonObject[];
  runtime: string;
  /** With their values, which no answer shows. */
  secrets: ActionSecret[];
  modules: JsonObject[];
}

export interface ActionSecret {
  name: string;
  value: string;
  /** ISO 8601. */
  updated_at: string;
}

/** `{id, version}`. */
export type SupportedTrigger = { id: string; version: string };

/** What was deployed, never to change again. */
export interface ActionVersion extends ActionContent {
  id: string;
  /** From 1 on. */
  number: number;
  supported_triggers: SupportedTrigger[];
  created_at: string;
  /** Milliseconds on the clock. */
  builtAt: number;
}

/** An Action; its content is the draft, which no login runs. */
export interface StoredAction extends ActionContent {
  id: string;
  name: string;
  supported_triggers: SupportedTrigger[];
  created_at: string;
  updated_at: string;
  /** When the draft is built, in milliseconds on the clock. */
  builtAt: number;
  versions: ActionVersion[];
  /** The one of the versions that runs. */
  deployed: ActionVersion | undefined;
}

export interface Binding {
  id: string;
  action: StoredAction;
  display_name: string;
  /** Added to the Action's own, of which they hide those of the same name. */
  secrets: { name: string; value: string }[];
  created_at: string;
  updated_at: string;
}

export interface ActionStore {
  /** By id, in the order in which they were made. */
  actions: Map<string, StoredAction>;
  /** By trigger. */
  bindings: Map<string, Binding[]>;
  clock: Clock;
  /** How long the clock must run until a draft is built. */
  buildMs: number;
  /** A fresh id; nothing of the tenant's chance is used up for it. */
  newId(): string;
}

/** Fills the store. Throws where two Actions have one name, a bound one is not deployed, or a trigger is unknown. */
export function createActionStore(
  seeds: readonly Auth0ActionSeed[],
  { clock, buildMs = 0 }: { clock: Clock; buildMs?: number },
): ActionStore {
  let made = 0;
  const newId = () => {
    made += 1;
    return namedUuid(`action ${made}`);
  };
  const store: ActionStore = { actions: new Map(), bindings: new Map(), clock, buildMs, newId };
  for (const { name, code, deployed = true, bound = deployed, trigger = POST_LOGIN } of seeds) {
    if (findByName(store, name)) {
      throw new Error(`Two Auth0 Actions of the world have the name "${name}"; make it unique.`);
    }
    if (bound && !deployed) {
      throw new Error(`The Auth0 Action "${name}" of the world is bound but not deployed; deploy it.`);
    }
    const version = TRIGGERS[trigger];
    if (version === undefined) {
      throw new Error(`The Auth0 Action "${name}" of the world has the unknown trigger "${trigger}".`);
    }
    const action = addAction(store, name, [{ id: trigger, version }], { code });
    if (deployed) deployDraft(store, action);
    if (bound) bind(store, trigger, [...boundTo(store, trigger), { action }]);
  }
  return store;
}

export function addAction(
  store: ActionStore,
  name: string,
  supported_triggers: SupportedTrigger[],
  content: Partial<ActionContent>,
): StoredAction {
  const now = timestamp(store);
  const action: StoredAction = {
    code: '',
    dependencies: [],
    runtime: RUNTIME,
    secrets: [],
    modules: [],
    ...content,
    id: store.newId(),
    name,
    supported_triggers,
    created_at: now,
    updated_at: now,
    builtAt: store.clock.now() + store.buildMs,
    versions: [],
    deployed: undefined,
  };
  store.actions.set(action.id, action);
  return action;
}

/** Changes the draft, which is then built anew; what runs stays as it is until it is deployed. */
export function changeDraft(
  store: ActionStore,
  action: StoredAction,
  change: Partial<Pick<StoredAction, keyof ActionContent | 'name' | 'supported_triggers'>>,
): void {
  Object.assign(action, change, { updated_at: timestamp(store) });
  action.builtAt = store.clock.now() + store.buildMs;
}

/** Makes a new version of the draft, or of an older version, and lets it run. */
export function deployDraft(
  store: ActionStore,
  action: StoredAction,
  content: ActionContent & { builtAt: number } = action,
): ActionVersion {
  const { code, dependencies, runtime, secrets, modules, builtAt } = content;
  const version: ActionVersion = {
    ...structuredClone({ code, dependencies, runtime, secrets, modules, builtAt }),
    supported_triggers: action.supported_triggers,
    id: store.newId(),
    number: action.versions.length + 1,
    created_at: timestamp(store),
  };
  action.versions.push(version);
  action.deployed = version;
  return version;
}

/** Deletes an Action and unbinds it wherever it is bound. */
export function removeAction(store: ActionStore, action: StoredAction): void {
  store.actions.delete(action.id);
  for (const [trigger, bindings] of store.bindings) {
    store.bindings.set(
      trigger,
      bindings.filter((one) => one.action !== action),
    );
  }
}

/** What is bound to a trigger, in order. */
export function boundTo(store: ActionStore, trigger: string): Binding[] {
  return store.bindings.get(trigger) ?? [];
}

export function isBound(store: ActionStore, action: StoredAction): boolean {
  return [...store.bindings.values()].flat().some((one) => one.action === action);
}

/** Replaces what is bound to a trigger. A binding whose Action was bound before stays the binding that it is. */
export function bind(
  store: ActionStore,
  trigger: string,
  wanted: readonly (Pick<Binding, 'action'> & Partial<Binding>)[],
): Binding[] {
  const left = [...boundTo(store, trigger)];
  const bindings = wanted.map(({ action, display_name = action.name, secrets = [] }) => {
    const index = left.findIndex((one) => one.action === action);
    const [before] = index < 0 ? [] : left.splice(index, 1);
    const now = timestamp(store);
    const { id = store.newId(), created_at = now } = before ?? {};
    return { id, action, display_name, secrets, created_at, updated_at: now };
  });
  store.bindings.set(trigger, bindings);
  return bindings;
}

/** What runs at a trigger, in order: of each bound Action the deployed version. */
export function runningAt(store: ActionStore, trigger: string): BoundAction[] {
  return boundTo(store, trigger).flatMap(({ action, secrets }) => {
    if (!action.deployed) return [];
    const { code, secrets: own } = action.deployed;
    const values = [...own, ...secrets].map(({ name, value }) => [name, value]);
    return [{ name: action.name, code, secrets: Object.fromEntries(values) }];
  });
}

/** Binds these and no others, after deploying them as they are given; an Action of the name is changed, not doubled. */
export function bindPostLogin(store: ActionStore, actions: readonly BoundAction[]): void {
  const supported = [{ id: POST_LOGIN, version: TRIGGERS[POST_LOGIN] ?? '' }];
  const bound = actions.map(({ name, code }) => {
    const action = findByName(store, name) ?? addAction(store, name, supported, { code });
    if (action.code !== code) changeDraft(store, action, { code });
    if (action.deployed?.code !== code) deployDraft(store, action);
    return { action };
  });
  bind(store, POST_LOGIN, bound);
}

export function findByName(store: ActionStore, name: string): StoredAction | undefined {
  return [...store.actions.values()].find((one) => one.name === name);
}

/** `built` once the clock has run long enough, `building` until then. */
export function buildStatus({ clock }: ActionStore, { builtAt }: { builtAt: number }): 'building' | 'built' {
  return clock.now() >= builtAt ? 'built' : 'building';
}

function timestamp({ clock }: ActionStore): string {
  return new Date(clock.now()).toISOString();
}
