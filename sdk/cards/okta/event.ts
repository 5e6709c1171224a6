/** What the event cards of Okta share: a flow that one of them starts runs once for each event of a delivery. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { type Card, card } from '../card';
import { type Field, type Fields, field, type ValueOf } from '../field';
import { setOwn } from '../path';
import { asObject } from './request';

/** One field of an event's output, and where the event hook's payload has its value. */
export interface EventPart<F extends Field = Field> {
  field: F;
  /** @param event One event of the System Log. @param delivery The payload that brought it. */
  read(event: JsonObject, delivery: JsonObject): Json;
}

export type EventParts = Readonly<Record<string, EventPart>>;

type Output<P extends EventParts> = { [K in keyof P]: ValueOf<P[K]['field']> };

/** A card that starts a flow for events of one type of Okta's System Log. */
export interface OktaEventCard<P extends EventParts = EventParts>
  extends Card<Fields, { collection: Field<{ Output: Output<P> }[]> }> {
  /** The event's type in the System Log, which an event hook subscribes to. */
  readonly logType: string;
}

export interface EventSpec<P extends EventParts> {
  title: string;
  summary: string;
  logType: string;
  /** The fields of `Output`, in the designer's order. */
  output: P;
  /** Options that narrow the events down. */
  options?: Fields;
  established?: 'documented' | 'inferred' | 'assumed';
}

/**
 * Describes an event card.
 * @param name `okta@version:method`.
 */
export function oktaEvent<const P extends EventParts>(
  name: `${string}:${string}`,
  { title, summary, logType, output, options = {}, established = 'inferred' }: EventSpec<P>,
): OktaEventCard<P> {
  const fields = Object.fromEntries(Object.entries(output).map(([key, part]) => [key, part.field]));
  const collection = field.listOf(
    // Object.fromEntries forgets the names that P has.
    field.record(undefined, { Output: field.record(undefined, fields) }) as unknown as Field<{
      Output: Output<P>;
    }>,
    'list',
    { metadata: { forceHide: false } },
  );
  const delivery = sample(logType);
  return {
    ...card(name, {
      title,
      category: 'Okta events',
      summary,
      established,
      header: {
        executable: true,
        async: true,
        timeout: 30_000,
        webhook: true,
        webhookList: true,
        webhookConditions: { where: ['headers'], key: 'x-okta-verification-challenge' },
      },
      ports: {
        inputs: { extensible: false, rules: {}, groupRules: {} },
        outputs: { extensible: false, rules: {}, groupRules: { context: { extensible: false } } },
      },
      inputs: {
        ...options,
        type: field.text(undefined, { hidden: true, default: 'invoke' }),
        data: field.object(undefined, { hidden: true }),
      },
      outputs: {
        collection,
        execution_id: field.text('Execution ID', { group: 'context', default: null }),
      },
      examples: [
        {
          inputs: { data: delivery },
          outputs: { collection: outputs(output, logType, delivery) },
          source: 'exports',
        },
      ],
      run: (inputs) => ({ collection: outputs(output, logType, asObject(inputs.data as Json)) }),
    }),
    logType,
  };
}

/** The items of a delivery's events of one type; a delivery may mix types. */
function outputs(parts: EventParts, logType: string, delivery: JsonObject): JsonObject[] {
  const events = asObject(delivery.data).events;
  return (Array.isArray(events) ? events : [])
    .map(asObject)
    .filter((event) => event.eventType === logType)
    .map((event) => {
      const output: JsonObject = {};
      for (const [name, { field: place, read }] of Object.entries(parts)) {
        setOwn(output, place.key ?? name, read(event, delivery));
      }
      return { Output: output };
    });
}

const text = (key: string, read: EventPart['read']) => ({ field: field.text(undefined, { key }), read });
const object = (key: string, read: EventPart['read']) => ({ field: field.object(undefined, { key }), read });

/** Who acted or was acted upon. */
const party = (key: string, find: (event: JsonObject) => JsonObject) => ({
  field: field.record(
    undefined,
    {
      id: field.text(undefined, { key: 'ID' }),
      alternateId: field.text(undefined, { key: 'Alternate ID' }),
      displayName: field.text(undefined, { key: 'Display Name' }),
      type: field.text(undefined, { key: 'Type' }),
    },
    { key },
  ),
  read: (event: JsonObject) => {
    const found = find(event);
    return {
      ID: found.id ?? null,
      'Alternate ID': found.alternateId ?? null,
      'Display Name': found.displayName ?? null,
      Type: found.type ?? null,
    };
  },
});

const actorOf = (event: JsonObject) => asObject(event.actor);
const targetOf = (type: string) => (event: JsonObject) =>
  (Array.isArray(event.target) ? event.target : []).map(asObject).find((each) => each.type === type) ?? {};

