/** Inputs: constants, connections, fields that take the type of what they get, and fields that an option rules out. */

import { customApiAction } from '../../../sdk/cards/okta/custom-api-action';
import { listUsersWithSearch } from '../../../sdk/cards/okta/list-users-with-search';
import {
  connection,
  crypto,
  field,
  forEach,
  helperFlow,
  item,
  list,
  lookup,
  object,
  pack,
  reduce,
  repeat,
  trueFalse,
} from '../../../sdk/dsl';
import { build } from '../../../sdk/dsl/build';
import { compiled, compiledBody, flowWith, packOf, problemsOf, smuggler } from './support/compiled';

const inputs = {
  name: field.text(),
  count: field.number(),
  rows: field.list(),
  flag: field.flag(),
  on: field.date(),
};

/** What an input of a card is: type, list, and constant. */
function portOf({ cards }: ReturnType<typeof compiledBody>, method: string, key: string) {
  const card = cards.find(({ node }) => node.key === method);
  const port = Object.values(card?.node.model.inputs.data ?? {}).find((each) => each.key === key);
  return port === undefined ? undefined : [port.value.type, port.value.collection, port.value.data];
}

describe('a field that takes several types', () => {
  it.each([
    { given: 'a number', a: 3, type: ['number', false, 3] },
    { given: 'a text', a: 'x', type: ['string', false, 'x'] },
    { given: 'a flag', a: true, type: ['boolean', false, true] },
    { given: 'an object', a: { b: 1 }, type: ['object', false, { b: 1 }] },
    { given: 'nothing', a: null, type: ['object', false, null] },
  ])('takes that of $given', ({ a, type }) => {
    const result = compiledBody({}, () => void trueFalse.compare({ a, operator: '==' }));
    expect(portOf(result, 'compare', 'left-operand')).toEqual(type);
  });

  it.each([
    { key: 'count', type: ['number', false, 0] },
    { key: 'flag', type: ['boolean', false, false] },
    { key: 'on', type: ['Date', false, ''] },
  ] as const)('takes that of a connected $key, and holds its empty value', ({ key, type }) => {
    const result = compiledBody(inputs, (given) => void trueFalse.compare({ a: given[key], operator: '==' }));
    expect(portOf(result, 'compare', 'left-operand')).toEqual(type);
  });

  it('takes a list where the card does', () => {
    const result = compiledBody(inputs, ({ rows }) => void object.getMultiple({ object: rows }));
    expect(portOf(result, 'pick', 'object')).toEqual(['object', true, []]);
    const length = compiledBody(inputs, ({ rows }) => void list.length({ list: rows }));
    expect(portOf(length, 'length', 'list')).toEqual(['object', true, []]);
  });

  it('begins with the type of its default, or the first one', () => {
    const flow = flowWith({}, () => void build(customApiAction)({ relativeUrl: '/x' }));
    const result = compiled(packOf([flow], { connections: [connection('okta', 'Okta')] }));
    expect(portOf(result, 'hTTPRequest', 'Query')).toEqual(['object', false, {}]);
  });
});

it('keeps defaults where nothing is given, and drops them where a value is connected', () => {
  const result = compiledBody(inputs, ({ name }) => {
    crypto.hmac({ algorithm: name, key: 'k', data: 'd' });
  });
  expect(portOf(result, 'hmac', 'algorithm')).toEqual(['string', false, '']);
  expect(portOf(result, 'hmac', 'digest')).toEqual(['string', false, 'base64']);
});

it('writes fields under the author’s keys in the group they belong to', () => {
  const result = compiledBody(inputs, ({ name, count }) => {
    lookup({ key: name, options: { a: 'one', b: count } });
  });
  expect(portOf(result, 'lookup', 'a')).toEqual(['string', false, 'one']);
  expect(portOf(result, 'lookup', 'b')).toEqual(['number', false, 0]);
});

