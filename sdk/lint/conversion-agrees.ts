/** A connection converts the value exactly where the types of its ends differ. */

import type { WireValue } from '@okta/workflows-connector-sdk-types';
import { nameCard } from '../pack/references';
import { cardPlace, own } from '../pack/walk';
import { aCard, anInput, first, found } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C10. */
export const conversionAgrees: Rule = {
  id: 'conversion-agrees',
  invariants: ['C10'],
  severity: 'warning',
  sentence: 'A connection converts the value exactly where the types of its ends differ.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      for (const [id, targets] of Object.entries(place.card.pins)) {
        const output = own(place.card.node.model.outputs.data, id);
        for (const [targetId, pins] of Object.entries(targets)) {
          const target = place.body.byId.get(targetId)?.card;
          for (const [at, { input: inputId, transform }] of pins.entries()) {
            const input = target === undefined ? undefined : own(target.node.model.inputs.data, inputId);
            if (output === undefined || input === undefined || target === undefined) continue;
            const where = cardPlace(place, 'pins', id, targetId, at, 'transform');
            const [from, to] = [typeName(output.value), typeName(input.value)];
            const named = Object.entries(transform ?? {}).every(
              ([key, { dest }]) => key === id && dest === id,
            );
            if (!named) {
              report(
                where,
                `The conversion of a connection from ${nameCard(place.card)} does not name the output "${id}" it starts at.`,
                'Write the id of the output as its key and as "dest".',
              );
            } else if ((transform === null) !== (from === to)) {
              report(
                where,
                `${nameCard(place.card)} gives ${from}, "${input.key}" of ${nameCard(target)} takes ${to}, and the connection has ${transform === null ? 'no' : 'a'} conversion.`,
                transform === null ? 'Give both the same type, or convert.' : 'Make "transform" null.',
              );
            }
          }
        }
      }
    }
  },
  wrong: [
    {
      what: 'types that differ, not converted',
      change(pack) {
        anInput(aCard(pack, 'string:compose'), 'greeting0').value.type = 'number';
      },
    },
    {
      what: 'a conversion of another output',
      change(pack) {
        const [, targets] = first(aCard(pack, 'string:concat').pins);
        const [, pins] = first(targets);
        found(pins[0], 'pin').transform = {
          'no-such-out': { convert: 'parse', forceWrapArray: false, dest: 'no-such-out' },
        };
      },
    },
  ],
};

/** Objects with known fields count as objects. */
function typeName({ type, collection }: WireValue): string {
  const name = typeof type === 'string' ? type : 'object';
  return collection ? `list of ${name}` : name;
}