/** The parts that events are made of, by name. */
export const part = {
  dateAndTime: text('Date and Time', (event) => event.published ?? null),
  message: text('Message', (event) => event.displayMessage ?? null),
  eventId: text('Event ID', (_event, delivery) => delivery.eventId ?? null),
  eventType: text('Event Type', (event) => event.eventType ?? null),
  legacyEventType: text('Legacy Event Type', (event) => event.legacyEventType ?? null),
  eventTime: text('Event Time', (_event, delivery) => delivery.eventTime ?? null),
  version: text('Version', (event) => event.version ?? null),
  uuid: text('UUID', (event) => event.uuid ?? null),
  severity: text('Severity', (event) => event.severity ?? null),
  result: text('Result', (event) => asObject(event.outcome).result ?? null),
  changedAttributes: text(
    'Changed Attributes',
    (event) => asObject(asObject(event.debugContext).debugData).changedAttributes ?? null,
  ),
  admin: party('Admin', actorOf),
  actor: party('Actor', actorOf),
  oktaUser: party('Okta User', targetOf('User')),
  group: party('Group', targetOf('UserGroup')),
  application: party('Application', targetOf('AppInstance')),
  applicationUser: party('Application User', targetOf('AppUser')),
  client: object('Client', (event) => asObject(event.client)),
  transaction: object('Transaction', (event) => asObject(event.transaction)),
  authenticationContext: object('Authentication Context', (event) => asObject(event.authenticationContext)),
  securityContext: object('Security Context', (event) => asObject(event.securityContext)),
  eventDetails: object('Event Details', (event) => event),
  // The request's headers are no part of the payload.
  headers: object('Headers', () => ({})),
  source: text('Source', (_event, delivery) => delivery.source ?? null),
  debugContext: {
    field: field.record(
      undefined,
      { debugData: field.object(undefined, { key: 'Debug Data' }) },
      { key: 'Debug Context' },
    ),
    read: (event: JsonObject) => ({ 'Debug Data': asObject(asObject(event.debugContext).debugData) }),
  },
};

/** What most events begin with, … */
export const beginning = {
  dateAndTime: part.dateAndTime,
  message: part.message,
  eventId: part.eventId,
  eventType: part.eventType,
  eventTime: part.eventTime,
  version: part.version,
};

/** … and end with. */
export const ending = {
  uuid: part.uuid,
  eventDetails: part.eventDetails,
  headers: part.headers,
  source: part.source,
  debugContext: part.debugContext,
};

/** What an event says that an administrator did to a user. */
export const adminAndUser = { ...beginning, admin: part.admin, oktaUser: part.oktaUser, ...ending };

/** The options of events about an application. */
export const applicationOptions = {
  useId: field.choice(
    'Use App Instance ID?',
    [
      { label: 'Yes', value: 'Yes' },
      { label: 'No', value: 'No' },
    ],
    { group: 'parameters', option: true, default: 'No' },
  ),
  app: field.text('Application', {
    group: 'parameters',
    option: true,
    metadata: {
      type: 'dynamic',
      method: { channel: 'okta', operation: 'getActiveApplications', key: 'name', value: 'name' },
      dependencies: ['useId'],
      drives: ['instance'],
    },
  }),
  instance: field.text('Application Instance', {
    group: 'parameters',
    option: true,
    metadata: {
      type: 'dynamic',
      method: { channel: 'okta', operation: 'getAppInstances', key: 'label', value: 'id' },
      dependencies: ['app'],
    },
  }),
  appId: field.text('App Instance ID', {
    group: 'parameters',
    option: true,
    metadata: { type: 'string', optional: true },
  }),
};

/** A delivery with one event of a type, and one of another that the card must leave alone. */
function sample(logType: string): JsonObject {
  const event = {
    uuid: 'e-1',
    published: '2025-01-01T00:00:00.000Z',
    eventType: logType,
    legacyEventType: 'core.example',
    version: '0',
    displayMessage: 'Something happened',
    severity: 'INFO',
    outcome: { result: 'SUCCESS', reason: null },
    actor: { id: '00uadmin', type: 'User', alternateId: 'root@example.com', displayName: 'Root' },
    target: [
      { id: '00u1', type: 'User', alternateId: 'ada@example.com', displayName: 'Ada' },
      { id: '00g1', type: 'UserGroup', alternateId: 'unknown', displayName: 'Staff' },
    ],
    debugContext: { debugData: { requestId: 'r-1' } },
  };
  return {
    eventType: 'com.okta.event_hook',
    source: 'https://example.okta.com/api/v1/eventHooks/who1',
    eventId: 'd-1',
    eventTime: '2025-01-01T00:00:01.000Z',
    data: { events: [event, { ...event, uuid: 'e-2', eventType: 'other.event' }] },
  };
}
