/** Brings our post-login Action into a tenant: created or updated, deployed, and bound behind what is bound there. */

import type { Management as Api } from 'auth0';
import { type Current, plan, type Step, scopesOf } from './deploy-plan';
import { type Failure, GRANTS } from './failures';
import type { Answer, Management } from './management';
import {
  actionsNamed,
  isBound,
  isDeployed,
  RUNTIME,
  readBindings,
  TRIGGER,
  type WantedAction,
} from './post-login';

/** What was done. With a failure, the steps say how far it came; running again goes on from there. */
export interface Deployment {
  action: { id: string | null; name: string };
  steps: (Step & { done: boolean })[];
  changed: boolean;
  failure?: Failure;
}

export interface DeployOptions {
  /** Only reads; the steps are what would be done. */
  dryRun: boolean;
  /** Lets milliseconds pass between two looks at whether Auth0 has built the Action. */
  wait(ms: number): Promise<void>;
  /** Told of each step when it is done. */
  onStep?(step: Step): void;
}

/** Reads, plans, and carries out. Sends nothing that writes where nothing is to be done, or where a scope is missing. */
export async function deployAction(
  management: Management,
  wanted: WantedAction,
  options: DeployOptions,
): Promise<Deployment> {
  const none = { action: { id: null, name: wanted.name }, steps: [], changed: false };
  const lacking = await lackingScopes(management, ['read:actions']);
  if (lacking !== undefined) return { ...none, failure: lacking };
  const current = await readCurrent(management, wanted);
  if ('failure' in current) return { ...none, ...current };
  const planned = plan(current.value, wanted);
  if ('problem' in planned) return { ...none, failure: planned };
  const { id, steps } = planned;
  const report: Deployment = {
    action: { id, name: wanted.name },
    steps: steps.map((step) => ({ ...step, done: false })),
    changed: false,
  };
  if (options.dryRun || steps.length === 0) return report;
  // All of it is allowed, or none of it is begun.
  const forbidden = await lackingScopes(management, scopesOf(steps));
  if (forbidden !== undefined) return { ...report, failure: forbidden };
  return carryOut(management, wanted, report, options);
}

/** A failure that names each scope which the token lacks; also why there is no token. */
async function lackingScopes(
  management: Management,
  needed: readonly string[],
): Promise<Failure | undefined> {
  const scopes = await management.scopes();
  if ('failure' in scopes) return scopes.failure;
  const { value: granted } = scopes;
  // Where the answer does not name them, Auth0 will say what is missing.
  const missing = granted === null ? [] : needed.filter((scope) => !granted.includes(scope));
  if (missing.length === 0) return undefined;
  return {
    problem: `The application lacks ${missing.join(' and ')}; nothing was changed.`,
    hint: `Grant ${missing.length === 1 ? 'it' : 'them'}: ${GRANTS} › the application › Permissions.`,
  };
}

async function readCurrent(management: Management, wanted: WantedAction): Promise<Answer<Current>> {
  const actions = await actionsNamed(management, wanted.name);
  if ('failure' in actions) return actions;
  const bindings = await readBindings(management);
  if ('failure' in bindings) return bindings;
  return { value: { actions: actions.value, bindings: bindings.value } };
}

async function carryOut(
  management: Management,
  wanted: WantedAction,
  planned: Deployment,
  options: DeployOptions,
): Promise<Deployment> {
  const report = { ...planned, steps: [...planned.steps] };
  for (const [index, step] of planned.steps.entries()) {
    const done = await carryOutStep(step, management, wanted, report.action.id, options);
    if ('failure' in done) return { ...report, ...done };
    report.action = { ...report.action, id: done.value };
    report.steps[index] = { ...step, done: true };
    report.changed = true;
    options.onStep?.(step);
  }
  return report;
}

/** Gives the id of the Action. */
async function carryOutStep(
  step: Step,
  management: Management,
  { name, code }: WantedAction,
  id: string | null,
  { wait }: DeployOptions,
): Promise<Answer<string>> {
  const content = { code, runtime: RUNTIME, dependencies: [], supported_triggers: [TRIGGER] };
  if (step.do === 'create') {
    return idOf(await management.ask(({ actions }) => actions.create({ name, ...content })));
  }
  if (id === null) throw new Error(`The step "${step.do}" comes before the Action is there.`);
  if (step.do === 'update') {
    return idOf(await management.ask(({ actions }) => actions.update(id, content)));
  }
  if (step.do === 'deploy') {
    return deploy(management, { name, code }, id, wait);
  }
  const bound = await bindBehind(management, id, name);
  return 'failure' in bound ? bound : { value: id };
}

