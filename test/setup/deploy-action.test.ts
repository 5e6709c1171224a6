/** The Action's way into a tenant: what the tenant has afterwards, whatever happens meanwhile. */

import type { Management as Api } from 'auth0';
import { type DeployOptions, deployAction } from '../../setup/deploy-action';
import type { Application } from '../../setup/management';
import { CANARY } from '../support/story';
import { ACTION, DEPLOYING, FOREIGN, type SetUpTenant, setUpTenant } from './support';

const OTHER = { ...FOREIGN, name: 'Bound meanwhile' };

let world: SetUpTenant | undefined;
afterEach(async () => {
  await world?.close();
  world = undefined;
});

async function given(...setting: Parameters<typeof setUpTenant>): Promise<SetUpTenant> {
  world = await setUpTenant(...setting);
  return world;
}

/** Time passes only by waiting. */
function run(
  { management, clock }: SetUpTenant,
  options: Partial<DeployOptions> = {},
  { action = ACTION, ...application }: Partial<Application> & { action?: typeof ACTION } = {},
) {
  const wait = (ms: number) => clock.wait(ms);
  return deployAction(management(application), action, { dryRun: false, wait, ...options });
}

async function bindingsOf({ management }: SetUpTenant): Promise<Api.ActionBinding[]> {
  const page = await management().ask(({ actions }) => actions.triggers.bindings.list('post-login'));
  if ('failure' in page) throw new Error(page.failure.problem);
  return page.value.data;
}

const namesOf = async (tenant: SetUpTenant) =>
  (await bindingsOf(tenant)).map(({ display_name }) => display_name);

it('creates, deploys and binds it, and a deactivated person is refused from then on', async () => {
  const tenant = await given();
  expect(await tenant.logIn()).toMatchObject({ status: 200 });

  const said: string[] = [];
  const result = await run(tenant, { onStep: (step) => said.push(step.do) });
  expect(result).toEqual({
    action: { id: expect.any(String), name: ACTION.name },
    steps: [
      { do: 'create', detail: `create the Action "${ACTION.name}" (node22)`, done: true },
      { do: 'deploy', detail: 'deploy it', done: true },
      { do: 'bind', detail: 'bind it to post-login, where nothing is bound yet', done: true },
    ],
    changed: true,
  });
  expect(said).toEqual(['create', 'deploy', 'bind']);
  expect(tenant.writes()).toEqual([
    'POST /api/v2/actions/actions',
    `POST /api/v2/actions/actions/${result.action.id}/deploy`,
    'PATCH /api/v2/actions/triggers/post-login/bindings',
  ]);
  expect(await tenant.logIn()).toEqual({ status: 403, description: expect.stringContaining('deactivated') });
});

it('changes nothing the second time: a token and two reads', async () => {
  const tenant = await given();
  const { action } = await run(tenant);
  tenant.exchanges.length = 0;
  expect(await run(tenant)).toEqual({ action, steps: [], changed: false });
  expect(tenant.exchanges.map(({ method, path }) => `${method} ${path.replace(/\?.*/, '')}`)).toEqual([
    'POST /oauth/token',
    'GET /api/v2/actions/actions',
    'GET /api/v2/actions/triggers/post-login/bindings',
  ]);
});

it('leaves a foreign Action bound, in place, and running', async () => {
  const tenant = await given(DEPLOYING, { actions: [FOREIGN] });
  const [before] = await bindingsOf(tenant);
  await run(tenant);
  const [first, ...others] = await bindingsOf(tenant);
  expect(first).toMatchObject({ id: before?.id, display_name: FOREIGN.name, created_at: before?.created_at });
  expect(others.map(({ display_name }) => display_name)).toEqual([ACTION.name]);
  expect(await tenant.logIn()).toMatchObject({ status: 403 });
  expect(tenant.tenant.users()[0]).toMatchObject({ user_metadata: { own: 'ran' } });
});

it('a dry run says what it would do, and writes nothing', async () => {
  const tenant = await given(['read:actions'], { actions: [FOREIGN] });
  const { steps, changed } = await run(tenant, { dryRun: true });
  expect(steps.map((step) => [step.do, step.done])).toEqual([
    ['create', false],
    ['deploy', false],
    ['bind', false],
  ]);
  expect(changed).toBe(false);
  expect(tenant.writes()).toEqual([]);
});

it.each<[string, { code: string; deployed?: boolean; bound?: boolean }, string[]]>([
  ['an older build', { code: '// older' }, ['update', 'deploy']],
  ['one that was never deployed', { code: ACTION.code, deployed: false }, ['deploy', 'bind']],
  ['one that nobody bound', { code: ACTION.code, bound: false }, ['bind']],
  [
    'an older one, neither deployed nor bound',
    { code: '// older', deployed: false },
    ['update', 'deploy', 'bind'],
  ],
])('mends %s, and only that', async (_, seed, steps) => {
  const tenant = await given(DEPLOYING, { actions: [{ name: ACTION.name, ...seed }, FOREIGN] });
  const result = await run(tenant);
  expect(result.steps.map((step) => step.do)).toEqual(steps);
  expect(result.failure).toBeUndefined();
  expect((await run(tenant)).steps).toEqual([]);
  expect(await tenant.logIn()).toMatchObject({ status: 403 });
  expect((await namesOf(tenant)).sort()).toEqual([ACTION.name, FOREIGN.name].sort());
});

