/** What has to be done in a tenant, by what it has. */

import type { Management as Api } from 'auth0';
import { plan, scopesOf } from '../../setup/deploy-plan';
import { ACTION } from './support';

const trigger = (id: string) => [{ id: id as Api.ActionTriggerTypeEnum, version: 'v3' }];
const there: Api.Action = {
  id: 'a1',
  name: ACTION.name,
  code: ACTION.code,
  runtime: 'node22',
  supported_triggers: trigger('post-login'),
  all_changes_deployed: true,
  deployed_version: { code: ACTION.code },
};
const bound: Api.ActionBinding[] = [{ id: 'b1', action: there }];
const stepsOf = (change: Partial<Api.Action>) => {
  const planned = plan({ actions: [{ ...there, ...change }], bindings: bound }, ACTION);
  return 'steps' in planned ? planned.steps.map(({ detail }) => detail) : planned.problem;
};

it.each<[string, Partial<Api.Action>, string[]]>([
  ['all is well', {}, []],
  ['another runtime', { runtime: 'node18' }, ['replace its runtime (node18, wanted: node22)', 'deploy it']],
  [
    'an older version of the trigger',
    { supported_triggers: [{ id: 'post-login', version: 'v2' }] },
    ['replace its version of the trigger (wanted: v3)', 'deploy it'],
  ],
  [
    'a package that it does not need',
    { dependencies: [{ name: 'axios', version: '1.0.0' }] },
    ['replace its dependencies (wanted: none)', 'deploy it'],
  ],
  ['line ends of the editor’s', { code: ACTION.code.trimEnd().replaceAll('\n', '\r\n') }, []],
  ['changes that are not deployed', { all_changes_deployed: false }, ['deploy it']],
  ['another code that runs', { deployed_version: { code: '// older' } }, ['deploy it']],
])('%s', (_, change, steps) => {
  expect(stepsOf(change)).toEqual(steps);
});

it.each<[string, Parameters<typeof plan>[0], RegExp]>([
  [
    'an Action of the name on another trigger',
    { actions: [{ ...there, supported_triggers: trigger('pre-user-registration') }], bindings: [] },
    /has an Action ".*" already, on pre-user-registration/,
  ],
  ['two Actions of the name', { actions: [there, { ...there, id: 'a2' }], bindings: [] }, /has 2 Actions/],
  [
    'a trigger that is full',
    { actions: [], bindings: Array.from({ length: 20 }, (_, index) => ({ id: `b${index}` })) },
    /all that Auth0 allows/,
  ],
])('refuses %s, with the repair', (_, current, problem) => {
  expect(plan(current, ACTION)).toEqual({
    problem: expect.stringMatching(problem),
    hint: expect.any(String),
  });
});

it('each scope that the steps need is named once', () => {
  const planned = plan({ actions: [], bindings: [] }, ACTION);
  expect('steps' in planned && scopesOf(planned.steps)).toEqual(['create:actions', 'update:actions']);
});
