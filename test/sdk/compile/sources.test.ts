/** Where values come from: out of outer blocks into inner ones, and nowhere else. */

import type { WireCard, WireInput, WireOutput } from '@okta/workflows-connector-sdk-types';
import { callFlow, field, helperFlow, ifElse, ifElseIf, ifError, object, text } from '../../../sdk/dsl';
import { walkPack } from '../../../sdk/pack/walk';
import {
  type Compiled,
  compiled,
  compiledBody,
  flowWith,
  packOf,
  problemsOf,
  smuggler,
} from './support/compiled';

describe('values of outer blocks', () => {
  it.each([
    {
      depth: 'two',
      drawn: `Helper Flow
If Error
  try
    Helper Flow
    Trim string=Helper Flow.name
    Return
  catch
    Helper Flow
    Return`,
      body: (name: Text) =>
        void ifError({
          try() {
            text.trim({ string: name });
          },
          catch: () => undefined,
        }),
      wormholes: 1,
    },
    {
      depth: 'three',
      drawn: `Helper Flow
If Error
  try
    Helper Flow
    If/ElseIf left-operand="a" operator="==" right-operand="b"
      if
        Helper Flow
        Trim string=Helper Flow.name
        Return
      else
        Helper Flow
        Return
    Return
  catch
    Helper Flow
    Return`,
      body: (name: Text) =>
        void ifError({
          try() {
            ifElseIf([
              {
                when: { a: 'a', operator: '==', b: 'b' },
                then() {
                  text.trim({ string: name });
                },
              },
            ]);
          },
          catch: () => undefined,
        }),
      wormholes: 2,
    },
  ])('come in through $depth levels', ({ body, drawn, wormholes }) => {
    const result = compiledBody({ name: field.text() }, ({ name }) => body(name));
    expect(result.text).toBe(drawn);
    expect(letIn(result)).toHaveLength(wormholes);
  });

  it('come in once, however many cards take them, and on both sides alike', () => {
    const result = compiledBody({ name: field.text() }, ({ name }) => {
      ifError({
        try() {
          text.trim({ string: name });
          text.toLowerCase({ string: name });
        },
        catch() {
          text.trim({ string: name });
        },
      });
    });
    expect(letIn(result)).toHaveLength(2);
    for (const { outer, owner, input, inner, output } of letIn(result)) {
      expect(input.metadata).toEqual({ forceHide: true, wormholeMethodId: inner.uuid });
      expect(output.metadata).toEqual({ forceHide: true, wormholeMethodId: owner.uuid });
      expect(input.value.type).toEqual(output.value.type);
      expect(Object.values(outer.pins).flatMap((targets) => targets[owner.uuid] ?? [])).toContainEqual({
        input: input.id,
        transform: null,
      });
    }
  });

  it('come into catch beside the error', () => {
    const { text: drawn } = compiledBody({ name: field.text() }, ({ name }) => {
      ifError({
        try: () => undefined,
        catch(error) {
          text.concatenate({ string1: name, string2: error.message });
        },
      });
    });
    expect(drawn).toContain('Concatenate string1=Helper Flow.name string2=Helper Flow.error.message');
  });

  it('come into a branch of If/Else within a block without more ado', () => {
    const result = compiledBody({ name: field.text() }, ({ name }) => {
      ifElse({ a: name, operator: 'is empty' }, { then: () => void text.trim({ string: name }) });
    });
    expect(letIn(result)).toEqual([]);
    expect(result.text).toContain('    Trim string=Helper Flow.name');
  });
});

type Text = Parameters<typeof text.trim>[0]['string'];

