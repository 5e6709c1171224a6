/** Blocks that a card holds inline: If/ElseIf with its else-ifs, If Error, the body of an event. */

import { as, comment, eventFlow, field, ifElseIf, ifError, okta, text } from '../../../sdk/dsl';
import { compiled, compiledBody, packOf } from './support/compiled';

describe('If/ElseIf', () => {
  const {
    text: drawn,
    cards,
    flow,
  } = compiledBody({ count: field.number() }, ({ count }) => {
    const { size } = ifElseIf(
      [
        { when: { a: count, operator: '<', b: 3 }, then: () => ({ size: 'small' }) },
        { when: { a: count, operator: '<', b: 6 }, then: () => ({ size: as.text(count) }) },
        { when: { a: count, operator: 'is empty' }, then: () => ({ size: 'none' }) },
      ],
      () => ({ size: 'large' }),
    );
    text.trim({ string: size });
  });

  it('tests in the order written, each condition with its own values', () => {
    expect(drawn).toBe(`Helper Flow
If/ElseIf left-operand=Helper Flow.count operator="<" right-operand=3 left-operand=Helper Flow.count operator="<" right-operand=6 left-operand=Helper Flow.count operator="is empty"
  if
    Helper Flow
    Return size="small"
  elseif
    Helper Flow
    Return size=Helper Flow.count|toString
  elseif
    Helper Flow
    Return size="none"
  else
    Helper Flow
    Return size="large"
Trim string=If/ElseIf.size`);
  });

  it('has its else-ifs between If and Else, each in a group of its own', () => {
    const card = cards.find(({ node }) => node.key === 'branch');
    const ports = Object.values(card?.node.model.inputs.data ?? {}).filter(
      ({ group }) => group !== 'context',
    );
    expect(ports.map(({ metadata }) => metadata.index)).toEqual(ports.map((_, index) => index));
    const groups = [...new Set(ports.map(({ group }) => group))];
    expect([groups.at(0), groups.at(-1), groups.length]).toEqual(['if', 'else', 4]);
    const [, second] = groups;
    expect(ports.filter(({ group }) => group === second).map(({ key, value }) => [key, value.type])).toEqual([
      ['left-operand', 'number'],
      ['operator', 'string'],
      ['right-operand', 'number'],
      ['inputs', 'object'],
      ['flo', 'flo'],
    ]);
  });

  it('gives what its blocks return', () => {
    const card = flow.cards().find(({ method }) => method === 'branch');
    expect(card?.outputs.map(({ key }) => key)).toEqual(['size']);
  });
});

it('If Error holds its second block as its error handler', () => {
  const { cards } = compiledBody({}, () => {
    ifError({ try: () => ({ said: 'yes' }), catch: ({ message }) => ({ said: message }) });
  });
  const { policy } = cards.find(({ node }) => node.key === 'tryCatch')?.node.model ?? {};
  expect(policy?.error).toMatchObject({ type: 'handler', merge: 'join', flo: { group: null } });
});

describe('an event flow', () => {
  const flow = eventFlow({
    name: 'On user',
    description: '',
    event: okta.events.userDeactivated,
    body(event) {
      comment('Who it is.', { title: 'Note' });
      text.trim({ string: event.oktaUser.id });
    },
  });
  const { cards, text: drawn, flow: view, wire } = compiled(packOf([flow]));

  it('holds its body in For Each - Ignore Errors, under a trigger named like the event', () => {
    expect(view.kind).toBe('event');
    expect(drawn).toBe(`User Deactivated
For Each - Ignore Errors list=User Deactivated.collection concurrency=1
  each
    User Deactivated
    Comment
    Trim string=User Deactivated.Okta User.ID`);
  });

  it('lets the designer draw that trigger as the event', () => {
    const trigger = cards.find(({ node }) => node.key === 'callable');
    expect(JSON.stringify(wire)).toContain(`"aliases":{"${trigger?.uuid}":"okta"}`);
  });

  it('writes a comment with its title apart', () => {
    const note = cards.find(({ node }) => node.key === 'comment');
    expect(note?.node.data.name).toBe('Comment');
    expect(note?.node.model.comments).toEqual({ title: 'Note', markdown: 'Who it is.' });
  });
});
