import type { FlowView } from '@okta/workflows-connector-sdk-types';
import { eventFlow, field, helperFlow, object, okta, text } from '../../../sdk/dsl';
import { fullShape } from '../../../sdk/run/sample';
import { deliveredEvents, eventStart, inputStart } from '../../../sdk/run/start';
import { stubsOf } from '../../../sdk/run/stubs';
import { play } from './support/machine';
import { answers, orgWithOkta } from './support/orgs';
import { aCard, aFlow, aTrigger, from } from './support/views';

const orgFlow = (view: FlowView) => ({
  number: 1,
  view,
  on: true,
  space: { flow: () => undefined, table: () => undefined, connection: () => null, action: () => null },
});

describe('inputStart', () => {
  it('gives a delegated flow its inputs in their groups', async () => {
    const trigger = aCard('start', 'http:delegated', {
      outputs: ['inputs/reason', 'user context/okta-user-id'],
    });
    const back = aCard('r', 'control:return', {
      inputs: { reason: from('start.inputs/reason'), user: from('start.user context/okta-user-id') },
      outputs: ['reason', 'user'],
    });
    const view = aFlow('Delegated', [trigger, back], { kind: 'delegated' });
    const start = inputStart(orgFlow(view), { reason: 'left', 'okta-user-id': '00u1' }, null);
    const { result } = await play({ flows: [view] }, start);
    expect(result.outputs).toEqual({ reason: 'left', user: '00u1' });
  });

  it('makes inputs up only where none are given and answers are', () => {
    const flow = orgFlow(aFlow('Helper', [aTrigger('name', 'context/index')]));
    expect(inputStart(flow, undefined, null)).toEqual({ inputs: {}, groups: {} });
    expect(inputStart(flow, undefined, fullShape)).toEqual({ inputs: { name: 'name 1' }, groups: {} });
    expect(inputStart(flow, {}, fullShape)).toEqual({ inputs: {}, groups: {} });
  });
});

describe('eventStart', () => {
  const trigger = aCard('start', 'jira@1.0.0:issueUpdated', { outputs: ['collection'] });
  const [collection] = trigger.outputs;
  if (collection !== undefined)
    Object.assign(collection, { list: true, type: { Output: { type: 'object', collection: false } } });
  const flow = orgFlow(aFlow('Event', [trigger], { kind: 'event' }));

  it('is one event with its fields in the group that the card has', () => {
    const inputs = { collection: [{ Output: { key: 'A-1' } }] };
    expect(eventStart(flow, { key: 'A-1' }, null)).toMatchObject({ inputs });
    expect(eventStart(flow, { Output: { key: 'A-1' } }, null)).toMatchObject({ inputs });
  });

  it('is made up where answers are', () => {
    expect(eventStart(flow, undefined, fullShape).inputs).toEqual({
      collection: [{ Output: { id: '1' } }, { Output: { id: '2' } }],
    });
  });
});

describe('deliveredEvents', () => {
  it('are delivered one by one', () => {
    const event = (eventType: string) => ({ eventType });
    const [first, second] = deliveredEvents({ eventId: 'x', data: { events: [event('a'), event('b')] } });
    expect(first).toEqual({ type: 'a', delivery: { eventId: 'x', data: { events: [event('a')] } } });
    expect(second?.type).toBe('b');
    expect(deliveredEvents('nothing')).toEqual([]);
  });
});

describe('fire', () => {
  const seen = eventFlow({
    name: 'Suspended',
    description: 'Reads what happened.',
    event: okta.events.userSuspended,
    body(event) {
      text.toLowerCase({ string: event.eventType });
    },
  });

  it('starts an event flow whose event nothing here sends', async () => {
    const { org, events } = await orgWithOkta([seen], { stubs: stubsOf({}, fullShape) });
    expect((await org.fire('Suspended', { 'Event Type': 'USER.SUSPEND' })).outcome).toBe('success');
    expect(events).toContainEqual(
      expect.objectContaining({ type: 'card', outputs: { output: 'user.suspend' } }),
    );
    expect((await org.fire('Suspended')).outcome).toBe('success');
    await expect(org.run('Suspended')).rejects.toThrow('starts with an event');
  });
});

describe('a streaming search', () => {
  const each = helperFlow({
    name: 'Each',
    description: 'Sees one.',
    inputs: { Record: field.object(), State: field.object() },
    outputs: {},
    body({ State }) {
      object.get({ object: State, path: 'days' }, { as: { output: field.number() } });
      return {};
    },
  });
  const search = helperFlow({
    name: 'Search',
    description: 'Streams.',
    inputs: {},
    outputs: { streamed: field.number() },
    body: () => ({ streamed: okta.streamUsersWithSearch({ status: 'ACTIVE' }, each, { days: 30 }) }),
  });

  it('runs the helper for each user with Record and State, and counts them', async () => {
    const users = ['1', '2', '3'].map((id) => ({
      id,
      status: 'ACTIVE',
      profile: { login: `${id}@acme.test` },
    }));
    const { org, events } = await orgWithOkta([search, each], { transport: answers(200, users) });
    expect((await org.run('Search')).outputs).toEqual({ streamed: 3 });
    const started = events.flatMap((event) =>
      event.type === 'flow started' && event.flow === 'Each' ? [event.inputs] : [],
    );
    expect(started).toHaveLength(3);
    for (const [at, inputs] of started.entries()) {
      expect(inputs).toMatchObject({ Record: { ID: String(at + 1) }, State: { days: 30 } });
    }
  });
});
