/** A condition on table rows that compares with an output has a hidden input connected with it. */

import type { JsonObject, WireValue } from '@okta/workflows-connector-sdk-types';
import { nameCard } from '../pack/references';
import { fieldPlace, own } from '../pack/walk';
import { aCard, anInput } from './example';
import { allCards, type Rule } from './rule';

/** flopack-format §10: C15. */
export const whereOperandConnected: Rule = {
  id: 'where-operand-connected',
  invariants: ['C15'],
  severity: 'warning',
  sentence: 'A condition on table rows that compares with an output has a hidden input connected with it.',
  needs: 'shape',
  check(context, report) {
    for (const place of allCards(context)) {
      const inputs = Object.entries(place.card.node.model.inputs.data);
      for (const [id, input] of inputs) {
        for (const [at, operand] of operands(input.value.data)) {
          const hidden = inputs.find(
            ([, { group, key, metadata }]) =>
              group === '_expr' && key === operand.outputId && metadata.method === operand.methodId,
          );
          const source = place.body.byId.get(String(operand.methodId))?.card;
          const pins = source === undefined ? undefined : own(source.pins, String(operand.outputId));
          const connected = own(pins ?? {}, place.card.uuid)?.some((pin) => pin.input === hidden?.[0]);
          if (connected) continue;
          report(
            fieldPlace(place, 'inputs', id, 'value', 'data', 'expr', at, 'rhd'),
            `A condition of ${nameCard(place.card)} compares with the output "${operand.outputId}" of "${operand.methodId}", which is not connected.`,
            'Add an input in group "_expr" with the output\'s id as key, and connect it.',
          );
        }
      }
    }
  },
  wrong: [
    {
      what: 'a condition on an output that is not connected',
      change(pack) {
        const where = anInput(aCard(pack, 'stash:searchRows2'), 'Where Expression');
        where.value.data = {
          expr: [{ lhs: 'name', op: '=', join: 'AND', rhd: { methodId: 'nobody', outputId: 'nothing' } }],
        };
      },
    },
  ],
};

/** The outputs that a condition compares with, by position (flopack-format §8.4). */
function operands(data: WireValue['data']): [number, JsonObject][] {
  if (typeof data !== 'object' || data === null || Array.isArray(data) || !('expr' in data)) return [];
  const { expr } = data;
  if (!Array.isArray(expr)) return [];
  return expr.flatMap((condition, at): [number, JsonObject][] => {
    if (typeof condition !== 'object' || condition === null || Array.isArray(condition)) return [];
    const { rhd } = condition;
    return typeof rhd === 'object' && rhd !== null && !Array.isArray(rhd) ? [[at, rhd]] : [];
  });
}
