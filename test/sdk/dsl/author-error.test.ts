/** What the language says when a flow is written wrong, where the types could not tell. */

import {
  AuthorError,
  action,
  assign,
  callFlow,
  customAuth,
  eventFlow,
  field,
  findRow,
  forEach,
  group,
  helperFlow,
  ifElse,
  ifElseIf,
  ifError,
  item,
  list,
  lookup,
  object,
  okta,
  reduce,
  scheduledFlow,
  table,
  text,
} from '../../../sdk/dsl';

/** Past the types: what an author’s mistake would be at run time. */
const mistaken = <T>(value: unknown): T => value as T;

const flowOf = (body: (given: { name: ReturnType<typeof named>; rows: never }) => void) =>
  helperFlow({
    name: 'Flow',
    description: '',
    inputs: { name: field.text(), rows: field.list() },
    outputs: {},
    body: (given) => body(mistaken(given)),
  }).model;

const named = () => text.trim({ string: 'x' }).output;

const helper = helperFlow({
  name: 'Helper',
  description: '',
  inputs: { name: field.text(), memo: field.text() },
  outputs: { a: field.text(), b: field.flag() },
  body: ({ name }) => ({ a: name, b: true }),
});

const auth = customAuth('Key', { key: field.text() });
const act = action({
  auth,
  name: 'Find',
  description: '',
  options: { by: field.choice('By', ['ID'], { default: 'ID' }) },
  inputs: { user: group('User', { id: field.text('ID') }) },
  outputs: { user: group('User', { name: field.text('Name') }) },
  scopes: [],
  help: { limits: [] },
  sample: { inputs: {}, outputs: { user: {} } },
  body: ({ inputs }) => ({ user: { name: inputs.user.id } }),
});

const people = table({ name: 'people', description: '', columns: { name: field.text() } });

