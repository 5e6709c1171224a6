/** Every card of the platform: compiled alone, it has the constants that real exports show, and no rule finds anything. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { cards } from '../../../sdk/cards';
import type { AnyCard } from '../../../sdk/cards/card';
import { compilePack } from '../../../sdk/compile/pack';
import { lintPack } from '../../../sdk/lint';
import { walkPack } from '../../../sdk/pack/walk';
import { oneCardPack } from './support/one-card';

/** What the catalogue knows of a function: its header, and the rules of both sides. */
interface Entry {
  flags: Record<string, unknown>;
  inputs: { extensible: boolean; rules?: object; groupRules?: object };
  outputs: { extensible: boolean; rules?: object; groupRules?: object };
}

const path = join(__dirname, '../../../../shared/docs/kernel-catalog.json');
// JSON.parse gives `any`; the tests check what they read of it.
const catalogue: Record<string, Entry> = existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : {};
const reason = existsSync(path) ? '' : ` [skipped: no ${path}]`;

const known = cards.filter((card) => catalogue[card.address] !== undefined);

describe.each(cards.map((card) => [card.name, card] as const))('%s', (_name, card) => {
  it('passes every rule in a flow of its own', () => {
    const wire = compilePack(oneCardPack(card));
    expect(lintPack(wire, 'one-card.folder')).toEqual([]);
    expect(compiledCard(card)).toBeDefined();
  });
});

describe(`the catalogue of real exports${reason}`, () => {
  if (known.length === 0) it.skip('is not there', () => undefined);
  else {
    it('knows nearly all of our functions', () => expect(known.length).toBeGreaterThan(100));

    it.each(known.map((card) => [card.name, card] as const))('%s', (_name, card) => {
      const { model } = compiledCard(card)?.node ?? {};
      const entry = catalogue[card.address];
      expect(model).toMatchObject(entry?.flags ?? {});
      for (const side of ['inputs', 'outputs'] as const) {
        const { data: _fields, ...rules } = model?.[side] ?? { data: {} };
        const { extensible, rules: types, groupRules } = entry?.[side] ?? {};
        expect(rules).toEqual({ extensible, rules: types, groupRules });
      }
    });
  }
});

function compiledCard(card: AnyCard) {
  const places = walkPack(compilePack(oneCardPack(card))).flatMap((flow) => [...flow.cards.values()]);
  return places.map((place) => place.card).find((each) => each.address === card.address);
}

it('knows no card that is not listed', () => {
  const model = oneCardPack(anyCard('string:trim'));
  const [flow] = model.flows;
  if (flow?.body.cards[1] !== undefined) flow.body.cards[1].card = 'string:nothing';
  expect(() => compilePack(model)).toThrow('Card "string:nothing" is not in the list of cards.');
});

function anyCard(name: string): AnyCard {
  const card = cards.find((each) => each.name === name);
  if (card === undefined) throw new Error(`There is no card ${name}.`);
  return card;
}
