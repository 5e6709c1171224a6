/** The events of the System Log, and the payload that Okta posts for one to an event hook. */

import type { Clock, Json, JsonObject, Random } from '@okta/workflows-connector-sdk-types';
import { randomId, randomUuid } from '../ids';
import type { TenantRequest } from '../routes';
import { displayName, loginOf, type OktaUser } from './user';

/** Who acted or was acted upon. A type, not an interface, so that it passes as JSON. */
export type OktaEventParty = {
  id: string;
  type: string;
  alternateId: string;
  displayName: string;
  detailEntry: Json;
};

/** A System Log event (Okta System Log API, LogEvent). */
export type OktaLogEvent = {
  uuid: string;
  /** When it happened, ISO 8601 in UTC. */
  published: string;
  eventType: string;
  version: string;
  displayMessage: string;
  severity: string;
  legacyEventType: string;
  client: JsonObject;
  device: Json;
  actor: OktaEventParty;
  outcome: { result: string; reason: Json };
  target: OktaEventParty[];
  transaction: JsonObject;
  debugContext: { debugData: JsonObject };
  authenticationContext: JsonObject;
  securityContext: JsonObject;
  request: JsonObject;
  insertionTimestamp: Json;
};

/** The body of one event hook call (Okta, "Event hooks", sample request). */
export type OktaEventDelivery = {
  eventType: 'com.okta.event_hook';
  eventTypeVersion: '1.0';
  cloudEventsVersion: '0.1';
  /** The hook that was called, as a URL. */
  source: string;
  eventId: string;
  data: { events: OktaLogEvent[] };
  /** When it was sent, ISO 8601 in UTC. */
  eventTime: string;
  contentType: 'application/json';
};

/** The changes that the tenant makes, in the words of the System Log. */
const CHANGES = {
  activate: ['user.lifecycle.activate', 'core.user.config.user_activated', 'Activate Okta user'],
  deactivate: ['user.lifecycle.deactivate', 'core.user.config.user_deactivated', 'Deactivate Okta user'],
  reactivate: ['user.lifecycle.reactivate', 'core.user.config.user_reactivated', 'Reactivate Okta user'],
  suspend: ['user.lifecycle.suspend', 'core.user.config.user_status.suspended', 'Suspend Okta user'],
  unsuspend: ['user.lifecycle.unsuspend', 'core.user.config.user_status.unsuspended', 'Unsuspend Okta user'],
  'delete.initiated': [
    'user.lifecycle.delete.initiated',
    'core.user.config.user_delete.initiated',
    'Delete Okta user initiated',
  ],
  'delete.completed': [
    'user.lifecycle.delete.completed',
    'core.user.config.user_delete.completed',
    'Delete Okta user completed',
  ],
  updateProfile: [
    'user.account.update_profile',
    'core.user.config.profile_update.success',
    'Update user profile for Okta',
  ],
} as const;

export type Change = keyof typeof CHANGES;

/** Of the types here, the one that no event hook gets (Okta, event types). */
export function isHookEligible(event: OktaLogEvent): boolean {
  return event.eventType !== CHANGES['delete.completed'][0];
}

export interface EventContext {
  /** The admin whose API token made the change. */
  admin: OktaEventParty;
  clock: Clock;
  random: Random;
}

/** The event of one change of one user; `details` are added to its debug data. */
export function logEvent(
  change: Change,
  user: OktaUser,
  request: TenantRequest,
  { admin, clock, random }: EventContext,
  details: Record<string, string> = {},
): OktaLogEvent {
  const now = new Date(clock.now()).toISOString();
  const requestId = randomId(random, '', 24);
  const ip = '127.0.0.1';
  const [eventType, legacyEventType, displayMessage] = CHANGES[change];
  return {
    uuid: randomUuid(random),
    published: now,
    version: '0',
    severity: 'INFO',
    eventType,
    legacyEventType,
    displayMessage,
    client: {
      userAgent: { rawUserAgent: request.headers['user-agent'] ?? '', os: 'Unknown', browser: 'UNKNOWN' },
      zone: 'null',
      device: 'Unknown',
      id: null,
      ipAddress: ip,
      geographicalContext: null,
    },
    device: null,
    actor: admin,
    outcome: { result: 'SUCCESS', reason: null },
    target: [
      {
        id: user.id,
        type: 'User',
        alternateId: loginOf(user),
        displayName: displayName(user),
        detailEntry: null,
      },
    ],
    transaction: { type: 'WEB', id: requestId, detail: {} },
    debugContext: {
      debugData: {
        requestId,
        requestUri: request.path,
        threatSuspected: 'false',
        url: `${request.path}?`,
        ...details,
      },
    },
    authenticationContext: {
      authenticationProvider: null,
      credentialProvider: null,
      credentialType: null,
      issuer: null,
      interface: null,
      authenticationStep: 0,
      externalSessionId: randomId(random, 'trs', 22),
    },
    securityContext: { asNumber: null, asOrg: null, isp: null, domain: null, isProxy: null },
    request: { ipChain: [{ ip, geographicalContext: null, version: 'V4', source: null }] },
    insertionTimestamp: null,
  };
}

/** The call of the hook at the URL `source` for events that happened together. */
export function hookDelivery(
  events: OktaLogEvent[],
  source: string,
  { clock, random }: { clock: Clock; random: Random },
): OktaEventDelivery {
  return {
    eventType: 'com.okta.event_hook',
    eventTypeVersion: '1.0',
    cloudEventsVersion: '0.1',
    source,
    eventId: randomUuid(random),
    data: { events },
    eventTime: new Date(clock.now()).toISOString(),
    contentType: 'application/json',
  };
}
