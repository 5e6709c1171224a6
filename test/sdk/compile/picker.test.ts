/** Parts of an object: one hidden card for each output, before the first card of each block that takes a part. */

import { field, ifElse, ifError, json, text } from '../../../sdk/dsl';
import { compiledBody } from './support/compiled';

const person = field.record('Person', {
  name: field.record(undefined, { given: field.text(), family: field.text() }),
  mails: field.listOf(field.text()),
});

describe('parts of an object', () => {
  it('are picked by one hidden card, once each', () => {
    const { cards, text: drawn } = compiledBody({ json: field.text() }, (given) => {
      const { output } = json.parse({ string: given.json }, { as: { output: person } });
      text.trim({ string: output.name.given });
      text.concatenate({ string1: output.name.given, string2: output.name.family });
    });
    expect(drawn).toBe(`Helper Flow
Parse string=Helper Flow.json
Trim string=Parse.output.name.given
Concatenate string1=Parse.output.name.given string2=Parse.output.name.family`);
    const source = cards.find((card) => card.node.key === 'parse');
    const [picker, ...others] = cards.filter((card) => card.node.key === 'expand');
    expect(others).toEqual([]);
    expect(picker?.node.data.name).toBe(source?.uuid);
    const outputs = Object.values(picker?.node.model.outputs.data ?? {});
    expect(outputs.map(({ key, value }) => [key, value.type, value.collection, value.data])).toEqual([
      ['key', 'string', true, ['name', 'given']],
      ['value', 'string', false, null],
      ['key', 'string', true, ['name', 'family']],
      ['value', 'string', false, null],
    ]);
    expect(new Set(outputs.map(({ group }) => group)).size).toBe(2);
  });

  it.each([
    {
      where: 'in the flow and in an inner block, outside of which they are picked',
      pickers: 1,
      body: (given: { json: Parameters<typeof text.trim>[0]['string'] }) => {
        const { output } = json.parse({ string: given.json }, { as: { output: person } });
        text.trim({ string: output.name.given });
        ifError({
          try() {
            text.trim({ string: output.name.given });
          },
          catch: () => undefined,
        });
        text.toLowerCase({ string: output.name.family });
      },
    },
    {
      where: 'in both branches and behind them',
      pickers: 1,
      body: (given: { json: Parameters<typeof text.trim>[0]['string'] }) => {
        const { output } = json.parse({ string: given.json }, { as: { output: person } });
        const { value } = ifElse(
          { a: output.name.family, operator: 'is empty' },
          {
            then: () => ({ value: output.name.given }),
            else: () => ({ value: text.trim({ string: output.name.given }).output }),
          },
        );
        text.concatenate({ string1: value, string2: output.name.family });
      },
    },
    {
      where: 'of what a branch handed on',
      pickers: 1,
      body: (given: { json: Parameters<typeof text.trim>[0]['string'] }) => {
        const { whole } = ifElse(
          { a: given.json, operator: 'is empty' },
          {
            then: () => ({ whole: json.parse({ string: '{}' }, { as: { output: person } }).output }),
            else: () => ({ whole: json.parse({ string: given.json }, { as: { output: person } }).output }),
          },
        );
        text.trim({ string: whole.name.given });
      },
    },
  ])('are picked $where', ({ body, pickers }) => {
    const { cards, wire, flow } = compiledBody({ json: field.text() }, body);
    expect(cards.filter((card) => card.node.key === 'expand')).toHaveLength(pickers);
    // A card that picks shows up without a name, as one of the card it picks from.
    const [first] = Object.values(wire.data.flos);
    const hidden = first?.data?.display.preview?.filter(({ name }) => name === '') ?? [];
    expect(hidden.every(({ module }) => ['json', 'control'].includes(module))).toBe(true);
    expect(flow.cards().every(({ method }) => method !== 'expand')).toBe(true);
  });

  it('keep the spelling of what they are picked from', () => {
    const { cards } = compiledBody({ json: field.text() }, (given) => {
      const { output } = json.parse({ string: given.json }, { as: { output: person } });
      ifError({
        try() {
          text.trim({ string: output.name.given });
        },
        catch: () => undefined,
      });
    });
    const types = cards
      .filter((card) => card.node.key === 'expand')
      .flatMap((card) => Object.values(card.node.model.inputs.data).map(({ value }) => value.type));
    expect(types).toEqual([
      {
        name: {
          type: {
            given: { type: 'string', collection: false },
            family: { type: 'string', collection: false },
          },
          collection: false,
        },
        mails: { type: 'string', collection: true },
      },
    ]);
  });
});
