/** The view: platform words for a small pack with every construct, and for real exports. */

import { readFileSync } from 'node:fs';
import type { BlockView, CardView, FlowView, InputView } from '@okta/workflows-connector-sdk-types';
import { readPack } from '../../../sdk/pack/read';
import { viewPack } from '../../../sdk/pack/view';
import { describeCorpus } from '../../support/corpus';
import { examplePack, ids } from '../../support/example-pack';

const view = viewPack(examplePack());

function flow(name: string): FlowView {
  const found = view.flowNamed(name);
  if (found === undefined) throw new Error(`no flow ${name}`);
  return found;
}

function card(name: string, title: string): CardView {
  const found = flow(name)
    .cards()
    .find((one) => one.title === title);
  if (found === undefined) throw new Error(`no card ${title}`);
  return found;
}

function input(of: CardView, key: string): InputView {
  const found = of.inputs.find((one) => one.key === key);
  if (found === undefined) throw new Error(`no input ${key}`);
  return found;
}

const titles = (block: BlockView | null | undefined) => block?.cards.map(({ title }) => title);
const output = (of: CardView, key: string) => of.outputs.find((one) => one.key === key)?.id ?? '';

describe('viewPack', () => {
  it('names the kinds of flows', () => {
    expect(view.flows.map(({ name, kind }) => [name, kind])).toEqual([
      ['Join two texts', 'helper'],
      ['Greet', 'helper'],
      ['Nightly', 'scheduled'],
      ['Endpoint', 'api endpoint'],
      ['On user', 'event'],
    ]);
  });

  it('gives tables, connections and folders', () => {
    expect(view.tables).toEqual([
      {
        id: ids.table,
        name: 'people',
        pointer: `/data/tables/${ids.table}`,
        known: true,
        columns: [{ name: 'name', type: 'text', default: null }],
      },
    ]);
    expect(view.connections).toEqual([{ id: ids.connection, name: 'Okta', module: 'okta' }]);
    expect(view.folders).toEqual([{ id: ids.folder, name: 'Examples', path: [] }]);
  });

  it('finds flows by id and by a name that one alone has', () => {
    const pack = examplePack();
    const [one, other] = Object.values(pack.data.flos);
    if (one === undefined || other === undefined) throw new Error('no flows');
    other.name = one.name;
    const twins = viewPack(pack);
    expect([twins.flowNamed(one.name), twins.flow(one.id)?.name, twins.flow('nobody')]).toEqual([
      undefined,
      one.name,
      undefined,
    ]);
  });

  it('puts cards in order and hidden ones away', () => {
    expect(titles(flow('Greet').body)).toEqual([
      'Helper Flow',
      'If/Else',
      'Compose',
      'If Error',
      'If/ElseIf',
      'For Each',
      'Search Rows',
      'Read User',
    ]);
  });

  it('takes If/Else and its Join as one card with branches and outputs', () => {
    const choice = card('Greet', 'If/Else');
    const lower = card('Greet', 'To Lower Case');
    expect(Object.keys(choice.blocks)).toEqual(['then', 'else']);
    expect([titles(choice.blocks.then), titles(choice.blocks.else)]).toEqual([['To Lower Case'], []]);
    expect(choice.outputs.map(({ key }) => key)).toEqual(['result', 'name']);
    expect(choice.blocks.then?.gives).toEqual({
      name: {
        output: output(choice, 'name'),
        source: { card: lower.id, output: output(lower, 'output'), steps: [] },
      },
    });
    expect(choice.blocks.else?.gives.name?.source).toBeNull();
    expect(input(card('Greet', 'Compose'), 'greeting0').source).toEqual({
      card: choice.id,
      output: output(choice, 'name'),
      steps: [],
    });
  });

  it('reads a picked part of a value as a step', () => {
    const trigger = card('Greet', 'Helper Flow');
    expect(input(card('Greet', 'If/Else'), 'left-operand').source).toEqual({
      card: trigger.id,
      output: output(trigger, 'person'),
      steps: [{ path: ['name', 'given'] }],
    });
  });

  it('finds what comes from around a block, through as many blocks as there are', () => {
    const compose = card('Greet', 'Compose');
    expect(input(card('Greet', 'Call Flow'), 'first').source).toEqual({
      card: compose.id,
      output: output(compose, 'output'),
      steps: [],
    });
    const attempt = card('Greet', 'If Error');
    const deepest = card('Greet', 'If/ElseIf').blocks.if?.cards[1]?.blocks.try?.cards[1];
    if (deepest === undefined) throw new Error('no inner block');
    expect(input(deepest, 'deep').source).toEqual({
      card: attempt.id,
      output: output(attempt, 'joined'),
      steps: [],
    });
    for (const one of flow('Greet').cards()) {
      expect(
        [...one.inputs, ...one.outputs].filter(({ key }) => /^(greetingIn|outerText|deeperText)$/.test(key)),
      ).toEqual([]);
    }
  });

  it('keeps conversions on the way, in the order in which they happen', () => {
    const pack = examplePack();
    for (const one of viewPack(pack).flows) {
      for (const { id } of one.cards()) {
        const wire = pack.data.flos[one.id]?.data?.methods.find(({ uuid }) => uuid === id);
        for (const [out, targets] of Object.entries(wire?.pins ?? {})) {
          for (const pin of Object.values(targets).flat()) {
            pin.transform = { [out]: { convert: 'toString', forceWrapArray: false, dest: out } };
          }
        }
      }
    }
    const choice = viewPack(pack)
      .flowNamed('Greet')
      ?.cards()
      .find(({ title }) => title === 'If/Else');
    expect(choice?.inputs[0]?.source?.steps).toEqual([
      { convert: 'toString', wrap: false },
      { path: ['name', 'given'] },
    ]);
  });

  it('names blocks in the order in which they are tested or tried', () => {
    expect(Object.keys(card('Greet', 'If/ElseIf').blocks)).toEqual(['if', 'elseif:elseGroup1', 'else']);
    expect(Object.keys(card('Greet', 'If Error').blocks)).toEqual(['try', 'catch']);
    expect(Object.keys(card('On user', 'For Each - Ignore Errors').blocks)).toEqual(['each']);
    expect(input(card('On user', 'For Each - Ignore Errors'), 'concurrency').value).toBe(1);
    expect(card('On user', 'For Each - Ignore Errors').inputs.some(({ key }) => key === 'flo')).toBe(false);
  });

  it('tells bindings of iterators, options and hidden operands', () => {
    expect(input(card('Greet', 'For Each'), 'first').binding).toEqual({ dynamic: true, path: '' });
    const rows = card('Greet', 'Search Rows');
    expect(input(rows, 'stash')).toMatchObject({ option: true, value: ids.table, binding: null });
    expect(rows.inputs.find(({ group }) => group === '_expr')).toMatchObject({
      hidden: true,
      source: { card: card('Greet', 'If/ElseIf').id },
    });
  });

  it('tells what happens when a card fails', () => {
    expect(card('Greet', 'Read User').onError).toEqual({
      then: 'halt',
      flow: null,
      retries: 3,
      delay: [60000, 180000],
      condition: 'ratelimits',
    });
    expect(card('Greet', 'If Error').onError.then).toBe('catch');
  });

  it('points into the file, exactly', () => {
    const pack = examplePack();
    for (const one of viewPack(pack).flows) {
      for (const each of one.cards()) {
        expect(Reflect.get(follow(pack, each.pointer) as object, 'uuid')).toBe(each.id);
        for (const field of [...each.inputs, ...each.outputs]) {
          expect(Reflect.get(follow(pack, field.pointer) as object, 'id')).toBe(field.id);
        }
      }
    }
  });

  it('takes a stub as a flow without a body', () => {
    const pack = examplePack();
    const stub = pack.data.flos[ids.joinTexts];
    if (stub !== undefined) stub.data = null;
    const [first] = viewPack(pack).flows;
    expect([first?.kind, first?.body, first?.cards()]).toEqual(['unknown', null, []]);
  });

  it('changes nothing of the pack', () => {
    const pack = examplePack();
    viewPack(pack).flows.forEach((one) => void one.cards());
    expect(pack).toEqual(examplePack());
  });

  it('throws, naming the flow, where cards have no order', () => {
    const pack = examplePack();
    const data = pack.data.flos[ids.greet]?.data;
    if (data) data.orderings = {};
    expect(() => viewPack(pack)).toThrow(/The flow "Greet" has no order of cards/);
  });
});