it.each([
  {
    mistake: 'a card outside a flow',
    made: () => text.trim({ string: 'x' }),
    said: 'Card "Trim" stands outside a flow; place cards inside the body of helperFlow(), eventFlow() or action().',
  },
  {
    mistake: 'an unknown field',
    made: () => flowOf(() => text.trim(mistaken({ string: 'x', strong: true }))),
    said: 'Card "Trim" has no field "strong"; it has "string".',
  },
  {
    mistake: 'a card’s value inside a constant',
    made: () => flowOf(({ name }) => object.merge({ start: mistaken({ a: [name] }), sink: {} })),
    said: 'A constant holds the value "name" of card "Helper Flow" under "0"; make the object with object.construct() or the list with list.construct().',
  },
  {
    mistake: 'one value for a field that takes many',
    made: () => flowOf(({ name }) => lookup({ key: name, options: mistaken(name) })),
    said: 'Field "options" of card "Lookup" takes values under names of their own.',
  },
  {
    mistake: 'branches that hand on different keys',
    made: () =>
      flowOf(({ name }) =>
        ifElse(
          { a: name, operator: 'is empty' },
          { then: () => ({ a: 'x', b: 'y' }), else: mistaken(() => ({ a: 'x' })) },
        ),
      ),
    said: 'Block "else" of If/Else hands on "a", but not "b"; every block must hand on the same keys.',
  },
  {
    mistake: 'blocks of If Error that do',
    made: () => flowOf(() => ifError({ try: () => ({ a: 'x' }), catch: mistaken(() => ({ b: 'x' })) })),
    said: 'Block "try" of If Error hands on "a", but not "b"; every block must hand on the same keys.',
  },
  {
    mistake: 'blocks of If/ElseIf that do',
    made: () =>
      flowOf(({ name }) =>
        ifElseIf(
          [{ when: { a: name, operator: 'is empty' }, then: () => ({ a: 'x' }) }],
          mistaken(() => ({ b: 'x' })),
        ),
      ),
    said: 'Block "if" of If/ElseIf hands on "a", but not "b"; every block must hand on the same keys.',
  },
  {
    mistake: 'a promised output that is missing',
    made: () =>
      helperFlow({
        name: 'Flow',
        description: '',
        inputs: {},
        outputs: { a: field.text(), b: field.text() },
        body: mistaken(() => ({ a: 'x' })),
      }).model,
    said: 'Flow "Flow" promises "a", "b", but its body does not give "b"; return them from body().',
  },
  {
    mistake: 'a body that gives nothing of what it promises',
    made: () =>
      helperFlow({
        name: 'Flow',
        description: '',
        inputs: {},
        outputs: { a: field.text() },
        body: () => undefined,
      }).model,
    said: 'Flow "Flow" promises "a", but its body does not give "a"; return them from body().',
  },
  {
    mistake: 'an output that nobody promised',
    made: () =>
      helperFlow({
        name: 'Flow',
        description: '',
        inputs: {},
        outputs: {},
        body: mistaken(() => ({ a: 'x' })),
      }).model,
    said: 'Flow "Flow" has no output "a"; it has none.',
  },
  {
    mistake: 'a call with an unknown input',
    made: () => flowOf(() => callFlow(helper, mistaken({ nme: 'x' }))),
    said: 'Flow "Helper" has no input "nme"; it has "name", "memo".',
  },
  {
    mistake: 'a binding to an unknown input',
    made: () => flowOf(({ rows }) => forEach(rows, helper, mistaken({ nme: item() }))),
    said: 'Flow "Helper" has no input "nme"; it has "name", "memo".',
  },
  {
    mistake: 'a helper of Reduce that returns more than one value',
    made: () => flowOf(({ rows }) => reduce(rows, '', helper, {})),
    said: 'Flow "Helper" returns "a", "b"; the helper flow of Reduce must return one value.',
  },
  {
    mistake: 'a helper of Filter Custom that does',
    made: () => flowOf(({ rows }) => list.filterCustom(rows, mistaken<never>(helper), {})),
    said: 'Flow "Helper" returns "a", "b"; the helper flow of Filter Custom must return one value.',
  },
  {
    mistake: 'a column that the table does not have',
    made: () => flowOf(({ name }) => findRow(people, mistaken({ nme: name }))),
    said: 'Table "people" has no column "nme"; it has "name".',
  },
  {
    mistake: 'a column that no table can have',
    made: () => table({ name: 't', description: '', columns: { all: field.object() } }),
    said: 'Column "all" is of type object; a table holds text, numbers, True/False and dates.',
  },
  {
    mistake: 'an unknown field of an action',
    made: () => flowOf(() => act.card(mistaken({ user: { nme: 'x' } }))),
    said: 'Card "Find" has no field "nme" in "User".',
  },
  {
    mistake: 'an unknown group of an action',
    made: () => flowOf(() => act.card(mistaken({ person: {} }))),
    said: 'Card "Find" has no fields under "person".',
  },
  {
    mistake: 'an unknown option of an action',
    made: () => flowOf(() => act.card(mistaken({ options: { via: 'x' } }))),
    said: 'Card "Find" has no option "via" in "Options".',
  },
  {
    mistake: 'an event flow on a card that is no event',
    made: () =>
      eventFlow({
        name: 'Flow',
        description: '',
        event: { ...okta.events.userCreated, outputs: { collection: mistaken(field.list()) } },
        body: () => undefined,
      }),
    said: 'Card "User Created" is not an event card.',
  },
])('$mistake', ({ made, said }) => {
  expect(made).toThrow(new AuthorError(said));
});

it('leaves nothing open behind a mistake', () => {
  expect(() =>
    scheduledFlow({ name: 'x', description: '', schedule: { everyMinutes: 5 }, body: () => void fail() }),
  ).toThrow();
  expect(() => assign({ a: 'x' })).toThrow('stands outside a flow');
});

function fail(): never {
  throw new Error('The body fails.');
}
