/** The post-login Action as a tenant has it: found by its name, compared with ours, and where it is bound. */

import type { Management as Api } from 'auth0';
import type { Answer, Management } from './management';

/** The Action that a tenant should have. */
export interface WantedAction {
  name: string;
  /** CommonJS text, as `action/build.ts` makes it. */
  code: string;
}

/** What an Action must say beside its code (docs/auth0-okta.md §C); it needs no package and no secret. */
export const RUNTIME = 'node22';
export const TRIGGER = { id: 'post-login', version: 'v3' } as const;

/** The API's own default: the client takes a shorter page for the last one, so it must not ask for more than it gets. */
const PER_PAGE = 20;

/** Every Action of exactly this name. UNDOCUMENTED whether the filter compares parts of names: so it is done again. */
export function actionsNamed(management: Management, name: string): Promise<Answer<Api.Action[]>> {
  return management.ask(async ({ actions }) => {
    const page = await actions.list({ actionName: name, per_page: PER_PAGE });
    const all: Api.Action[] = [];
    for await (const each of page) if (each.name === name) all.push(each);
    return all;
  });
}

/** What is bound to post-login, in the order in which it runs; every page of it. */
export function readBindings(management: Management): Promise<Answer<Api.ActionBinding[]>> {
  return management.ask(async ({ actions }) => {
    const page = await actions.triggers.bindings.list(TRIGGER.id, { per_page: PER_PAGE });
    const all: Api.ActionBinding[] = [];
    for await (const each of page) all.push(each);
    return all;
  });
}

export function isOnPostLogin(action: Api.Action): boolean {
  return action.supported_triggers?.some(({ id }) => id === TRIGGER.id) === true;
}

/** Where the draft of an Action is not what we want, in the dashboard's words; none: it is the same. */
export function draftDifferences(action: Api.Action, { code }: WantedAction): string[] {
  return [
    ...(action.code === code ? [] : ['code']),
    ...(action.runtime === RUNTIME ? [] : [`runtime (${action.runtime ?? 'none'}, wanted: ${RUNTIME})`]),
    ...(action.supported_triggers?.some(({ id, version }) => id === TRIGGER.id && version === TRIGGER.version)
      ? []
      : [`version of the trigger (wanted: ${TRIGGER.version})`]),
    ...(action.dependencies?.length ? ['dependencies (wanted: none)'] : []),
  ];
}

/** Whether what runs is the draft, and the draft's code is this. */
export function isDeployed(action: Api.Action, { code }: WantedAction): boolean {
  const { deployed_version: version } = action;
  return version !== undefined && action.all_changes_deployed === true && (version.code ?? code) === code;
}

export function isBound(bindings: readonly Api.ActionBinding[], actionId: string | undefined): boolean {
  return actionId !== undefined && bindings.some(({ action }) => action?.id === actionId);
}
