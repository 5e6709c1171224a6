/** What has to be done so that a tenant has our post-login Action: planned as data, before anything is sent. */

import type { Management as Api } from 'auth0';
import type { Failure } from './failures';
import {
  draftDifferences,
  isBound,
  isDeployed,
  isOnPostLogin,
  RUNTIME,
  TRIGGER,
  type WantedAction,
} from './post-login';

/** What a tenant has: the Actions of the wanted name, and what is bound to post-login. */
export interface Current {
  actions: readonly Api.Action[];
  bindings: readonly Api.ActionBinding[];
}

/** One writing request, or two for `deploy` where Auth0 has to build first. */
export interface Step {
  do: 'create' | 'update' | 'deploy' | 'bind';
  /** For people: what it does to what. */
  detail: string;
}

export interface Plan {
  /** The Action that is there; null: it has yet to be created. */
  id: string | null;
  steps: Step[];
}

/** What is to be done so that a tenant has the wanted Action, deployed and bound; or why that cannot be. Pure. */
export function plan({ actions, bindings }: Current, wanted: WantedAction): Plan | Failure {
  const { name } = wanted;
  const own = actions.filter(isOnPostLogin);
  const [action, second] = own;
  const bind: Step = {
    do: 'bind',
    detail: `bind it to ${TRIGGER.id}, ${placeBehind(bindings.length)}`,
  };
  const deploy: Step = { do: 'deploy', detail: 'deploy it' };
  if (bindings.length >= MOST_BOUND && !isBound(bindings, action?.id)) {
    return {
      problem: `${bindings.length} Actions are bound to ${TRIGGER.id} already, which is all that Auth0 allows.`,
      hint: 'Unbind one that nobody needs (Actions › Triggers › post-login), and run the command again.',
    };
  }
  if (second !== undefined) {
    return {
      problem: `The tenant has ${own.length} Actions "${name}" on ${TRIGGER.id}.`,
      hint: 'Rename or delete those that are not ours, or give ours another name with --name.',
    };
  }
  const stranger = actions.find((each) => !isOnPostLogin(each));
  if (action === undefined && stranger !== undefined) {
    const on = stranger.supported_triggers?.map(({ id }) => id).join(', ') || 'another trigger';
    return {
      problem: `The tenant has an Action "${name}" already, on ${on}; an Action stays on its trigger.`,
      hint: 'Give ours another name with --name, or delete that one if nobody needs it.',
    };
  }
  if (action === undefined) {
    return {
      id: null,
      steps: [{ do: 'create', detail: `create the Action "${name}" (${RUNTIME})` }, deploy, bind],
    };
  }
  const differences = draftDifferences(action, wanted);
  const steps: Step[] = [];
  if (differences.length > 0) steps.push({ do: 'update', detail: `replace its ${differences.join(', ')}` });
  if (differences.length > 0 || !isDeployed(action, wanted)) steps.push(deploy);
  if (!isBound(bindings, action.id)) steps.push(bind);
  return { id: action.id ?? null, steps };
}

/** How many Actions a trigger takes (docs/auth0-okta.md §C, limits). */
const MOST_BOUND = 20;

function placeBehind(others: number): string {
  if (others === 0) return 'where nothing is bound yet';
  return others === 1 ? 'behind the one that is bound' : `behind the ${others} that are bound`;
}

/** The scopes that each step's requests need (the API's own description). */
const STEP_SCOPES: Record<Step['do'], string> = {
  create: 'create:actions',
  update: 'update:actions',
  deploy: 'create:actions',
  bind: 'update:actions',
};

/** What the token must be allowed, so that none of the steps is begun in vain. */
export function scopesOf(steps: readonly Step[]): string[] {
  return [...new Set(steps.map((step) => STEP_SCOPES[step.do]))].sort();
}
