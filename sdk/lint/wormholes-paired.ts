/** A value goes into an inner block through a hidden input of the card around it and a hidden input and output of its first card. */

import { aBlock, aCard, found } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: C24. The check itself belongs to the reference checks of `sdk/pack`. */
export const wormholesPaired: Rule = {
  id: 'wormholes-paired',
  invariants: ['C24'],
  severity: 'error',
  sentence:
    'A value goes into an inner block through a hidden input of the card around it and a hidden input and output of its first card.',
  needs: 'shape',
  check: fromReferences('wormholes-paired'),
  wrong: [
    {
      what: 'the outer side removed',
      change(pack) {
        const { data } = aCard(pack, 'control:tryCatch').node.model.inputs;
        for (const [id, input] of Object.entries(data))
          if (input.group === 'context') Reflect.deleteProperty(data, id);
      },
    },
    {
      what: 'the inner output removed',
      change(pack) {
        const { data } = found(aBlock(aCard(pack, 'control:tryCatch')).methods[0], 'trigger').node.model
          .outputs;
        for (const [id, output] of Object.entries(data))
          if (output.metadata.wormholeMethodId) Reflect.deleteProperty(data, id);
      },
    },
  ],
};
