/** The Actions API: Actions, their deployment and their versions. */

import type { TenantAnswer, TenantRequest } from '../routes';
import { readAction } from './action-body';
import {
  type ActionStore,
  addAction,
  buildStatus,
  changeDraft,
  deployDraft,
  isBound,
  removeAction,
  type StoredAction,
} from './action-store';
import { showAction, showVersionWithAction } from './action-view';
import { checkBody } from './body-rules';
import { apiError } from './errors';
import type { ApiRoute } from './guard';
import { NUMBERED_RULES, numberedPage } from './paging';
import { checkQuery } from './query';

/** The scopes are those of Auth0's own API description; of the module routes there is only the empty list. */
export function actionRoutes(store: ActionStore): ApiRoute[] {
  const ofAction = (
    method: string,
    below: string,
    scope: string,
    handle: (action: StoredAction, request: TenantRequest) => TenantAnswer,
  ): ApiRoute => ({
    method,
    path: `/actions/actions/{id}${below}`,
    scopes: [scope],
    handle(request) {
      const action = store.actions.get(request.params.id ?? '');
      return action ? handle(action, request) : noSuchAction;
    },
  });
  return [
    {
      method: 'GET',
      path: '/actions/actions',
      scopes: ['read:actions'],
      handle: (request) => listActions(store, request),
    },
    {
      method: 'POST',
      path: '/actions/actions',
      scopes: ['create:actions'],
      handle: (request) => createAction(store, request),
    },
    ofAction('GET', '', 'read:actions', (action) => ({ status: 200, body: showAction(store, action) })),
    ofAction('PATCH', '', 'update:actions', (action, request) => updateAction(store, action, request)),
    ofAction('DELETE', '', 'delete:actions', (action, request) => deleteAction(store, action, request)),
    ofAction('POST', '/deploy', 'create:actions', (action) => deploy(store, action)),
    ofAction('GET', '/versions', 'read:actions', (action, request) => listVersions(store, action, request)),
    ofAction('GET', '/versions/{version}', 'read:actions', (action, { params }) => {
      const version = action.versions.find((one) => one.id === params.version);
      return version ? { status: 200, body: showVersionWithAction(store, action, version) } : noSuchVersion;
    }),
    ofAction('POST', '/versions/{version}/deploy', 'create:actions', (action, request) =>
      deployVersion(store, action, request),
    ),
    {
      method: 'GET',
      path: '/actions/modules',
      scopes: ['read:actions'],
      handle: (request) =>
        checkQuery(request, NUMBERED_RULES) ?? numberedPage([], (none) => none, 'modules', request),
    },
  ];
}

const noSuchAction = apiError(404, 'That action does not exist.');
const noSuchVersion = apiError(404, 'That action version does not exist.');

function listActions(store: ActionStore, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, {
    ...NUMBERED_RULES,
    triggerId: { type: 'string' },
    actionName: { type: 'string' },
    deployed: { type: 'boolean' },
    installed: { type: 'boolean' },
  });
  if (complaint) return complaint;
  const { triggerId, actionName, deployed, installed } = request.query;
  const found = [...store.actions.values()].filter(
    (action) =>
      (triggerId === undefined || action.supported_triggers.some(({ id }) => id === triggerId)) &&
      (actionName === undefined || action.name === actionName) &&
      (deployed === undefined || (action.deployed !== undefined) === (deployed === 'true')) &&
      // None of these Actions comes from the marketplace.
      installed !== 'true',
  );
  return numberedPage(found, (action) => showAction(store, action), 'actions', request);
}

function createAction(store: ActionStore, request: TenantRequest): TenantAnswer {
  const read = readAction(store, request);
  if ('refused' in read) return read.refused;
  const { name = '', supported_triggers = [], deploy: atOnce, ...content } = read.given;
  const action = addAction(store, name, supported_triggers, content);
  if (atOnce) deployDraft(store, action);
  return { status: 201, body: showAction(store, action, true) };
}

function updateAction(store: ActionStore, action: StoredAction, request: TenantRequest): TenantAnswer {
  const read = readAction(store, request, action);
  if ('refused' in read) return read.refused;
  changeDraft(store, action, read.given);
  return { status: 200, body: showAction(store, action, true) };
}

/** `force` also detaches it from its triggers. */
function deleteAction(store: ActionStore, action: StoredAction, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, { force: { type: 'boolean' } });
  if (complaint) return complaint;
  if (request.query.force !== 'true' && isBound(store, action)) {
    // auth0/terraform-provider-auth0 #1550; the API description forgets the status.
    return apiError(409, 'Unable to delete an action bound to a trigger.');
  }
  removeAction(store, action);
  return { status: 204 };
}

/** Answers the version as it is before it runs, `deployed` false, as recorded; here it runs by then. */
function deploy(store: ActionStore, action: StoredAction): TenantAnswer {
  if (buildStatus(store, action) !== 'built') {
    // auth0/auth0-deploy-cli #395.
    return apiError(400, "A draft must be in the 'built' state before it can be deployed.");
  }
  const version = deployDraft(store, action);
  return { status: 202, body: { ...showVersionWithAction(store, action, version), deployed: false } };
}

/** Rolls back: a new version with an older one's content, which `update_draft` also brings back into the draft. */
function deployVersion(store: ActionStore, action: StoredAction, request: TenantRequest): TenantAnswer {
  const checked = checkBody(request.body, { update_draft: { type: 'boolean' } });
  if ('refused' in checked) return checked.refused;
  const old = action.versions.find((one) => one.id === request.params.version);
  if (!old) return noSuchVersion;
  const version = deployDraft(store, action, old);
  if (checked.fields.update_draft === true) {
    const { code, dependencies, runtime, secrets, modules } = structuredClone(old);
    changeDraft(store, action, { code, dependencies, runtime, secrets, modules });
  }
  return { status: 202, body: { ...showVersionWithAction(store, action, version), deployed: false } };
}

function listVersions(store: ActionStore, action: StoredAction, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, NUMBERED_RULES);
  if (complaint) return complaint;
  const newestFirst = [...action.versions].reverse();
  const show = (version: (typeof newestFirst)[number]) => showVersionWithAction(store, action, version);
  return numberedPage(newestFirst, show, 'versions', request);
}
