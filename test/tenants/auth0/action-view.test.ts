/** How Actions are shown: never a secret's value, and honest about what is not deployed. */

import {
  addAction,
  bind,
  changeDraft,
  createActionStore,
  deployDraft,
} from '../../../tenants/auth0/action-store';
import { showAction, showBinding, showVersionWithAction } from '../../../tenants/auth0/action-view';
import { virtualClock } from '../support';

const CANARY = 'canary-of-an-action';

function make() {
  const store = createActionStore([], { clock: virtualClock() });
  const secrets = [{ name: 'KEY', value: CANARY, updated_at: '2026-01-01T00:00:00.000Z' }];
  const action = addAction(store, 'a', [{ id: 'post-login', version: 'v3' }], { code: 'one', secrets });
  const version = deployDraft(store, action);
  const [binding] = bind(store, 'post-login', [{ action, secrets: [{ name: 'KEY', value: CANARY }] }]);
  if (!binding) throw new Error('not bound');
  return { store, action, version, binding };
}

test('no view has the value of a secret', () => {
  const { store, action, version, binding } = make();
  const views = [
    showAction(store, action),
    showVersionWithAction(store, action, version),
    showBinding(store, 'post-login', binding),
  ];
  expect(JSON.stringify(views)).not.toContain(CANARY);
  expect(views[0]?.secrets).toEqual([{ name: 'KEY', updated_at: '2026-01-01T00:00:00.000Z' }]);
});

test('a changed draft is told from what is deployed', () => {
  const { store, action } = make();
  expect(showAction(store, action)).toMatchObject({ all_changes_deployed: true, status: 'built' });
  changeDraft(store, action, { code: 'two' });
  expect(showAction(store, action)).toMatchObject({
    code: 'two',
    all_changes_deployed: false,
    deployed_version: { code: 'one', number: 1, deployed: true },
  });
  expect(showAction(store, action, true)).toMatchObject({ status: 'pending' });
});

test('an older version is not the deployed one', () => {
  const { store, action, version } = make();
  deployDraft(store, action);
  expect(showVersionWithAction(store, action, version)).toMatchObject({
    number: 1,
    deployed: false,
    action: { name: 'a' },
  });
});

test('a binding shows what runs, not the draft', () => {
  const { store, action, binding } = make();
  changeDraft(store, action, { code: 'two' });
  const shown = JSON.stringify(showBinding(store, 'post-login', binding));
  expect(shown).toContain('"code":"one"');
  expect(shown).not.toContain('two');
});
