/** The triggers, and the Actions bound to each, in the order in which they run. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { type ActionStore, type Binding, bind, boundTo, findByName } from './action-store';
import { showBinding } from './action-view';
import { checkBody, isObject } from './body-rules';
import { apiError, invalidBody, invalidQuery } from './errors';
import type { ApiRoute } from './guard';
import { NUMBERED_RULES, numberedPage } from './paging';
import { checkQuery } from './query';
import { POST_LOGIN, RUNTIME, TRIGGERS } from './triggers';

/** How many Actions a trigger takes (Auth0, "Actions limitations"). */
const MOST = 20;

export function triggerRoutes(store: ActionStore): ApiRoute[] {
  const ofTrigger = (
    method: string,
    scope: string,
    handle: (trigger: string, request: TenantRequest) => TenantAnswer,
  ): ApiRoute => ({
    method,
    path: '/actions/triggers/{triggerId}/bindings',
    scopes: [scope],
    handle(request) {
      const { triggerId = '' } = request.params;
      return Object.hasOwn(TRIGGERS, triggerId)
        ? handle(triggerId, request)
        : invalidQuery(`No enum match for: ${triggerId}`, 'triggerId');
    },
  });
  return [
    {
      method: 'GET',
      path: '/actions/triggers',
      scopes: ['read:actions'],
      handle: () => ({ status: 200, body: { triggers: Object.entries(TRIGGERS).map(showTrigger) } }),
    },
    ofTrigger('GET', 'read:actions', (trigger, request) => {
      const complaint = checkQuery(request, NUMBERED_RULES);
      if (complaint) return complaint;
      const show = (binding: Binding) => showBinding(store, trigger, binding);
      return numberedPage(boundTo(store, trigger), show, 'bindings', request);
    }),
    ofTrigger('PATCH', 'update:actions', (trigger, request) => replaceBindings(store, trigger, request)),
  ];
}

/** The whole list or nothing: the first binding that cannot be made leaves all as it was. */
function replaceBindings(store: ActionStore, trigger: string, request: TenantRequest): TenantAnswer {
  const checked = checkBody(request.body, {
    bindings: {
      type: 'objects',
      empty: true,
      maximum: MOST,
      members: {
        ref: { type: 'object', required: true },
        display_name: { type: 'string' },
        secrets: { type: 'objects', empty: true },
      },
    },
  });
  if ('refused' in checked) return checked.refused;
  const { bindings } = checked.fields;
  // UNDOCUMENTED what a body without the list means; refused, because it might mean none.
  if (!Array.isArray(bindings)) return invalidBody('Missing required property: bindings');
  const wanted: Parameters<typeof bind>[2][number][] = [];
  for (const given of bindings.filter(isObject)) {
    const found = findAction(store, trigger, isObject(given.ref) ? given.ref : {});
    if ('refused' in found) return found.refused;
    const { display_name } = given;
    wanted.push({
      action: found.action,
      ...(typeof display_name === 'string' && { display_name }),
      secrets: readSecrets(given.secrets),
    });
  }
  const bound = bind(store, trigger, wanted);
  return { status: 200, body: { bindings: bound.map((one) => showBinding(store, trigger, one)) } };
}

function findAction(
  store: ActionStore,
  trigger: string,
  { type = 'action_name', value }: JsonObject,
): Pick<Binding, 'action'> | { refused: TenantAnswer } {
  const name = String(value);
  const found = {
    action_name: () => findByName(store, name),
    action_id: () => store.actions.get(name),
    binding_id: () => boundTo(store, trigger).find(({ id }) => id === name)?.action,
  }[String(type)];
  if (!found) return { refused: invalidBody(`No enum match for: ${String(type)}`, 'bindings[0].ref.type') };
  const action = found();
  if (!action) return refuse(`The action referenced by ${String(type)} "${name}" does not exist.`);
  if (!action.supported_triggers.some(({ id }) => id === trigger)) {
    return refuse(`The action "${action.name}" does not support the trigger ${trigger}.`);
  }
  // auth0/auth0-deploy-cli #385.
  if (!action.deployed) {
    return refuse('Trying to create a binding for an action that has not been deployed yet');
  }
  return { action };
}

/** UNDOCUMENTED the words, but for the last. */
function refuse(message: string): { refused: TenantAnswer } {
  return { refused: apiError(400, message) };
}

function readSecrets(given: unknown): Binding['secrets'] {
  const list = Array.isArray(given) ? given.filter(isObject) : [];
  return list.map(({ name, value }) => ({ name: String(name), value: String(value ?? '') }));
}

function showTrigger([id, version]: [string, string]): JsonObject {
  return {
    id,
    version,
    status: 'CURRENT',
    runtimes: ['node18', RUNTIME],
    default_runtime: RUNTIME,
    compatible_triggers: id === POST_LOGIN ? [{ id, version: 'v2' }] : [],
  };
}
