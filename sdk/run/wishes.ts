/** What the cards of a flow do with a value: the fields they pick of it and what they compare it with, so that a made-up one can serve them. */

import type {
  CardView,
  FlowView,
  InputView,
  Json,
  SourceStep,
  WireType,
} from '@okta/workflows-connector-sdk-types';
import type { OrgFlow } from './execution';
import { outputKey } from './values';

/** What is wished of one value. */
export interface Wish {
  /** The type that it is used as, where its own says nothing. */
  type: WireType | null;
  fields: Map<string, Wish>;
  /** Of the items, where it is used as a list. */
  items: Wish | null;
  /** Of what it holds, where it is read as JSON text. */
  json: Wish | null;
  /** The conditions that it stands in. */
  tests: { operator: string; value: Json }[];
}

/** The wishes of a flow; found out when first asked. */
export interface Wishes {
  /** Of an output of a card of the flow. */
  output(card: string, output: string): Wish;
  /** Of what the flow is started with. */
  flow: FlowView;
}

export function newWish(): Wish {
  return { type: null, fields: new Map(), items: null, json: null, tests: [] };
}

/** The wishes of a flow and of the flows it calls. */
export function wishesOf(flow: OrgFlow): Wishes {
  const known = all.get(flow);
  if (known !== undefined) return known;
  const users = usersOf(flow.view);
  const wishes = new Map<string, Wish>();
  const made: Wishes = {
    flow: flow.view,
    output(card, output) {
      const key = outputKey(card, output);
      const before = wishes.get(key);
      // Known before it is complete: values may go in circles from flow to flow.
      if (before !== undefined) return before;
      const wish = newWish();
      wishes.set(key, wish);
      for (const { user, input, steps } of users.get(key) ?? []) {
        const part = descend(wish, steps);
        if (part !== null) use(part, user, input, made, flow);
      }
      return wish;
    },
  };
  all.set(flow, made);
  return made;
}

const all = new WeakMap<OrgFlow, Wishes>();

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
        part.type ??= 'number';
        break;
      case 'dateTime':
        part.type ??= 'Date';
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

/** The part at a dotted path. */
export function at(wish: Wish, path: string): Wish {
  let part = wish;
  for (const key of path.split('.')) {
    if (/^\d+$/.test(key)) part = itemsOf(part);
    else {
      const known = part.fields.get(key) ?? newWish();
      part.fields.set(key, known);
      part = known;
    }
  }
  return part;
}

function itemsOf(wish: Wish): Wish {
  wish.items ??= newWish();
  return wish.items;
}

/** Two wishes of one value. */
function join(into: Wish, from: Wish, depth = 0): void {
  if (into === from || depth > DEEPEST) return;
  into.type ??= from.type;
  for (const [key, part] of from.fields) join(at(into, key), part, depth + 1);
  if (from.items !== null) join(itemsOf(into), from.items, depth + 1);
  if (from.json !== null) {
    into.json ??= newWish();
    join(into.json, from.json, depth + 1);
  }
  into.tests.push(...from.tests);
}

const DEEPEST = 8;

/** What one card does with a part of a value. */
function use(part: Wish, user: CardView, input: InputView, wishes: Wishes, flow: OrgFlow): void {
  const name = `${user.channel}:${user.method}`;
  const constant = (key: string) => String(user.inputs.find((each) => each.key === key)?.value ?? '');
  const outputs = user.outputs.map((output) => ({ output, wish: wishes.output(user.id, output.id) }));
  const typed = (wish: Wish, type: WireType): Wish => {
    wish.type ??= type;
    return wish;
  };
  const first = outputs[0];
  if (input.type === 'number' || input.type === 'Date' || input.type === 'boolean') part.type ??= input.type;
  switch (name) {
    case 'object:get':
      if (input.key === 'object' && first)
        join(at(part, constant('path')), typed(first.wish, first.output.type));
      return;
    case 'object:pick':
      for (const { output, wish } of outputs) join(at(part, output.key), typed(wish, output.type));
      return;
    case 'json:parse':
      part.json ??= newWish();
      if (first) join(part.json, typed(first.wish, first.output.type));
      return;
    case 'list:pluck':
      if (input.key === 'list') {
        const item = at(itemsOf(part), constant('key'));
        if (first?.wish.items) join(item, first.wish.items);
      }
      return;
    case 'list:at':
    case 'list:head':
    case 'list:last':
      if (first && input.list) join(itemsOf(part), typed(first.wish, first.output.type));
      return;
    case 'list:find':
    case 'list:filterSimple':
    case 'control:if':
    case 'control:continueIf':
    case 'control:throwIf':
    case 'control:branch':
    case 'control:assignIf':
    case 'logic:compare':
      compared(part, user, input);
      return;
    case 'control:let':
    case 'string:trim':
    case 'string:lower':
      for (const { output, wish } of outputs) {
        if (name !== 'control:let' || output.key === input.key) join(part, wish);
      }
      return;
    default:
      handedOn(part, user, input, flow);
  }
}

function compared(part: Wish, user: CardView, input: InputView): void {
  if (input.list) {
    const path = String(user.inputs.find(({ key }) => key === 'path')?.value ?? '');
    const item = path === '' ? itemsOf(part) : at(itemsOf(part), path);
    const value = user.inputs.find(({ key }) => key === 'value' || key === 'right-operand')?.value ?? null;
    const operator = user.inputs.find(({ key }) => key === 'operator' || key === 'comparison')?.value;
    item.tests.push({ operator: String(operator ?? '=='), value });
    return;
  }
  const other = input.key === 'left-operand' ? 'right-operand' : 'left-operand';
  const inGroup = user.inputs.filter(({ group }) => group === input.group);
  const against = inGroup.find(({ key }) => key === other);
  const operator = String(inGroup.find(({ key }) => key === 'operator')?.value ?? '==');
  if (input.key === 'left-operand')
    part.tests.push({ operator, value: against?.source ? null : (against?.value ?? null) });
  else if (input.key === 'right-operand') {
    const value = against?.source ? null : (against?.value ?? null);
    part.tests.push({ operator: operator === 'in' ? 'contains' : operator, value });
  }
}

/** What goes to another flow is wished as that flow wishes it. */
function handedOn(part: Wish, user: CardView, input: InputView, flow: OrgFlow): void {
  const called = user.inputs.find(({ type, value }) => type === 'flo' && typeof value === 'string');
  const callee = typeof called?.value === 'string' ? flow.space.flow(called.value) : undefined;
  const trigger = callee?.view.body?.cards[0];
  if (callee === undefined || trigger === undefined) return;
  const inner = wishesOf(callee);
  const parameter = (key: string) => {
    const output = trigger.outputs.find((each) => each.key === key && each.group === null);
    if (output === undefined) return null;
    const wish = inner.output(trigger.id, output.id);
    wish.type ??= output.type;
    return wish;
  };
  if (input.list && (input.key === 'list' || input.key === 'object')) {
    for (const bound of user.inputs) {
      if (!bound.binding?.dynamic) continue;
      const wish = parameter(bound.key);
      if (wish === null) continue;
      const item = itemsOf(part);
      join(bound.binding.path === '' ? item : at(item, bound.binding.path), wish);
    }
    return;
  }
  const wish = parameter(input.key);
  if (wish !== null) join(part, wish);
}
