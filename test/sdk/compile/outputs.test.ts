/** Outputs: which a card lists, which it marks as used, and what a card that mirrors its inputs gives. */

import { now } from '../../../sdk/cards/date/now';
import {
  assign,
  callFlow,
  connection,
  date,
  eventFlow,
  field,
  helperFlow,
  json,
  object,
  okta,
  text,
} from '../../../sdk/dsl';
import { compiled, compiledBody, flowWith, packOf } from './support/compiled';

/** The outputs of the first card of a method, by key, and whether each is used. */
function outputsOf({ cards }: ReturnType<typeof compiledBody>, method: string) {
  const card = cards.find(({ node }) => node.key === method);
  return Object.values(card?.node.model.outputs.data ?? {}).map(({ key, _used }) => [key, _used ?? false]);
}

it('lists all of a built-in function, and marks what is used', () => {
  const result = compiledBody({}, () => void text.trim({ string: date.now({}).iso }));
  const listed = outputsOf(result, 'now');
  expect(listed).toHaveLength(Object.keys(now.outputs).length);
  expect(listed.filter(([, used]) => used)).toEqual([['iso', true]]);
});

it.each([
  {
    what: 'a connector’s card',
    method: 'readUser',
    body: () => {
      const user = okta.readUser(
        { user: 'ada' },
        { many: { profile: { email: field.text('Primary email') } } },
      );
      text.concatenate({ string1: user.profile.email, string2: user.id });
    },
    listed: [
      ['email', true],
      ['ID', true],
    ],
  },
  {
    what: 'a call',
    method: 'spawn',
    body: () => void text.trim({ string: callFlow(two, {}).second }),
    listed: [['second', true]],
  },
])('lists of $what only what is used', ({ method, body, listed }) => {
  const uses = method === 'spawn' ? [two] : [];
  const connections = method === 'spawn' ? [] : [connection('okta', 'Okta')];
  expect(outputsOf(compiled(packOf([flowWith({}, body), ...uses], { connections })), method)).toEqual(listed);
});

const two = helperFlow({
  name: 'Two',
  description: '',
  inputs: {},
  outputs: { first: field.text(), second: field.text() },
  body: () => ({ first: 'a', second: 'b' }),
});

it('lists all of an event', () => {
  const flow = eventFlow({
    name: 'Flow',
    description: '',
    event: okta.events.userCreated,
    body: () => undefined,
  });
  expect(outputsOf(compiled(packOf([flow])), 'userCreated')).toEqual([
    ['collection', true],
    ['execution_id', false],
  ]);
});

it('retypes an output, with the type’s own empty value', () => {
  const { cards } = compiledBody({}, () => {
    json.parse({ string: '[]' }, { as: { output: field.list('Rows') } });
    object.get({ object: {}, path: 'a' }, { as: { output: field.number() } });
  });
  const ports = cards.slice(1).flatMap(({ node }) => Object.values(node.model.outputs.data));
  expect(
    ports.map(({ value, ref, metadata }) => [
      value.type,
      value.collection,
      value.data,
      ref,
      metadata.displayname,
    ]),
  ).toEqual([
    ['object', true, [], true, 'Rows'],
    ['number', false, 0, false, undefined],
  ]);
});

it('gives the inputs of an Assign out again, with a flag; those of a trigger without', () => {
  const { cards } = compiledBody({ name: field.text() }, ({ name }) => {
    text.trim({ string: assign({ name, fixed: 'x' }).name });
  });
  const [trigger, given] = cards.map(({ node }) =>
    Object.values(node.model.outputs.data)
      .filter(({ metadata }) => metadata.custom === true)
      .map(({ key, flags, _used }) => [key, flags, _used]),
  );
  expect(trigger).toEqual([['name', undefined, true]]);
  expect(given).toEqual([
    ['name', 'd', true],
    ['fixed', 'd', undefined],
  ]);
});
