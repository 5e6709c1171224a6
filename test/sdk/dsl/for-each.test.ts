/** Iterators: what they give has the type of what the helper returns. */

import type { WireCard } from '@okta/workflows-connector-sdk-types';
import { connection, field, helperFlow, item, list, object, okta, type Ref } from '../../../sdk/dsl';
import { compiled, packOf } from '../compile/support/compiled';

const one = helperFlow({
  name: 'One',
  description: '',
  inputs: { id: field.text() },
  outputs: { size: field.number() },
  body: () => ({ size: 1 }),
});
const two = helperFlow({
  name: 'Two',
  description: '',
  inputs: { id: field.text() },
  outputs: { id: field.text(), size: field.number() },
  body: ({ id }) => ({ id, size: 1 }),
});
const yes = helperFlow({
  name: 'Yes',
  description: '',
  inputs: { id: field.text() },
  outputs: { ok: field.flag() },
  body: () => ({ ok: true }),
});

const inputs = { rows: field.list(), ids: field.listOf(field.text()), thing: field.object() };

it.each([
  {
    card: 'Map of one value',
    write: ({ ids }: Given): Ref<number[]> => list.map(ids, one, { id: item() }),
    type: ['number', true],
  },
  {
    card: 'Map of several',
    write: ({ ids }: Given): Ref<{ id: string; size: number }[]> =>
      list.map(ids, two, { id: item() }, { concurrency: 20 }),
    type: ['object', true],
  },
  {
    card: 'Filter Custom',
    write: ({ ids }: Given): Ref<string[]> => list.filterCustom(ids, yes, { id: item() }),
    type: ['string', true],
  },
  {
    card: 'Map to List',
    write: ({ thing }: Given): Ref<number[]> => object.mapToList(thing, one, { id: item('key') }),
    type: ['number', true],
  },
  {
    card: 'Map of an object',
    write: ({ thing }: Given) => object.map(thing, one, { id: item('value') }),
    type: ['object', false],
  },
])('$card', ({ write, type }) => {
  const flow = helperFlow({
    name: 'Flow',
    description: '',
    inputs,
    outputs: {},
    body(given) {
      list.length({ list: list.construct([write(given) as never]) });
    },
  });
  const flows = [flow, one, two, yes].filter(({ model }) => model === flow.model || uses(flow.model, model));
  const { cards } = compiled(packOf(flows));
  const [made] = outputsOf(cards[1]);
  expect([made?.value.type, made?.value.collection]).toEqual(type);
});

it('streams Okta’s users to a helper', () => {
  const each = helperFlow({
    name: 'Each',
    description: '',
    inputs: { Record: field.object(), State: field.object() },
    outputs: {},
    body: () => undefined,
  });
  const flow = helperFlow({
    name: 'Flow',
    description: '',
    inputs: {},
    outputs: {},
    body() {
      okta.streamUsersWithSearch({ status: 'ACTIVE' }, each, { days: 30 }, { limit: 10 });
      okta.listUsersWithSearch({ status: 'ACTIVE' }, { firstOnly: true, sort: { sortBy: 'status' } });
    },
  });
  const { text: drawn, view } = compiled(packOf([flow, each], { connections: [connection('okta', 'Okta')] }));
  expect(drawn.replaceAll(view.flowNamed('Each')?.id ?? '', 'Each')).toBe(`Helper Flow
List Users with Search resultSet="Stream Matching Records" status="ACTIVE" Flow="Each" days=30 Limit=10
List Users with Search resultSet="First Matching Record" status="ACTIVE" sortBy="status"`);
});

type Given = { rows: Ref<object[]>; ids: Ref<string[]>; thing: Ref<object> };

function uses(flow: { body: { cards: { inputs: object }[] } }, called: object): boolean {
  return flow.body.cards.some(({ inputs: given }) =>
    Object.values(given).some((value) => value.flow === called),
  );
}

function outputsOf(card: WireCard | undefined) {
  return Object.values(card?.node.model.outputs.data ?? {});
}
