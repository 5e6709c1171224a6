/** A card has the keys that every export has, in "node" and "model" as well. */

import { aCard, first } from './example';
import { fromShape, type Rule } from './rule';

/** flopack-format §10: C1. The check itself belongs to the schema of `sdk/pack`. */
export const cardShape: Rule = {
  id: 'card-shape',
  invariants: ['C1'],
  severity: 'error',
  sentence: 'A card has the keys that every export has, in "node" and "model" as well.',
  needs: 'json',
  check: fromShape('card-shape'),
  wrong: [
    {
      what: 'a card without "pins"',
      change(pack) {
        Reflect.deleteProperty(aCard(pack, 'string:concat'), 'pins');
      },
    },
    {
      what: 'a card without a timeout',
      change(pack) {
        Reflect.deleteProperty(aCard(pack, 'string:concat').node.model, 'timeout');
      },
    },
    {
      what: 'a field without "required"',
      change(pack) {
        const [, input] = first(aCard(pack, 'string:concat').node.model.inputs.data);
        Reflect.deleteProperty(input, 'required');
      },
    },
  ],
};
