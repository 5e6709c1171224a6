/** What one card does with a value, card by card: what it picks, compares or hands to another flow. */

import type {
  BlockView,
  CardView,
  FlowView,
  InputView,
  Json,
  WireType,
} from '@okta/workflows-connector-sdk-types';
import { at, child, itemsOf, join, newWish, SAME, type Wish } from './wish';

/** A flow, and those it can call. */
export interface FlowPlace {
  view: FlowView;
  space: { flow(id: string): FlowPlace | undefined };
}

/** The wishes of a flow; found out when first asked. */
export interface Wishes {
  /** Of an output of a card of the flow. */
  output(card: string, output: string): Wish;
  flow: FlowPlace;
  /** Those of a flow that it calls. */
  callee(flow: FlowPlace): Wishes;
}

/** What one card does with a part of a value. */
export function use(part: Wish, user: CardView, input: InputView, wishes: Wishes): void {
  const name = `${user.channel}:${user.method}`;
  const constant = (key: string) => String(user.inputs.find((each) => each.key === key)?.value ?? '');
  const outputs = user.outputs.map((output) => ({ output, wish: wishes.output(user.id, output.id) }));
  const typed = (wish: Wish, type: WireType): Wish => {
    wish.type ??= type;
    return wish;
  };
  const first = outputs[0];
  hint(part, input, name);
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
    case 'list:shift':
    case 'list:pop':
      if (first && input.list) join(itemsOf(part), typed(first.wish, first.output.type));
      return;
    case 'list:asyncEach':
      if (user.blocks.each === undefined) handedOn(part, user, input, wishes);
      else inBody(itemsOf(part), user.blocks.each, wishes);
      return;
    case 'stash:searchRows2':
      if (input.group === '_expr') part.tests.push({ operator: '==', value: SAME });
      return;
    case 'list:length':
      if (first?.wish.tests.some(({ operator, value }) => operator === '==' && Number(value) === 0)) {
        part.tests.push({ operator: 'is empty', value: null });
      }
      return;
    case 'list:findBy':
    case 'list:filterBy':
      if (input.list) {
        compared(part, user, input, wishes.flow.view);
        if (first) join(itemsOf(part), first.output.list ? (first.wish.items ?? newWish()) : first.wish);
      }
      return;
    case 'control:if':
    case 'control:continueIf':
    case 'control:throwIf':
    case 'control:branch':
    case 'control:assignIf':
    case 'boolean:compare':
      compared(part, user, input, wishes.flow.view);
      return;
    case 'control:let':
    case 'string:trim':
    case 'string:toLowerCase':
    case 'list:sortBy':
    case 'list:uniqueBy':
    case 'list:concat':
    case 'list:flatten':
    case 'json:stringify':
      for (const { output, wish } of outputs) {
        if (name !== 'control:let' || output.key === input.key) join(part, wish);
      }
      return;
    default:
      handedOn(part, user, input, wishes);
  }
}

/** What the field says that takes a value: a text that must be a date is one. */
function hint(part: Wish, input: InputView, card: string): void {
  const weak = part.type === null || part.type === 'string' || part.type === '*';
  if (input.list) itemsOf(part);
  else if (weak && typeof input.type === 'string' && strong.has(input.type)) part.type = input.type;
  if (/zone/i.test(input.key)) part.tests.push({ operator: '==', value: 'UTC' });
  // Ids of rows are texts of numbers.
  if (card.startsWith('stash:') && /row ?id/i.test(input.key) && weak) part.type = 'number';
}

const strong = new Set(['number', 'Date', 'boolean', 'object']);

function compared(part: Wish, user: CardView, input: InputView, flow: FlowView): void {
  if (input.list) {
    const path = String(user.inputs.find(({ key }) => key === 'path')?.value ?? '');
    const item = path === '' ? itemsOf(part) : at(itemsOf(part), path);
    const against = user.inputs.find(({ key }) => key === 'comparison');
    const operator = user.inputs.find(({ key }) => key === 'operator')?.value;
    item.tests.push({ operator: String(operator ?? '=='), value: constantOf(against, flow) });
    return;
  }
  const left = input.key === 'left-operand';
  if (!left && input.key !== 'right-operand') return;
  const inGroup = user.inputs.filter(({ group }) => group === input.group);
  const against = inGroup.find(({ key }) => key === (left ? 'right-operand' : 'left-operand'));
  const given = String(inGroup.find(({ key }) => key === 'operator')?.value ?? '==');
  const operator = left ? given : (mirrored[given] ?? given);
  // Two values that are both made up can only meet by being the same.
  const value = constantOf(against, flow);
  part.tests.push({ operator, value });
}

/** The constant that an input has, even if an Assign card gave it its name. */
function constantOf(input: InputView | undefined, flow: FlowView): Json {
  if (!input?.source) return input?.value ?? null;
  const { card, output } = input.source;
  const assign = flow.cards().find(({ id, method, kernel }) => id === card && kernel && method === 'let');
  const key = assign?.outputs.find(({ id }) => id === output)?.key;
  const same = assign?.inputs.find((one) => one.key === key);
  return same !== undefined && same.source === null && same.value !== '' ? same.value : SAME;
}

/** The operator with its operands the other way round. */
const mirrored: Record<string, string> = { '>': '<', '<': '>', '>=': '<=', '<=': '>=', in: 'contains' };

/** The body of an event has the event's fields in groups. */
function inBody(item: Wish, body: BlockView, wishes: Wishes): void {
  const [trigger] = body.cards;
  for (const output of trigger?.outputs ?? []) {
    if (trigger === undefined || output.group === 'context') continue;
    const group = output.group === null ? item : child(item, output.group);
    const wish = wishes.output(trigger.id, output.id);
    wish.type ??= output.type;
    join(child(group, output.key), wish);
  }
}

/** What goes to another flow is wished as that flow wishes it. */
function handedOn(part: Wish, user: CardView, input: InputView, wishes: Wishes): void {
  const called = user.inputs.find(({ type, value }) => type === 'flo' && typeof value === 'string');
  const callee = typeof called?.value === 'string' ? wishes.flow.space.flow(called.value) : undefined;
  const trigger = callee?.view.body?.cards[0];
  if (callee === undefined || trigger === undefined) return;
  const inner = wishes.callee(callee);
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
