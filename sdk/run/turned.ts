/** Turns conditions round, for runs that want to see what stands behind them. */

import type { CardView, JsonObject } from '@okta/workflows-connector-sdk-types';
import { compare } from '../cards/comparison';

/** Which conditions: those that would end the flow, or also those of If/Else and If/ElseIf. */
export type Turned = 'ends' | 'ends and branches';

/** The inputs of a card of the platform's own: no condition of it ends the flow, and a branch is the other one. */
export function turnRound(inputs: JsonObject, card: CardView, which: Turned): JsonObject {
  const name = `${card.channel}:${card.method}`;
  const { a = null, operator, b = null } = inputs;
  if (typeof operator !== 'string') return inputs;
  const goesOn = ends.get(name);
  const wanted =
    goesOn === undefined
      ? which === 'ends and branches' && branches.has(name)
      : compare(a, operator, b) !== goesOn;
  const other = opposite[operator];
  return wanted && other !== undefined ? { ...inputs, operator: other } : inputs;
}

/** Whether the flow goes on when the condition holds. */
const ends = new Map([
  ['control:continueIf', true],
  ['control:throwIf', false],
]);
const branches = new Set(['control:if', 'control:branch']);

const pairs: [string, string][] = [
  ['==', '!='],
  ['>', '<='],
  ['<', '>='],
  ['in', 'not in'],
  ['has', "doesn't have"],
  ['is empty', 'is not empty'],
];

const opposite: Record<string, string> = Object.fromEntries(
  pairs.flatMap(([one, other]) => [
    [one, other],
    [other, one],
  ]),
);
