/** Packs of one flow with one card of the platform in it, for tests that hold for every card. */

import type { PackModel } from '@okta/workflows-connector-sdk-types';
import type { AnyCard, Card } from '../../../../sdk/cards/card';
import type { Fields } from '../../../../sdk/cards/field';
import {
  connection,
  eventFlow,
  field,
  helperFlow,
  ifElse,
  ifElseIf,
  ifError,
  json,
  pack,
  returnValues,
  table,
  text,
} from '../../../../sdk/dsl';
import { build, placeCard } from '../../../../sdk/dsl/build';
import { flowModel } from '../../../../sdk/dsl/flow';
import { inBlock } from '../../../../sdk/dsl/record';
import { flowValue, tableValue } from '../../../../sdk/dsl/ref';

const helper = helperFlow({
  name: 'Helper',
  description: '',
  inputs: { memo: field.text(), name: field.text() },
  outputs: { memo: field.text() },
  body: ({ memo }) => ({ memo }),
});

const people = table({
  name: 'People',
  description: '',
  columns: { user: field.text(), status: field.text(), note: field.text(), usr: field.text() },
});

/** Connectors that belong to the platform and never have a connection (flopack-format §8.1). */
const withoutConnection = ['stash', 'filefunctions'];

/** A pack with the card in a flow of its own; fields that its first example sets are set. */
export function oneCardPack(card: AnyCard): PackModel {
  const flow = { model: flowOf(card) };
  const usesHelper = Object.values(card.inputs).some((each) => each.type === 'flow') && !holdsBlocks(card);
  const usesTable = Object.values(card.inputs).some(isTable);
  const connections =
    card.kernel || withoutConnection.includes(card.channel) ? [] : [connection(card.channel, 'Mine')];
  return pack({
    name: 'one-card',
    title: 'One card',
    description: '',
    flows: usesHelper ? [flow, helper] : [flow],
    tables: usesTable ? [people] : [],
    connections,
  });
}

function flowOf(card: AnyCard) {
  if (isEvent(card))
    return eventFlow({ name: 'Flow', description: '', event: card, body: () => undefined }).model;
  if (triggers.has(card.name)) {
    const model = flowModel('helper', { name: 'Flow', description: '' }, {}, {});
    const securityLevel = card.channel === 'http' ? { securityLevel: 'medium' as const } : {};
    return { ...model, ...securityLevel, body: inBlock(() => placeCard(card, {}, {})).block };
  }
  return helperFlow({
    name: 'Flow',
    description: '',
    inputs: {},
    outputs: {},
    body: structural[card.name] ?? (() => place(card)),
  }).model;
}

function place(card: AnyCard): void {
  // What the list holds is a card; only the types of its fields are lost.
  build(card as Card)(inputsOf(card) as Fields as never, {});
}

/** The first example's inputs, with a flow and a table where the card asks for one. */
function inputsOf(card: AnyCard): Record<string, unknown> {
  const given: Record<string, unknown> = { ...card.examples[0]?.inputs };
  for (const [name, each] of Object.entries(card.inputs)) {
    if (each.type === 'flow') given[name] = flowValue(helper.model);
    // What a condition compares with comes by a connection, which an example does not have.
    if (each.group === '_expr') delete given[name];
    if (name === 'where') delete given[name];
    if (isTable(each)) given[name] = tableValue(people.model);
    if (each.when !== undefined) {
      const option = given[each.when.option] ?? card.inputs[each.when.option]?.default ?? '';
      if (!each.when.is.includes(String(option))) delete given[name];
    }
  }
  return given;
}

const triggers = new Set(['control:callable', 'http:accept', 'http:delegated']);

/** Cards that the language places with others, or behind something else. */
const structural: Record<string, () => void> = {
  'control:if': () =>
    void ifElse(
      { a: 1, operator: '==', b: 1 },
      { then: () => ({ value: 'a' }), else: () => ({ value: 'b' }) },
    ),
  'control:join': () => structural['control:if']?.(),
  'control:noop': () => structural['control:if']?.(),
  'control:branch': () =>
    void ifElseIf(
      [
        { when: { a: 1, operator: '==', b: 1 }, then: () => ({ value: 'a' }) },
        { when: { a: 2, operator: '==', b: 1 }, then: () => ({ value: 'b' }) },
      ],
      () => ({ value: 'c' }),
    ),
  'control:tryCatch': () =>
    void ifError({ try: () => ({ value: 'a' }), catch: (error) => ({ value: error.message }) }),
  'control:return': () => void returnValues({ value: 'a' }),
  'object:expand': () => {
    const { output } = json.parse(
      { string: '{"name":"Ada"}' },
      { as: { output: field.record('Person', { name: field.text() }) } },
    );
    text.trim({ string: output.name });
  },
};

function isEvent(card: AnyCard): card is Parameters<typeof eventFlow>[0]['event'] {
  return card.header?.webhook === true;
}

function isTable(each: { metadata?: object }): boolean {
  return each.metadata !== undefined && 'table' in each.metadata;
}

function holdsBlocks(card: AnyCard): boolean {
  return structural[card.name] !== undefined;
}
