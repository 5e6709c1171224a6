/** Actions, versions and bindings as the API shows them: secrets by name alone. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import {
  type ActionContent,
  type ActionStore,
  type ActionVersion,
  type Binding,
  buildStatus,
  type StoredAction,
} from './action-store';

/** @param fresh The draft was changed by this very request: `pending`, as recorded, however soon it is built. */
export function showAction(store: ActionStore, action: StoredAction, fresh = false): JsonObject {
  const status = fresh ? 'pending' : buildStatus(store, action);
  return {
    ...showBase(action),
    ...showContent(action),
    status,
    ...(status === 'built' && { built_at: new Date(action.builtAt).toISOString() }),
    ...(action.deployed && { deployed_version: showVersion(store, action, action.deployed) }),
  };
}

/** Without the Action that it is of, as inside an Action. */
function showVersion(store: ActionStore, action: StoredAction, version: ActionVersion): JsonObject {
  const { id, number, created_at, supported_triggers } = version;
  const status = buildStatus(store, version);
  return {
    id,
    action_id: action.id,
    number,
    deployed: version === action.deployed,
    ...showContent(version),
    supported_triggers,
    status,
    ...(status === 'built' && { built_at: new Date(version.builtAt).toISOString() }),
    created_at,
    updated_at: created_at,
  };
}

/** A version with its Action, as the routes for versions answer. */
export function showVersionWithAction(
  store: ActionStore,
  action: StoredAction,
  version: ActionVersion,
): JsonObject {
  return { ...showVersion(store, action, version), action: showBase(action) };
}

/** The Action of a binding is shown without its draft, as recorded. */
export function showBinding(store: ActionStore, trigger: string, binding: Binding): JsonObject {
  const { id, action, display_name, created_at, updated_at } = binding;
  const shown = {
    ...showBase(action),
    ...(action.deployed && { deployed_version: showVersion(store, action, action.deployed) }),
  };
  return { id, trigger_id: trigger, display_name, action: shown, created_at, updated_at };
}

function showBase(action: StoredAction): JsonObject {
  const { id, name, supported_triggers, created_at, updated_at, deployed } = action;
  const all_changes_deployed = deployed !== undefined && sameContent(action, deployed);
  return { id, name, supported_triggers, all_changes_deployed, created_at, updated_at };
}

function showContent({ code, dependencies, runtime, secrets, modules }: ActionContent): JsonObject {
  return {
    code,
    dependencies,
    runtime,
    secrets: secrets.map(({ name, updated_at }) => ({ name, updated_at })),
    ...(modules.length > 0 && { modules }),
  };
}

function sameContent(one: ActionContent, other: ActionContent): boolean {
  const text = ({ code, dependencies, runtime, secrets, modules }: ActionContent) =>
    JSON.stringify([code, dependencies, runtime, secrets, modules]);
  return text(one) === text(other);
}