describe('values that are not there', () => {
  it.each([
    {
      what: 'of a branch that has ended',
      flow() {
        const kept = smuggler<string>();
        return flowWith({ name: field.text() }, ({ name }) => {
          ifElse(
            { a: name, operator: 'is empty' },
            { then: () => kept.keep(text.trim({ string: name }).output) },
          );
          text.toLowerCase({ string: kept.use() });
        });
      },
      message:
        'Card "To Lower Case" takes "output" from card "Trim", which stands in a branch of If/Else that has ended.',
      hint: 'Hand the value on from the branch: return it from both branches and use what ifElse() gives.',
    },
    {
      what: 'of the other branch',
      flow() {
        const kept = smuggler<string>();
        return flowWith({ name: field.text() }, ({ name }) => {
          ifElse(
            { a: name, operator: 'is empty' },
            {
              then: () => kept.keep(text.trim({ string: name }).output),
              else: () => void text.toLowerCase({ string: kept.use() }),
            },
          );
        });
      },
      message:
        'Card "To Lower Case" takes "output" from card "Trim", which stands in a branch of If/Else that has ended.',
      hint: 'Hand the value on from the branch: return it from both branches and use what ifElse() gives.',
    },
    {
      what: 'of an inner block that has ended',
      flow() {
        const kept = smuggler<string>();
        return flowWith({ name: field.text() }, ({ name }) => {
          ifError({ try: () => kept.keep(text.trim({ string: name }).output), catch: () => undefined });
          text.toLowerCase({ string: kept.use() });
        });
      },
      message:
        'Card "To Lower Case" takes "output" from card "Trim", which is not part of this flow or stands in an inner block that has ended.',
      hint: 'Pass it as an input of the flow, or return it from the block.',
    },
    {
      what: 'of another flow',
      flow() {
        const kept = smuggler<string>();
        const other = helperFlow({
          name: 'Other',
          description: '',
          inputs: { name: field.text() },
          outputs: {},
          body: ({ name }) => kept.keep(name),
        });
        return flowWith({}, () => {
          expect(other.model.name).toBe('Other');
          text.toLowerCase({ string: kept.use() });
        });
      },
      message:
        'Card "To Lower Case" takes "name" from card "Helper Flow", which is not part of this flow or stands in an inner block that has ended.',
      hint: 'Pass it as an input of the flow, or return it from the block.',
    },
  ])('$what are refused', ({ flow, message, hint }) => {
    const [only, ...more] = problemsOf(packOf([flow()]));
    expect(more).toEqual([]);
    expect(only).toMatchObject({ message, hint });
    expect(only?.where.slice(0, 2)).toEqual(['test', 'Flow']);
  });

  it('are all named at once, with the flows and tables that are missing', () => {
    const other = helperFlow({
      name: 'Other',
      description: '',
      inputs: {},
      outputs: {},
      body: () => undefined,
    });
    const kept = smuggler<string>();
    const flow = flowWith({ name: field.text() }, ({ name }) => {
      ifElse(
        { a: name, operator: 'is empty' },
        { then: () => kept.keep(text.trim({ string: name }).output) },
      );
      text.toLowerCase({ string: kept.use() });
      callFlow(other, {});
      object.keys({ object: name as never });
    });
    expect(problemsOf(packOf([flow])).map(({ where, message }) => [where.at(-1), message])).toEqual([
      ['To Lower Case#1', expect.stringContaining('has ended')],
      ['Call Flow#1', 'Card "Call Flow" uses the flow "Other", which is not part of "test".'],
    ]);
  });
});

it('calls a flow of the pack by its id', () => {
  const other = helperFlow({
    name: 'Other',
    description: '',
    inputs: { name: field.text() },
    outputs: { name: field.text() },
    body: ({ name }) => ({ name }),
  });
  const flow = flowWith({}, () => {
    const { name } = callFlow(other, { name: 'Ada' });
    text.trim({ string: name });
  });
  const { text: drawn, view } = compiled(packOf([flow, other]));
  expect(drawn).toBe(`Helper Flow
Call Flow flo="${view.flowNamed('Other')?.id}" name="Ada"
Trim string=Call Flow.name`);
});

/** Every value let into a block: the hidden field around it, and the one within. */
function letIn({ wire }: Compiled) {
  const isHidden = ({ metadata }: WireInput | WireOutput) => typeof metadata.wormholeMethodId === 'string';
  const cards: WireCard[] = walkPack(wire).flatMap((flow) =>
    [...flow.cards.values()].map(({ card }) => card),
  );
  return cards.flatMap((inner) =>
    Object.values(inner.node.model.outputs.data)
      .filter(isHidden)
      .map((output) => {
        const owner = cards.find(({ uuid }) => uuid === output.metadata.wormholeMethodId);
        const input = Object.values(owner?.node.model.inputs.data ?? {}).find(
          (each) => isHidden(each) && each.key === output.key,
        );
        const outer = cards.find(({ pins }) =>
          Object.values(pins).some((to) => owner && to[owner.uuid] !== undefined),
        );
        if (owner === undefined || input === undefined || outer === undefined)
          throw new Error('Half a pair.');
        return { inner, output, owner, input, outer };
      }),
  );
}
