/** Runs an action of our connector, its fields by the names their author gave them. */

import type {
  ActionModel,
  DialogModel,
  Exchange,
  Json,
  JsonObject,
  World,
} from '@okta/workflows-connector-sdk-types';
import { auth0 } from '../../connector';
import { ourConnector, type RequestLine, type WorldOptions } from '../../scripts/world';
import { fieldKey, localBinding, methodKey } from '../../sdk/compile/binding';
import type { FlowError } from '../../sdk/run/ending';
import type { FlowResult } from '../../sdk/run/execution';
import type { TraceEvent } from '../../sdk/run/trace';
import type { HeldAccess } from '../../tenants/auth0';
import type { Auth0User } from '../../tenants/auth0/user';
import { AUTH0_DOMAIN, CANARY, withWorld, worldOf } from '../support/story';

export const connector = auth0.model;
const binding = localBinding(connector);

/** Values by group, then by field; options by field. */
export interface Given {
  options?: JsonObject;
  inputs?: Record<string, JsonObject>;
}

export interface Acted {
  /** By group, then by field; empty where the action failed. */
  outputs: Record<string, JsonObject>;
  error: FlowError | undefined;
  requests: RequestLine[];
  /** The requests in short: `GET /api/v2/users`. */
  calls: string[];
  trace: TraceEvent[];
  exchanges: Exchange[];
  users: Auth0User[];
  /** What each account that is still there can use without logging in, by user id. */
  access: Record<string, HeldAccess>;
  /** How the action's flow ended. */
  result: FlowResult;
}

export const credentials = { domain: AUTH0_DOMAIN, client_id: 'workflows', client_secret: CANARY };

export interface ActOptions extends WorldOptions {
  world?: World;
  /** The connection, where it is not the right one. */
  connection?: Partial<typeof credentials>;
}

/** Runs the action with this name in a world of its own. Fails where an exchange breaks Auth0's contract. */
export function act(name: string, given: Given, options: ActOptions = {}): Promise<Acted> {
  const action = actionNamed(name);
  const { world = worldOf(), connection, ...rest } = options;
  return withWorld(world, rest, async ({ org, auth0: tenant }, seen) => {
    const values = { ...credentials, ...connection };
    const result = await org.callAction(ourConnector().key, methodOf(action), wireOf(action, given), values);
    const requests = seen.trace.flatMap((event) =>
      event.type === 'request'
        ? [{ ...event, tenant: event.host === AUTH0_DOMAIN ? 'auth0' : event.host }]
        : [],
    );
    return {
      outputs: result.error === undefined ? outputsOf(action, result.outputs) : {},
      error: result.error,
      requests,
      calls: requests.map(({ method, path }) => `${method} ${path}`),
      ...seen,
      users: tenant.users(),
      access: Object.fromEntries(tenant.users().map(({ user_id: id }) => [id, tenant.accessOf(id)])),
      result,
    };
  });
}

export function actionNamed(name: string): ActionModel {
  const found = connector.actions.find((action) => action.name === name);
  if (found === undefined) throw new Error(`The connector has no action "${name}".`);
  return found;
}

/** What the action's sample says it is given; its options stand beside the groups of its inputs. */
export function sampleOf({ sample, dialog }: ActionModel): Given {
  const named = new Set(dialog.options.flatMap((group) => group.fields.map((field) => field.name)));
  const entries = Object.entries(sample.inputs);
  return {
    options: Object.fromEntries(entries.filter(([name]) => named.has(name))),
    // What is no option is a group of inputs.
    inputs: Object.fromEntries(entries.filter(([name]) => !named.has(name))) as Record<string, JsonObject>,
  };
}

export function methodOf(action: ActionModel): string {
  return methodKey(binding, connector, action.name);
}

/** The values under the keys that the compiled flow has for its fields. */
function wireOf(action: ActionModel, { options = {}, inputs = {} }: Given) {
  return {
    options: keyed(action, 'options', () => options),
    inputs: keyed(action, 'inputs', (group) => inputs[group] ?? {}),
  };
}

function keyed(
  action: ActionModel,
  side: keyof DialogModel,
  valuesOf: (group: string) => JsonObject,
): JsonObject {
  const entries: [string, Json][] = [];
  for (const group of action.dialog[side]) {
    const values = valuesOf(group.name);
    for (const field of group.fields) {
      const value = values[field.name];
      if (value !== undefined)
        entries.push([fieldKey(binding, connector, action.name, side, group.name, field), value]);
    }
  }
  return Object.fromEntries(entries);
}

function outputsOf(action: ActionModel, values: JsonObject): Record<string, JsonObject> {
  const groups = action.dialog.outputs.map((group) => {
    const fields = group.fields.map((field) => {
      const key = fieldKey(binding, connector, action.name, 'outputs', group.name, field);
      return [field.name, values[key] ?? null] as const;
    });
    return [group.name, Object.fromEntries(fields)] as const;
  });
  return Object.fromEntries(groups);
}