it('keeps all that a trigger holds', async () => {
  const actions = Array.from({ length: 19 }, (_, index) => ({ ...FOREIGN, name: `Own ${index}` }));
  const tenant = await given(DEPLOYING, { actions });
  await run(tenant);
  expect(await namesOf(tenant)).toEqual([...actions.map(({ name }) => name), ACTION.name]);
});

it('reads every page of the bindings before it plans', async () => {
  // More than Auth0 allows, so that there are two pages.
  const actions = Array.from({ length: 25 }, (_, index) => ({ ...FOREIGN, name: `Own ${index}` }));
  const tenant = await given(DEPLOYING, { actions });
  const { failure } = await run(tenant);
  expect(failure?.problem).toMatch(/^25 Actions are bound/);
  expect(tenant.writes()).toEqual([]);
});

it('waits until Auth0 has built it', async () => {
  const tenant = await given(DEPLOYING, { buildMs: 5000 });
  const waited: number[] = [];
  const wait = (ms: number) => {
    waited.push(ms);
    return tenant.clock.wait(ms);
  };
  expect(await run(tenant, { wait })).toMatchObject({ changed: true });
  expect(waited.reduce((sum, ms) => sum + ms, 0)).toBe(5000);
});

it('gives up on one that is never built, says so, and how far it came', async () => {
  const tenant = await given(DEPLOYING, { buildMs: 3_600_000 });
  const { failure, steps, changed } = await run(tenant);
  expect(failure?.problem).toBe(
    `Auth0 has not deployed the Action "${ACTION.name}" within 60 seconds (status building).`,
  );
  expect(steps.map(({ done }) => done)).toEqual([true, false, false]);
  expect(changed).toBe(true);
});

it.each([
  ['no JSON', '<html>'],
  ['no list', '{}'],
  ['less than there is', '{"bindings":[],"total":1,"page":0,"per_page":20}'],
])('an answer with %s is not taken for an empty list: nothing is replaced', async (_, body) => {
  const path = '/api/v2/actions/triggers/*';
  const tenant = await given(DEPLOYING, {
    actions: [FOREIGN],
    // The list that is planned with is whole; the one read right before writing is not.
    faults: [{ tenant: 'auth0', method: 'GET', path, after: 1, body }],
  });
  const { failure, steps } = await run(tenant);
  expect(failure).toBeDefined();
  expect(steps.at(-1)).toMatchObject({ do: 'bind', done: false });
  expect(tenant.writes()).not.toContain('PATCH /api/v2/actions/triggers/post-login/bindings');
  expect(await namesOf(tenant)).toEqual([FOREIGN.name]);
});

describe('somebody else is at the bindings too', () => {
  const isBindings = (path: string) => path.startsWith('/api/v2/actions/triggers/post-login/bindings');

  it('what they bound before we write stays bound', async () => {
    let late = true;
    const tenant = await given(DEPLOYING, {
      actions: [FOREIGN],
      meanwhile({ path, method }, auth0) {
        if (!late || !path.endsWith('/deploy') || method !== 'POST') return;
        late = false;
        auth0.bindPostLogin([FOREIGN, OTHER]);
      },
    });
    expect(await run(tenant)).toMatchObject({ changed: true });
    expect(await namesOf(tenant)).toEqual([FOREIGN.name, OTHER.name, ACTION.name]);
  });

  it('that they overwrote ours is noticed, and running again mends it', async () => {
    let late = true;
    const tenant = await given(DEPLOYING, {
      actions: [FOREIGN],
      meanwhile({ path, method }, auth0) {
        if (!late || !isBindings(path) || method !== 'PATCH') return;
        late = false;
        auth0.bindPostLogin([FOREIGN]);
      },
    });
    const { failure, steps } = await run(tenant);
    expect(failure?.problem).toBe(
      `Somebody changed the bindings of post-login at the same time: "${ACTION.name}" is not bound now.`,
    );
    expect(steps.at(-1)).toMatchObject({ do: 'bind', done: false });
    expect((await run(tenant)).steps.map((step) => step.do)).toEqual(['bind']);
    expect(await namesOf(tenant)).toEqual([FOREIGN.name, ACTION.name]);
  });
});

it.each<[string, string[], string]>([
  ['to read', ['create:actions', 'update:actions'], 'read:actions'],
  ['to bind', ['read:actions', 'create:actions'], 'update:actions'],
  ['to write at all', ['read:actions'], 'create:actions and update:actions'],
])('without the scope %s nothing is begun, and it is named', async (_, scopes, missing) => {
  const tenant = await given(scopes);
  const { failure, changed } = await run(tenant);
  expect(failure?.problem).toBe(`The application lacks ${missing}; nothing was changed.`);
  expect(failure?.hint).toContain('Permissions');
  expect(changed).toBe(false);
  expect(tenant.writes()).toEqual([]);
});

it('refuses a wrong secret, and repeats neither', async () => {
  const tenant = await given();
  const result = await run(tenant, {}, { clientSecret: `${CANARY}-not` });
  expect(result.failure).toMatchObject({ status: 401, hint: expect.stringContaining('AUTH0_CLIENT_SECRET') });
  expect(JSON.stringify(result)).not.toContain(CANARY);
});
