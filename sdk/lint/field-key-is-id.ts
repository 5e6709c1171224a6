/** The key of a field is its id, and a short one. */

import { aCard, first } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: C4. The check itself belongs to the reference checks of `sdk/pack`. */
export const fieldKeyIsId: Rule = {
  id: 'field-key-is-id',
  invariants: ['C4'],
  severity: 'error',
  sentence: 'The key of a field is its id, and a short one.',
  needs: 'shape',
  check: fromReferences('field-key-is-id'),
  wrong: [
    {
      what: 'another id',
      change(pack) {
        first(aCard(pack, 'string:concat').node.model.inputs.data)[1].id = 'another-id';
      },
    },
    {
      what: 'an id of strange characters',
      change(pack) {
        const { data } = aCard(pack, 'string:concat').node.model.inputs;
        const [old, input] = first(data);
        Reflect.deleteProperty(data, old);
        data['strange id!'] = { ...input, id: 'strange id!' };
      },
    },
  ],
};