describe('a field that an option brings', () => {
  const customRequest = build(customApiAction);
  const search = build(listUsersWithSearch);
  const inPack = (body: () => void) =>
    pack({
      name: 'test',
      title: 'Test',
      description: '',
      flows: [flowWith({}, body)],
      connections: [connection('okta', 'Okta')],
    });

  it('is there while the option has one of its values', () => {
    const result = compiled(
      inPack(() => void customRequest({ requestType: 'POST', relativeUrl: '/x', body: { a: 1 } })),
    );
    expect(portOf(result, 'hTTPRequest', 'Body')).toEqual(['object', false, { a: 1 }]);
  });

  it.each([
    { what: 'by default', given: {} },
    { what: 'with another value', given: { requestType: 'GET' as const } },
  ])('is not there $what', ({ given }) => {
    const result = compiled(inPack(() => void customRequest({ relativeUrl: '/x', ...given })));
    expect(portOf(result, 'hTTPRequest', 'Body')).toBeUndefined();
  });

  it('is refused where it is not there', () => {
    const wrong = inPack(() => void customRequest({ requestType: 'GET', relativeUrl: '/x', body: { a: 1 } }));
    expect(problemsOf(wrong)).toMatchObject([
      {
        message:
          'Card "Custom API Action" has no field "body": it is there only while the option "requestType" is "POST" or "PUT" or "PATCH" or "DELETE", and that is "GET".',
        hint: 'Leave the field away, or choose another option.',
      },
    ]);
  });

  it('is refused as an output too', () => {
    const streamed = smuggler<number>();
    const wrong = inPack(() => {
      const { recordsStreamed } = search({ flow: 'x' });
      streamed.keep(recordsStreamed);
      trueFalse.compare({ a: streamed.use(), operator: 'is empty' });
    });
    expect(problemsOf(wrong).map(({ message }) => message)).toContain(
      'Card "List Users with Search" has no output "Records Streamed": it is there only while the option "resultSet" is "Stream Matching Records", and that is "All Matching Records".',
    );
  });
});

describe('iterators', () => {
  const helper = helperFlow({
    name: 'Helper',
    description: '',
    inputs: { id: field.text(), whole: field.object(), memo: field.number(), fixed: field.text() },
    outputs: { memo: field.number() },
    body: ({ memo }) => ({ memo }),
  });
  const bindingsOf = (flow: ReturnType<typeof flowWith>, method: string) => {
    const { cards } = compiled(packOf([flow, helper]));
    const card = cards.find(({ node }) => node.key === method);
    return Object.values(card?.node.model.inputs.data ?? {})
      .filter(({ metadata }) => metadata.custom === true)
      .map(({ key, value }) => [key, value.proxy, value.data]);
  };

  it('bind the item, a part of it, and values that stay the same', () => {
    const flow = flowWith(inputs, ({ rows, name }) => {
      forEach(rows, helper, { id: item('profile.id'), whole: item(), memo: 3, fixed: name });
    });
    const proxy = (key: string, path: string | null) => ({
      dynamic: path !== null,
      path,
      dest: { key, group: null },
    });
    expect(bindingsOf(flow, 'each')).toEqual([
      ['id', proxy('id', 'profile.id'), ''],
      ['whole', proxy('whole', ''), {}],
      ['memo', proxy('memo', null), 3],
      ['fixed', proxy('fixed', null), ''],
    ]);
  });

  it('give Reduce its memo twice: the start, and the helper’s', () => {
    const flow = flowWith(inputs, ({ rows, count }) => {
      reduce(rows, count, helper, { id: item('id') });
    });
    const { cards } = compiled(packOf([flow, helper]));
    const card = cards.find(({ node }) => node.key === 'reduce');
    const memos = Object.values(card?.node.model.inputs.data ?? {}).filter(({ key }) => key === 'memo');
    expect(memos.map(({ metadata, value }) => [metadata.custom ?? false, value.type])).toEqual([
      [false, 'number'],
      [true, 'number'],
    ]);
  });

  it('call Repeat’s helper with the same values each time', () => {
    const flow = flowWith(inputs, ({ count, name }) => repeat(count, helper, { fixed: name }));
    expect(bindingsOf(flow, 'times')).toEqual([
      ['fixed', { dynamic: false, path: null, dest: { key: 'fixed', group: null } }, ''],
    ]);
  });
});
