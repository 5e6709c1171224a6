import { planOf, resolveGroups, resolveInputs } from '../../../sdk/run/plan';
import { frameIn, outputKey } from '../../../sdk/run/values';
import { aCard, from } from './support/views';

describe('planOf', () => {
  it('finds out once which input is which field of the card, and which are the author’s own', () => {
    const card = aCard('if', 'control:if', {
      inputs: { 'left-operand': from('a.x'), operator: '>', 'right-operand': 2 },
      outputs: ['result'],
    });
    expect(planOf(card)).toBe(planOf(card));
    const frame = frameIn(null);
    frame.values.set(outputKey('a', 'x'), 3);
    expect(resolveInputs(planOf(card), frame)).toEqual({ fixed: { a: 3, operator: '>', b: 2 }, more: {} });
    expect(planOf(card).outputs[0]?.from({ result: true })).toBe(true);
  });

  it('gathers fields under any key of a group, and keeps names such as __proto__ plain', () => {
    const call = aCard('c', 'control:spawn', {
      inputs: { flo: 'f', 'auth/blob': { id: 1 }, ['__proto__']: 'x' },
      outputs: ['__proto__'],
    });
    const { fixed, more } = resolveInputs(planOf(call), frameIn(null));
    expect(fixed).toEqual({ flow: 'f', auth: { blob: { id: 1 } } });
    expect(Object.entries(more)).toEqual([['__proto__', 'x']]);
    expect(resolveGroups(planOf(call), frameIn(null))).toEqual({ auth: { blob: { id: 1 } } });
    expect(planOf(call).outputs[0]?.from({})).toBeUndefined();
  });

  it('keeps apart what iterators hand to their helper', () => {
    const each = aCard('e', 'list:each', {
      inputs: { list: [1], flo: 'f' },
      each: { user: { path: 'User' } },
    });
    expect(planOf(each).bindings.map(({ view }) => view.key)).toEqual(['user']);
    expect(resolveInputs(planOf(each), frameIn(null)).more).toEqual({});
  });

  it('knows cards that only stand there, and admits those it does not know', () => {
    expect(planOf(aCard('n', 'control:comment')).idle).toBe(true);
    expect(planOf(aCard('x', 'acme@1.0.0:invented')).card).toBeUndefined();
  });
});
