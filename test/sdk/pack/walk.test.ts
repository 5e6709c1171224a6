/** Walking a pack. */

import { inlineFlows, isFunction, own, walkPack } from '../../../sdk/pack/walk';
import { examplePack, ids } from '../../support/example-pack';

describe('walkPack', () => {
  it('comes by every flow, body and card', () => {
    const flows = walkPack(examplePack());
    expect(flows.map(({ key, bodies }) => [key, bodies.length])).toEqual([
      [ids.joinTexts, 1],
      [ids.greet, 8],
      [ids.nightly, 1],
      [ids.endpoint, 1],
      [ids.onUser, 2],
    ]);
  });

  it('knows the card around an inner block', () => {
    const bodies = walkPack(examplePack()).flatMap((flow) => flow.bodies);
    for (const body of bodies) {
      expect(body.owner === null).toBe(body.inline === null);
      if (body.owner !== null) {
        expect(inlineFlows(body.owner).map(({ pointer }) => pointer)).toContain(body.pointer);
      }
    }
  });
});

describe('isFunction', () => {
  it('tells functions from cards of connectors with the same name', () => {
    const [place] = walkPack(examplePack()).flatMap(({ bodies }) => bodies.flatMap(({ cards }) => cards));
    if (place === undefined) throw new Error('no card');
    expect(isFunction(place.card, 'control', 'callable')).toBe(true);
    expect(
      isFunction(
        { ...place.card, address: 'root:channels:http:control:0.0.1:callable' },
        'control',
        'callable',
      ),
    ).toBe(false);
  });
});

describe('own', () => {
  it('finds no inherited names', () => {
    expect([own<number>({ a: 1 }, 'a'), own<number>({ a: 1 }, 'toString')]).toEqual([1, undefined]);
  });
});
