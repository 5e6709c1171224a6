/** Flows: what the file says of one beside its cards. */

import {
  apiEndpointFlow,
  comment,
  continueIf,
  eventFlow,
  field,
  helperFlow,
  json,
  okta,
  scheduledFlow,
  text,
} from '../../../sdk/dsl';
import { compiled, packOf } from './support/compiled';

const about = { name: 'Flow', description: 'What it does.' };

const kinds = [
  {
    kind: 'helper',
    flow: helperFlow({
      ...about,
      inputs: { a: field.text() },
      outputs: { b: field.text() },
      body: ({ a }) => ({ b: a }),
    }),
    data: {
      scheduled: false,
      cron: {},
      security_level: null,
      display: { isCallable: true, eventConnecterName: 'Helper Flow' },
    },
  },
  {
    kind: 'event',
    flow: eventFlow({ ...about, event: okta.events.userCreated, body: () => undefined }),
    data: {
      scheduled: false,
      security_level: null,
      display: { isCallable: false, eventConnecterName: 'User Created' },
    },
  },
  {
    kind: 'scheduled',
    flow: scheduledFlow({ ...about, schedule: { everyMinutes: 15 }, body: () => comment('Nothing.') }),
    data: {
      scheduled: true,
      cron: {
        minutes: '*/15',
        hours: '*',
        dayOfTheMonth: '*',
        month: '*',
        dayOfTheWeek: '*',
        timeZone: 'UTC',
      },
      display: { isCallable: true, eventConnecterName: 'Scheduled Flow' },
    },
  },
  {
    kind: 'scheduled',
    flow: scheduledFlow({
      ...about,
      schedule: { daily: { hour: 9, timeZone: 'Europe/Berlin' } },
      body: () => comment('Nothing.'),
    }),
    data: { cron: { minutes: '0', hours: '9', dayOfTheMonth: '*/1', timeZone: 'Europe/Berlin' } },
  },
  {
    kind: 'api endpoint',
    flow: apiEndpointFlow({
      ...about,
      securityLevel: 'medium',
      accepts: { user: field.text() },
      body: ({ user }) => void continueIf({ a: user, operator: 'is not empty' }),
    }),
    data: { security_level: 'medium', display: { isPublishable: true, isCallable: false } },
  },
];

it.each(kinds)('a flow of kind $kind says so in every place', ({ kind, flow, data }) => {
  const { flow: view, wire } = compiled(packOf([flow]));
  expect(view.kind).toBe(kind);
  expect(Object.values(wire.data.flos)).toMatchObject([{ ...about, data }]);
});

it.each([true, false])('saves its data: %s', (saveData) => {
  const flow = helperFlow({ ...about, saveData, inputs: {}, outputs: {}, body: () => undefined });
  expect(compiled(packOf([flow])).flow.saveData).toBe(saveData);
});

it('takes what an API endpoint is sent from the group of the request it stands in', () => {
  const flow = apiEndpointFlow({
    ...about,
    securityLevel: 'open',
    accepts: { user: field.text() },
    body: ({ user }) => void text.trim({ string: user }),
  });
  const { cards, text: drawn } = compiled(packOf([flow]));
  expect(drawn).toContain('Trim string=API Endpoint.user');
  const port = Object.values(cards[0]?.node.model.outputs.data ?? {}).find(({ key }) => key === 'user');
  expect(port).toMatchObject({ group: 'body', metadata: { custom: true }, _used: true });
  expect(port).not.toHaveProperty('flags');
});

it('lists its cards in the preview, one that picks parts without a name', () => {
  const flow = helperFlow({
    ...about,
    inputs: { json: field.text() },
    outputs: {},
    body(given) {
      const { output } = json.parse(
        { string: given.json },
        { as: { output: field.record('Person', { name: field.text() }) } },
      );
      text.trim({ string: output.name });
    },
  });
  const { wire } = compiled(packOf([flow]));
  expect(Object.values(wire.data.flos)[0]?.data?.display.preview).toEqual([
    { module: 'control', name: 'callable', kernel: true },
    { module: 'json', name: 'parse', kernel: true },
    { module: 'string', name: 'trim', kernel: true },
    { module: 'json', name: '', kernel: true },
  ]);
});
