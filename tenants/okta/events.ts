/** Event hook deliveries: the payload that Okta posts for a lifecycle event. */

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

/** The lifecycle changes that the tenant makes, in the words of the System Log. */
const LIFECYCLE = {
  activate: {
    eventType: 'user.lifecycle.activate',
    legacyEventType: 'core.user.config.user_activated',
    displayMessage: 'Activate Okta user',
  },
  deactivate: {
    eventType: 'user.lifecycle.deactivate',
    legacyEventType: 'core.user.config.user_deactivated',
    displayMessage: 'Deactivate Okta user',
  },
} as const;

export interface EventContext {
  /** The hook's URL. */
  source: string;
  /** The admin whose API token made the change. */
  admin: OktaEventParty;
  clock: Clock;
  random: Random;
}

/** The delivery for one lifecycle change of one user. */
export function lifecycleDelivery(
  change: keyof typeof LIFECYCLE,
  user: OktaUser,
  request: TenantRequest,
  { source, admin, clock, random }: EventContext,
): OktaEventDelivery {
  const now = new Date(clock.now()).toISOString();
  const requestId = randomId(random, '', 24);
  const ip = '127.0.0.1';
  const event: OktaLogEvent = {
    uuid: randomUuid(random),
    published: now,
    version: '0',
    severity: 'INFO',
    ...LIFECYCLE[change],
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
      debugData: { requestId, requestUri: request.path, threatSuspected: 'false', url: `${request.path}?` },
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
  return {
    eventType: 'com.okta.event_hook',
    eventTypeVersion: '1.0',
    cloudEventsVersion: '0.1',
    source,
    eventId: randomUuid(random),
    data: { events: [event] },
    eventTime: now,
    contentType: 'application/json',
  };
}
