/** Renaming a card changes that card's strings and nothing else. */

import { readFileSync } from 'node:fs';
import { readPack } from '../../../sdk/pack/read';
import { renameCard } from '../../../sdk/pack/rename';
import { isFunction, walkPack } from '../../../sdk/pack/walk';
import { describeCorpus } from '../../support/corpus';
import { examplePack, ids } from '../../support/example-pack';

/** Pointers to all strings that differ. */
function changes(before: unknown, after: unknown, pointer = ''): string[] {
  if (before === after) return [];
  if (typeof before !== 'object' || typeof after !== 'object' || before === null || after === null)
    return [pointer];
  return Object.keys({ ...before, ...after }).flatMap((key) =>
    changes(Reflect.get(before, key), Reflect.get(after, key), `${pointer}/${key}`),
  );
}

describe('renameCard', () => {
  it('changes both titles', () => {
    const pack = examplePack();
    const concat = pack.data.flos[ids.joinTexts]?.data?.methods[1];
    const renamed = renameCard(pack, ids.joinTexts, concat?.uuid ?? '', 'Full Name');
    const at = `/data/flos/${ids.joinTexts}/data/methods/1/node`;
    expect(changes(pack, renamed)).toEqual([`${at}/data/name`, `${at}/model/metadata/name`]);
    expect(pack).toEqual(examplePack());
  });

  it('lets the summary of the flow follow where it repeats the title', () => {
    const pack = examplePack();
    const data = pack.data.flos[ids.joinTexts]?.data;
    const renamed = renameCard(pack, ids.joinTexts, data?.methods[0]?.uuid ?? '', 'Start');
    expect(changes(pack, renamed)).toHaveLength(3);
    expect(renamed.data.flos[ids.joinTexts]?.data?.display.eventConnecterName).toBe('Start');
  });

  it('refuses unknown cards and flows, and hidden cards whose name is no title', () => {
    const pack = examplePack();
    const expand = pack.data.flos[ids.greet]?.data?.methods.find((card) =>
      isFunction(card, 'object', 'expand'),
    );
    for (const [flow, card] of [
      [ids.greet, 'nobody'],
      ['nobody', 'nobody'],
      [ids.greet, expand?.uuid ?? ''],
    ] as const) {
      expect(() => renameCard(pack, flow, card, 'x')).toThrow(RangeError);
    }
  });

  it('reaches every card of every block', () => {
    const pack = examplePack();
    for (const { key, bodies } of walkPack(pack)) {
      for (const { card, pointer } of bodies.flatMap(({ cards }) => cards)) {
        if (isFunction(card, 'object', 'expand')) continue;
        const changed = changes(pack, renameCard(pack, key, card.uuid, 'New title'));
        expect(changed.filter((at) => !at.endsWith('/display/eventConnecterName'))).toEqual([
          `${pointer}/node/data/name`,
          `${pointer}/node/model/metadata/name`,
        ]);
      }
    }
  });
});

describeCorpus('real exports', (files) => {
  it('keep everything else when their second card is renamed', () => {
    for (const { name, path } of files) {
      const result = readPack(readFileSync(path, 'utf8'), name);
      if ('findings' in result) throw new Error(name);
      for (const { key, bodies } of walkPack(result.pack)) {
        const place = bodies[0]?.cards[1];
        if (place === undefined || isFunction(place.card, 'object', 'expand')) continue;
        expect(changes(result.pack, renameCard(result.pack, key, place.card.uuid, '…'))).toEqual([
          `${place.pointer}/node/data/name`,
          `${place.pointer}/node/model/metadata/name`,
        ]);
      }
    }
  });
});