function idOf(answer: Answer<Api.Action>): Answer<string> {
  if ('failure' in answer) return answer;
  const { id } = answer.value;
  if (id !== undefined) return { value: id };
  return {
    failure: { problem: 'Auth0’s answer has no Action id.', hint: 'Run the command again; it goes on.' },
  };
}

/** Milliseconds between two looks, and how many: Auth0 builds within seconds; after a minute something is wrong. */
const PAUSE = 1000;
const LOOKS = 60;

/** Auth0 builds a draft before it can be deployed, and again what is deployed: both are waited for. */
async function deploy(
  management: Management,
  wanted: WantedAction,
  id: string,
  wait: DeployOptions['wait'],
): Promise<Answer<string>> {
  const built = await until(management, wanted.name, id, wait, ({ status }) => status === 'built');
  if ('failure' in built) return built;
  const version = await management.ask(({ actions }) => actions.deploy(id));
  if ('failure' in version) return version;
  return until(
    management,
    wanted.name,
    id,
    wait,
    (action) => action.status === 'built' && isDeployed(action, wanted),
  );
}

async function until(
  management: Management,
  name: string,
  id: string,
  wait: DeployOptions['wait'],
  ready: (action: Api.Action) => boolean,
): Promise<Answer<string>> {
  let status = 'unknown';
  for (let look = 0; look < LOOKS; look++) {
    if (look > 0) await wait(PAUSE);
    const answer = await management.ask(({ actions }) => actions.get(id));
    if ('failure' in answer) return answer;
    if (ready(answer.value)) return { value: id };
    status = answer.value.status ?? status;
    if (status === 'failed') break;
  }
  return {
    failure: {
      problem:
        status === 'failed'
          ? `Auth0 could not build the Action "${name}".`
          : `Auth0 has not deployed the Action "${name}" within ${(PAUSE * LOOKS) / 1000} seconds (status ${status}).`,
      hint: 'Look at it in Actions › Library, and run the command again.',
    },
  };
}

/**
 * Appends the Action to what is bound. The request replaces the whole list, and Auth0 offers nothing to make it depend
 * on the list being the one that was read: so it is read right before, every binding kept by its own id, and read again
 * after. Whoever changes the bindings within those milliseconds may still be overwritten; who overwrites us is noticed. UNDOCUMENTED whether a binding that is named by
 * its id keeps secrets of its own; assumed: it does, as no answer shows them to send again.
 */
async function bindBehind(management: Management, id: string, name: string): Promise<Answer<undefined>> {
  const before = await readBindings(management);
  if ('failure' in before) return before;
  // Somebody else has bound it meanwhile; once is enough.
  if (isBound(before.value, id)) return { value: undefined };
  const kept = before.value.map(({ id, display_name }) => ({
    ref: { type: 'binding_id' as const, value: id },
    ...(display_name !== undefined && { display_name }),
  }));
  const own = { ref: { type: 'action_id' as const, value: id }, display_name: name };
  const written = await management.ask(({ actions }) =>
    actions.triggers.bindings.updateMany(TRIGGER.id, { bindings: [...kept, own] }),
  );
  if ('failure' in written) return written;
  const after = await readBindings(management);
  if ('failure' in after) return after;
  const lost = before.value.filter(({ action }) => !isBound(after.value, action?.id));
  if (lost.length === 0 && isBound(after.value, id)) return { value: undefined };
  const what = isBound(after.value, id) ? lost.map(nameOf).join(', ') : `"${name}"`;
  return {
    failure: {
      problem: `Somebody changed the bindings of ${TRIGGER.id} at the same time: ${what} is not bound now.`,
      hint: 'Look at Actions › Triggers › post-login, and run the command again.',
    },
  };
}

function nameOf({ display_name, action, id }: Api.ActionBinding): string {
  return `"${display_name ?? action?.name ?? id}"`;
}