describeCorpus('real exports', (files) => {
  it('have a view in which every value comes from a card seen before', () => {
    const lost: string[] = [];
    let cards = 0;
    for (const { name, path } of files) {
      const result = readPack(readFileSync(path, 'utf8'), name);
      if ('findings' in result) throw new Error(name);
      for (const one of viewPack(result.pack).flows) {
        const seen = new Map<string, Set<string>>();
        for (const each of one.cards()) {
          cards++;
          for (const { source, pointer } of each.inputs) {
            if (source !== null && !seen.get(source.card)?.has(source.output))
              lost.push(`${name} ${pointer}`);
          }
          seen.set(each.id, new Set(each.outputs.map(({ id }) => id)));
        }
      }
    }
    expect(lost).toEqual([]);
    expect(cards).toBeGreaterThan(7000);
  });

  it('make no view wait: each in well under a second', () => {
    const slowest = Math.max(
      ...files.map(({ name, path }) => {
        const result = readPack(readFileSync(path, 'utf8'), name);
        if ('findings' in result) throw new Error(name);
        const start = process.hrtime.bigint();
        viewPack(result.pack);
        return Number(process.hrtime.bigint() - start) / 1e6;
      }),
    );
    expect(slowest).toBeLessThan(1000);
  });
});

function follow(json: unknown, pointer: string): unknown {
  return pointer
    .split('/')
    .slice(1)
    .reduce<unknown>(
      (value, token) => Reflect.get(value as object, token.replaceAll('~1', '/').replaceAll('~0', '~')),
      json,
    );
}
