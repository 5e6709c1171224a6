/** Reference checks as those see them that refuse an import; each check is proven by the examples of its rule. */

import { checkReferences } from '../../../sdk/pack/references';
import { examplePack, ids } from '../../support/example-pack';

describe('checkReferences', () => {
  it('finds nothing in a good pack', () => {
    expect(checkReferences(examplePack(), 'x')).toEqual([]);
  });

  it('names file, flow, card, place and repair', () => {
    const pack = examplePack();
    const concat = pack.data.flos[ids.joinTexts]?.data?.methods[1];
    if (concat === undefined) throw new Error('no card');
    const [output, targets] = Object.entries(concat.pins)[0] ?? ['', {}];
    targets['no/such'] = [];
    expect(checkReferences(pack, 'x.folder')).toEqual([
      {
        rule: 'pin-target-exists',
        severity: 'error',
        file: 'x.folder',
        flow: 'Join two texts',
        card: concat.uuid,
        pointer: `/data/flos/${ids.joinTexts}/data/methods/1/pins/${output}/no~1such`,
        message: `A connection leads from "Concatenate" (${concat.uuid}) to the card "no/such", which does not exist.`,
        hint: expect.stringMatching(/^Connect cards of the same block only/),
      },
    ]);
  });

  it('is not misled by names that every object has', () => {
    const pack = examplePack();
    const concat = pack.data.flos[ids.joinTexts]?.data?.methods[1];
    if (concat === undefined) throw new Error('no card');
    concat.node.model.config = 'constructor';
    concat.pins = { toString: { valueOf: [{ input: 'hasOwnProperty', transform: null }] } };
    expect(checkReferences(pack, 'x').map(({ rule }) => rule)).toEqual([
      'connection-exists',
      'pin-target-exists',
      'pin-target-exists',
    ]);
  });
});
