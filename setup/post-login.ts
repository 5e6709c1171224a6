/** The post-login Action as a tenant has it: found by its name, compared with ours, and where it is bound. */

import type { Management as Api, ManagementClient } from 'auth0';
import { postLoginAction } from '../action/about';
import type { Failure } from './failures';
import type { Answer, Management } from './management';

/** The Action that a tenant should have. */
export interface WantedAction {
  name: string;
  /** CommonJS text, as `action/build.ts` makes it. */
  code: string;
}

/** What an Action must say beside its code; it needs no package and no secret. */
export const { runtime: RUNTIME, trigger: TRIGGER } = postLoginAction;

/** The API's own default, so that no page is shorter than what was asked for but the last. */
const PER_PAGE = 20;

/** Every Action of exactly this name. UNDOCUMENTED whether the filter compares parts of names: so it is done again. */
export async function actionsNamed(management: Management, name: string): Promise<Answer<Api.Action[]>> {
  const all = await everyPage(management, async ({ actions }, page) => {
    const { response } = await actions.list({ actionName: name, page, per_page: PER_PAGE });
    return { items: response.actions, total: response.total };
  });
  return 'failure' in all ? all : { value: all.value.filter((each) => each.name === name) };
}

/** What is bound to post-login, in the order in which it runs. */
export function readBindings(management: Management): Promise<Answer<Api.ActionBinding[]>> {
  return everyPage(management, async ({ actions }, page) => {
    const { response } = await actions.triggers.bindings.list(TRIGGER.id, { page, per_page: PER_PAGE });
    return { items: response.bindings, total: response.total };
  });
}

/**
 * All of a list, or a failure: never a part, since the bindings are replaced by what was read. The client's own way
 * through the pages takes an answer without the list for an empty one.
 */
async function everyPage<T>(
  management: Management,
  read: (
    client: ManagementClient,
    page: number,
  ) => Promise<{ items: T[] | undefined; total: number | undefined }>,
): Promise<Answer<T[]>> {
  const all: T[] = [];
  for (let page = 0; ; page++) {
    const answer = await management.ask((client) => read(client, page));
    if ('failure' in answer) return answer;
    const { items, total } = answer.value;
    if (!Array.isArray(items))
      return { failure: unread('Auth0’s answer lacks the list that was asked for.') };
    all.push(...items);
    if (items.length === PER_PAGE) continue;
    if (total === undefined || total === all.length) return { value: all };
    return { failure: unread(`Auth0 gives ${all.length} of ${total} entries; the list changed meanwhile.`) };
  }
}

function unread(problem: string): Failure {
  return { problem, hint: 'Run the command again; nothing was changed by this.' };
}

export function isOnPostLogin(action: Api.Action): boolean {
  return action.supported_triggers?.some(({ id }) => id === TRIGGER.id) === true;
}

/** Where the draft of an Action is not what we want, in the dashboard's words; none: it is the same. */
export function draftDifferences(action: Api.Action, { code }: WantedAction): string[] {
  return [
    ...(sameCode(action.code, code) ? [] : ['code']),
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
  return (
    version !== undefined && action.all_changes_deployed === true && sameCode(version.code ?? code, code)
  );
}

/** An editor may have changed the line ends or the last one, which no run would ever settle. */
function sameCode(one: string | undefined, other: string): boolean {
  const plain = (text: string) => text.replaceAll('\r\n', '\n').trimEnd();
  return one !== undefined && plain(one) === plain(other);
}

export function isBound(bindings: readonly Api.ActionBinding[], actionId: string | undefined): boolean {
  return actionId !== undefined && bindings.some(({ action }) => action?.id === actionId);
}
