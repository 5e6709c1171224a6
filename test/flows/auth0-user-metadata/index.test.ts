/** The pack: what a person finds who imports it. */

import { lintPack } from '../../../sdk/lint/index';
import { viewPack } from '../../../sdk/pack/view';
import { ours } from '../../support/story';

const pack = ours['auth0-user-metadata'];
const view = viewPack(pack);

it('has the flows of the original, none of which saves what passes through it (D17)', () => {
  expect(view.flows.map(({ name, kind, saveData }) => [name, kind, saveData])).toEqual([
    ['[main] User Deactivated', 'event', false],
    ['[util] Get Access Token', 'helper', false],
    ['[util] Get Auth0 User Id', 'helper', false],
    ['[util] Get Configuration', 'helper', false],
    ['[util] Update Auth0 User', 'helper', false],
  ]);
});

it('needs no connector but Okta’s', () => {
  const channels = new Set(
    view.flows
      .flatMap((flow) => flow.cards())
      .filter((card) => !card.kernel)
      .map((card) => card.channel),
  );
  expect([...channels].sort()).toEqual(['okta', 'stash']);
  expect(view.connections).toMatchObject([{ name: 'Okta', module: 'okta' }]);
});

it('obeys every rule', () => {
  expect(lintPack(pack, 'pack')).toEqual([]);
});
