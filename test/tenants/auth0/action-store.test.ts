/** Where Actions are kept: what runs is what was deployed and bound. */

import {
  addAction,
  bind,
  bindPostLogin,
  boundTo,
  buildStatus,
  changeDraft,
  createActionStore,
  deployDraft,
  removeAction,
  runningAt,
} from '../../../tenants/auth0/action-store';
import { virtualClock } from '../support';

const seed = (name: string, more = {}) => ({ name, code: `code of ${name}`, ...more });
const store = (...seeds: Parameters<typeof createActionStore>[0]) =>
  createActionStore(seeds, { clock: virtualClock() });
const running = (of: ReturnType<typeof store>) => runningAt(of, 'post-login').map(({ code }) => code);

test('a seed is deployed and bound unless it says otherwise', () => {
  const made = store(
    seed('a'),
    seed('draft', { deployed: false }),
    seed('loose', { bound: false }),
    seed('b'),
    seed('other', { trigger: 'credentials-exchange' }),
  );
  expect(running(made)).toEqual(['code of a', 'code of b']);
  expect(runningAt(made, 'credentials-exchange')).toHaveLength(1);
  expect([...made.actions.values()].map(({ deployed }) => deployed?.number)).toEqual([1, undefined, 1, 1, 1]);
});

test.each([
  ['one name twice', [seed('a'), seed('a')], /name "a"/],
  ['bound, not deployed', [seed('a', { deployed: false, bound: true })], /"a".*not deployed/],
  ['an unknown trigger', [seed('a', { trigger: 'logout' })], /"logout"/],
])('a seed that contradicts itself is refused: %s', (_, seeds, message) => {
  expect(() => store(...seeds)).toThrow(message);
});

test('a draft runs only once it is deployed, with its secrets and those of the binding', () => {
  const made = store(seed('a'));
  const [action] = made.actions.values();
  if (!action) throw new Error('no Action');
  const secret = (value: string) => ({ name: 'KEY', value, updated_at: '' });
  changeDraft(made, action, { code: 'new', secrets: [secret('1')] });
  expect(running(made)).toEqual(['code of a']);
  deployDraft(made, action);
  changeDraft(made, action, { code: 'newer', secrets: [secret('2')] });
  expect(runningAt(made, 'post-login')).toEqual([{ name: 'a', code: 'new', secrets: { KEY: '1' } }]);
  bind(made, 'post-login', [{ action, secrets: [{ name: 'KEY', value: '3' }] }]);
  expect(runningAt(made, 'post-login')[0]?.secrets).toEqual({ KEY: '3' });
});

test('binding replaces the list in order; a binding that stays keeps its id', () => {
  const made = store(seed('a'), seed('b'));
  const [a, b] = boundTo(made, 'post-login');
  if (!a || !b) throw new Error('not bound');
  const [first, second] = bind(made, 'post-login', [
    { action: b.action, display_name: 'B' },
    { action: a.action },
  ]);
  expect([first?.id, second?.id]).toEqual([b.id, a.id]);
  expect(first?.display_name).toBe('B');
  expect(running(made)).toEqual(['code of b', 'code of a']);
});

test('what is removed runs no more', () => {
  const made = store(seed('a'), seed('b'));
  const [a] = made.actions.values();
  if (a) removeAction(made, a);
  expect(running(made)).toEqual(['code of b']);
});

test('bindPostLogin changes an Action of the name and unbinds the others', () => {
  const made = store(seed('a'), seed('b'));
  bindPostLogin(made, [
    { name: 'b', code: 'other' },
    { name: 'c', code: 'c' },
  ]);
  expect(running(made)).toEqual(['other', 'c']);
  expect([...made.actions.values()].map(({ name, versions }) => [name, versions.length])).toEqual([
    ['a', 1],
    ['b', 2],
    ['c', 1],
  ]);
});

test('a draft is built when the clock has run long enough, and again after each change', async () => {
  const clock = virtualClock();
  const made = createActionStore([], { clock, buildMs: 2000 });
  const action = addAction(made, 'a', [], {});
  expect(buildStatus(made, action)).toBe('building');
  await clock.wait(2000);
  expect(buildStatus(made, action)).toBe('built');
  changeDraft(made, action, { code: 'x' });
  expect(buildStatus(made, action)).toBe('building');
});
