/** Flows: written when first asked for, so that they may call themselves and each other. */

import {
  callFlow,
  callFlowAsync,
  continueIf,
  exportFlow,
  field,
  type HelperFlow,
  helperFlow,
  ifElse,
  list,
  number,
  object,
  text,
} from '../../../sdk/dsl';
import { compiled, packOf } from '../compile/support/compiled';

const inputs = { count: field.number() };
const outputs = { sum: field.number() };

it('calls itself', () => {
  const sum: HelperFlow<typeof inputs, typeof outputs> = helperFlow({
    name: 'Sum',
    description: '',
    inputs,
    outputs,
    body({ count }) {
      return ifElse(
        { a: count, operator: '<=', b: 0 },
        {
          then: () => ({ sum: 0 }),
          else() {
            const less = number.subtract({ a: count, b: 1 });
            const rest = callFlow(sum, { count: less.output });
            return { sum: number.add({ a: count, b: rest.sum }).output };
          },
        },
      );
    },
  });
  const { text: drawn, flow } = compiled(packOf([sum]));
  expect(drawn).toContain(`Call Flow flo="${flow.id}" count=Subtract.output`);
});

it('calls one that calls it back', () => {
  const ping: HelperFlow<typeof inputs, typeof outputs> = helperFlow({
    name: 'Ping',
    description: '',
    inputs,
    outputs,
    body: ({ count }) => callFlow(pong, { count }),
  });
  const pong: HelperFlow<typeof inputs, typeof outputs> = helperFlow({
    name: 'Pong',
    description: '',
    inputs,
    outputs,
    body: ({ count }) => callFlow(ping, { count }),
  });
  expect(compiled(packOf([ping, pong])).view.flows.map(({ name }) => name)).toEqual(['Ping', 'Pong']);
});

it('is written once', () => {
  let times = 0;
  const flow = helperFlow({
    name: 'Once',
    description: '',
    inputs: {},
    outputs: {},
    body: () => void times++,
  });
  expect(flow.model).toBe(flow.model);
  expect(times).toBe(1);
});

it('says its mistake again to whoever asks again', () => {
  const flow = helperFlow({
    name: 'Wrong',
    description: '',
    inputs: {},
    outputs: { a: field.text() },
    body: () => undefined,
  });
  expect(() => flow.model).toThrow('promises "a"');
  expect(() => flow.model).toThrow('promises "a"');
});

it('may have an input called connection', () => {
  const helper = helperFlow({
    name: 'Helper',
    description: '',
    inputs: { connection: field.text() },
    outputs: {},
    body: () => undefined,
  });
  const main = helperFlow({
    name: 'Main',
    description: '',
    inputs: {},
    outputs: {},
    body() {
      callFlow(helper, { connection: 'x' });
      callFlowAsync(helper, { connection: 'y' });
      exportFlow(helper, { indent: 4 });
    },
  });
  const { text: drawn, view } = compiled(packOf([main, helper]));
  expect(drawn.replaceAll(view.flowNamed('Helper')?.id ?? '', 'Helper')).toBe(`Helper Flow
Call Flow flo="Helper" connection="x"
Call Flow Async flo="Helper" connection="y"
Export Flow flo="Helper" pretty=true indent=4`);
});

it('gives outputs the types they have, whatever the body gives', () => {
  const flow = helperFlow({
    name: 'Flow',
    description: '',
    inputs: { count: field.number() },
    outputs: { said: field.text(undefined, { key: 'What is said' }) },
    body: ({ count }) => ({ said: text.compose`${count}` }),
  });
  const { cards } = compiled(packOf([flow]));
  const end = cards.find(({ node }) => node.key === 'return');
  expect(Object.values(end?.node.model.inputs.data ?? {}).map(({ key, value }) => [key, value.type])).toEqual(
    [['What is said', 'string']],
  );
});

it('reads the words of the language as the platform does', () => {
  const flow = helperFlow({
    name: 'Flow',
    description: '',
    inputs: { names: field.listOf(field.text()), size: field.number() },
    outputs: {},
    body({ names, size }) {
      const first = list.at(
        { list: names, index: 0 },
        { as: { item: field.text() }, title: 'First', note: 'Of all.' },
      );
      continueIf({ a: first.item, operator: 'is not empty', message: 'Nobody.' });
      const all = list.construct(['a', first.item]);
      const double = number.formula`${size} * 2`;
      const made = object.construct({ all, double, 'a.b': true });
      object.getMultiple({ object: made.output }, { outputs: { b: field.flag('B', { key: 'a.b' }) } });
    },
  });
  expect(compiled(packOf([flow])).text).toBe(`Helper Flow
First list=Helper Flow.names
Continue If left-operand=First.item operator="is not empty" message="Nobody."
Construct item1="a" item2=First.item
Formula _text_="{{{part1}}} * 2" part1=Helper Flow.size
Construct all=Construct.list double=Formula.output a.b=true
Get Multiple object=Construct.output`);
});
