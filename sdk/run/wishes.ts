/** What the cards of a flow do with a value: the fields they pick of it and what they compare it with, so that a made-up one can serve them. */

import type { CardView, FlowView, InputView, SourceStep } from '@okta/workflows-connector-sdk-types';
import { outputKey } from './values';
import { at, newWish, type Wish } from './wish';
import { type FlowPlace, use, type Wishes } from './wish-uses';

/** The wishes of a flow and of the flows it calls. */
export function wishesOf(flow: FlowPlace): Wishes {
  const known = all.get(flow);
  if (known !== undefined) return known;
  const users = usersOf(flow.view);
  const wishes = new Map<string, Wish>();
  const made: Wishes = {
    flow,
    callee: wishesOf,
    output(card, output) {
      const key = outputKey(card, output);
      const before = wishes.get(key);
      // Known before it is complete: values may go in circles from flow to flow.
      if (before !== undefined) return before;
      const wish = newWish();
      wishes.set(key, wish);
      for (const { user, input, steps } of users.get(key) ?? []) {
        const part = descend(wish, steps);
        if (part !== null) use(part, user, input, made);
      }
      return wish;
    },
  };
  all.set(flow, made);
  return made;
}

const all = new WeakMap<FlowPlace, Wishes>();

interface Use {
  user: CardView;
  input: InputView;
  steps: readonly SourceStep[];
}

function usersOf(flow: FlowView): Map<string, Use[]> {
  const users = new Map<string, Use[]>();
  for (const user of flow.cards()) {
    for (const input of user.inputs) {
      if (input.source === null) continue;
      const { card, output, steps } = input.source;
      const key = outputKey(card, output);
      const one = { user, input, steps };
      const known = users.get(key);
      if (known === undefined) users.set(key, [one]);
      else known.push(one);
    }
  }
  return users;
}

/** The part of the value that a pin takes; null where the pin makes something else of it. */
function descend(wish: Wish, steps: readonly SourceStep[]): Wish | null {
  let part = wish;
  for (const step of steps) {
    if ('path' in step) {
      part = at(part, step.path.join('.'));
      continue;
    }
    switch (step.convert) {
      case 'parse':
        part.json ??= newWish();
        part = part.json;
        break;
      case 'parseFloat':
        part.type = 'number';
        break;
      case 'dateTime':
        part.type = 'Date';
        break;
      case 'wrapArray':
      case null:
      case undefined:
        break;
      default:
        return part;
    }
  }
  return part;
}
