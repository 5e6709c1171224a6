/** If/Else: its No-ops and its Join, and what the branches hand on. */

import { assign, field, ifElse, text } from '../../../sdk/dsl';
import { compiledBody } from './support/compiled';

const inputs = { name: field.text(), count: field.number() };

describe('the cards of If/Else', () => {
  const { cards, wire } = compiledBody(inputs, ({ name }) => {
    ifElse({ a: name, operator: 'is empty' }, { then: () => void text.trim({ string: name }) });
    text.toLowerCase({ string: name });
  });
  const byKey = (key: string) => cards.filter((card) => card.node.key === key);
  const [flow] = Object.values(wire.data.flos);
  const edges = Object.values(flow?.data?.orderings ?? {}).map((edge) => edge.join(' > '));
  const [branch] = byKey('if');
  const [yes, no] = byKey('noop');
  const [join] = byKey('join');
  const [trim] = byKey('trim');
  const [lower] = byKey('toLowerCase');

  it('are an If, a No-op for each branch, and a Join', () => {
    expect(branch?.branches).toEqual({ [yes?.uuid ?? '']: true, [no?.uuid ?? '']: false });
    expect(cards.map((card) => card.node.key)).toEqual([
      'callable',
      'if',
      'noop',
      'trim',
      'noop',
      'join',
      'toLowerCase',
    ]);
    expect([yes, no].map((card) => card?.node.model.displayed)).toEqual([false, false]);
  });

  it('follow one another: no edge from the If to its branches, one from each No-op to the Join', () => {
    const id = (card: typeof branch) => card?.uuid ?? '';
    expect(edges.sort()).toEqual(
      [
        `${id(cards[0])} > ${id(branch)}`,
        `${id(yes)} > ${id(trim)}`,
        `${id(trim)} > ${id(join)}`,
        `${id(yes)} > ${id(join)}`,
        `${id(no)} > ${id(join)}`,
        `${id(join)} > ${id(lower)}`,
      ].sort(),
    );
  });
});

describe('what the branches hand on', () => {
  it.each([
    {
      what: 'values of their own cards',
      body({ name }: Given) {
        const { value } = ifElse(
          { a: name, operator: 'is empty' },
          {
            then: () => ({ value: text.trim({ string: name }).output }),
            else: () => ({ value: text.toLowerCase({ string: name }).output }),
          },
        );
        text.length({ string: value });
      },
      drawn: `Helper Flow
If/Else left-operand=Helper Flow.name operator="is empty"
  then value=Trim.output
    Trim string=Helper Flow.name
  else value=To Lower Case.output
    To Lower Case string=Helper Flow.name
Length string=If/Else.value`,
    },
    {
      what: 'constants and values made before them, by an Assign',
      body({ name }: Given) {
        const { value } = ifElse(
          { a: name, operator: 'is empty' },
          { then: () => ({ value: 'nobody' }), else: () => ({ value: name }) },
        );
        text.length({ string: value });
      },
      drawn: `Helper Flow
If/Else left-operand=Helper Flow.name operator="is empty"
  then value=Assign.value
    Assign value="nobody"
  else value=Assign.value
    Assign value=Helper Flow.name
Length string=If/Else.value`,
    },
    {
      what: 'values of another type, converted to that of the first',
      body({ name, count }: Given) {
        const { value } = ifElse(
          { a: name, operator: 'is empty' },
          {
            then: () => ({ value: text.trim({ string: name }).output }),
            else: () => ({ value: assign({ count }).count }),
          },
        );
        text.length({ string: value });
      },
      drawn: `Helper Flow
If/Else left-operand=Helper Flow.name operator="is empty"
  then value=Trim.output
    Trim string=Helper Flow.name
  else value=Assign.count|toString
    Assign count=Helper Flow.count
Length string=If/Else.value`,
    },
    {
      what: 'through a branch around them',
      body({ name }: Given) {
        const { value } = ifElse(
          { a: name, operator: 'is empty' },
          {
            then: () => ({ value: 'nobody' }),
            else: () =>
              ifElse(
                { a: name, operator: '==', b: 'Ada' },
                {
                  then: () => ({ value: text.trim({ string: name }).output }),
                  else: () => ({ value: 'else' }),
                },
              ),
          },
        );
        text.length({ string: value });
      },
      drawn: `Helper Flow
If/Else left-operand=Helper Flow.name operator="is empty"
  then value=Assign.value
    Assign value="nobody"
  else value=If/Else.value
    If/Else left-operand=Helper Flow.name operator="==" right-operand="Ada"
      then value=Trim.output
        Trim string=Helper Flow.name
      else value=Assign.value
        Assign value="else"
Length string=If/Else.value`,
    },
    {
      what: 'nothing from the branch that has nothing',
      body({ name }: Given) {
        const { value } = ifElse(
          { a: name, operator: 'is empty' },
          { then: () => ({ value: text.trim({ string: name }).output }) },
        );
        text.length({ string: value });
      },
      drawn: `Helper Flow
If/Else left-operand=Helper Flow.name operator="is empty"
  then value=Trim.output
    Trim string=Helper Flow.name
  else value=-
Length string=If/Else.value`,
    },
  ])('are $what', ({ body, drawn }) => {
    expect(compiledBody(inputs, body).text).toBe(drawn);
  });

  it('stand on the Join, once each way', () => {
    const { cards } = compiledBody(inputs, ({ name }) => {
      ifElse(
        { a: name, operator: 'is empty' },
        { then: () => ({ x: 'a', y: 1 }), else: () => ({ x: 'b', y: 2 }) },
      );
    });
    const join = cards.find((card) => card.node.key === 'join');
    const { inputs: taken, outputs: given } = join?.node.model ?? {
      inputs: { data: {} },
      outputs: { data: {} },
    };
    expect(Object.values(taken.data).map(({ key, value }) => [key, value.type])).toEqual([
      ['x', 'string'],
      ['y', 'number'],
    ]);
    expect(join?.joins).toEqual(
      Object.fromEntries(
        Object.values(taken.data).map(({ id, key }) => [
          id,
          [{ output: Object.values(given.data).find((each) => each.key === key)?.id, transform: null }],
        ]),
      ),
    );
  });
});

type Given = Parameters<Parameters<typeof compiledBody<typeof inputs>>[1]>[0];
