/** The types: what is wrong does not compile. Each line after `@ts-expect-error` would fail `npm run types` if it did. */

import {
  action,
  callFlow,
  customAuth,
  field,
  findRow,
  forEach,
  group,
  helperFlow,
  ifElse,
  item,
  json,
  list,
  number,
  object,
  okta,
  type Ref,
  reduce,
  table,
  text,
} from '../../../sdk/dsl';

declare const count: Ref<number>;
declare const name: Ref<string>;
declare const rows: Ref<{ id: string }[]>;

const helper = helperFlow({
  name: 'Helper',
  description: '',
  inputs: { name: field.text(), size: field.number() },
  outputs: { greeting: field.text() },
  body: ({ name }) => ({ greeting: name }),
});

const people = table({
  name: 'people',
  description: '',
  columns: { name: field.text(), age: field.number() },
});

const auth = customAuth('Key', { key: field.text('Key', { secret: true }) });
const find = action({
  auth,
  name: 'Find',
  description: '',
  options: { by: field.choice('By', ['ID', 'Email'], { required: true }) },
  inputs: { user: group('User', { id: field.text('ID', { required: true }), note: field.text('Note') }) },
  outputs: { user: group('User', { name: field.text('Name') }) },
  scopes: [],
  help: { limits: [] },
  sample: { inputs: {}, outputs: { user: {} } },
  body: ({ inputs }) => ({ user: { name: inputs.user.id } }),
});

/** Never called: the compiler alone reads it. */
function wrong(): void {
  // A number where a text is due, as a constant and from a card.
  // @ts-expect-error number for text
  text.trim({ string: 3 });
  // @ts-expect-error Ref<number> for text
  text.trim({ string: count });
  // @ts-expect-error Ref<string> for number
  list.at({ list: rows, index: name });
  // @ts-expect-error text for a number of a formula
  number.formula`${name} + 1`;

  // Fields.
  // @ts-expect-error unknown field
  text.trim({ string: name, strong: true });
  // @ts-expect-error missing required field
  text.trim({});
  // @ts-expect-error an output the card does not have
  text.trim({ string: name }).outputs;
  // @ts-expect-error a type for an output that the card does not have
  json.parse({ string: name }, { as: { outputs: field.list() } });
  // @ts-expect-error not one of the choices
  okta.customApiAction({ relativeUrl: '/x', requestType: 'FETCH' });

  // Parts of objects.
  const { output } = json.parse({ string: name }, { as: { output: field.record('A', { a: field.text() }) } });
  // @ts-expect-error a part that does not exist
  text.trim({ string: output.b });
  // @ts-expect-error an object of which nothing is known has no parts
  object.merge({ start: {}, sink: {} }).output.a;

  // Calls.
  // @ts-expect-error an input of another type
  callFlow(helper, { name: count });
  // @ts-expect-error an input that the flow does not have
  callFlow(helper, { nme: name });
  // @ts-expect-error an output that the flow does not have
  callFlow(helper, { name }).greting;
  // @ts-expect-error a binding of another type
  forEach(rows, helper, { name: 3 });
  // @ts-expect-error a binding that the flow does not have
  forEach(rows, helper, { id: item('id') });
  // @ts-expect-error the helper of Reduce needs a memo
  reduce(rows, '', helper, {});
  // @ts-expect-error the helper of Filter Custom returns true or false
  list.filterCustom(rows, helper, {});

  // Flows.
  helperFlow({
    name: 'x',
    description: '',
    inputs: {},
    outputs: { a: field.text() },
    // @ts-expect-error a promised output of another type
    body: () => ({ a: 3 }),
  });
  helperFlow({
    name: 'x',
    description: '',
    inputs: {},
    outputs: { a: field.text(), b: field.text() },
    // @ts-expect-error a promised output is missing
    body: () => ({ a: 'a' }),
  });
  ifElse(
    { a: name, operator: 'is empty' },
    // @ts-expect-error the branches hand on different keys
    { then: () => ({ a: 'a' }), else: () => ({ b: 'b' }) },
  );
  // @ts-expect-error an operator that does not exist
  ifElse({ a: name, operator: '~' }, { then: () => undefined });

  // Tables.
  // @ts-expect-error a column that does not exist
  findRow(people, { nme: name });
  // @ts-expect-error a column of another type
  findRow(people, { age: name });

  // Actions.
  // @ts-expect-error unknown action field
  find.card({ options: { by: 'ID' }, user: { id: name, nte: 'x' } });
  // @ts-expect-error missing required action field
  find.card({ options: { by: 'ID' }, user: { note: 'x' } });
  // @ts-expect-error missing required option
  find.card({ user: { id: name } });
  // @ts-expect-error an option’s other value
  find.card({ options: { by: 'Name' }, user: { id: name } });
  // @ts-expect-error an action’s output that does not exist
  find.card({ options: { by: 'ID' }, user: { id: name } }).user.mail;
}

/** Never called either: what is right must compile. */
function right(): void {
  text.trim({ string: 'a' });
  text.concatenate({ string1: name, string2: 'b', more: name });
  object.construct({ any: count, thing: 'x', at: { all: 1 } });
  const { output } = json.parse({ string: name }, { as: { output: field.record('A', { a: field.text() }) } });
  text.trim({ string: output.a });
  const sum: Ref<number> = number.formula`${count} + ${1}`;
  const names: Ref<string[]> = list.map(rows, helper, { name: item('id'), size: sum });
  list.at({ list: names, index: 0 });
  const handed: Ref<string> = ifElse(
    { a: name, operator: '==', b: 3 },
    { then: () => ({ value: 'a' }), else: () => ({ value: name }) },
  ).value;
  callFlow(helper, { name: handed });
}

it('is read by the compiler', () => {
  expect([wrong, right]).toHaveLength(2);
});
