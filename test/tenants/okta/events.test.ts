/** The payload of an event hook call. */

import { lifecycleDelivery } from '../../../tenants/okta/events';
import { seedUsers } from '../../../tenants/okta/user';
import { OKTA_SEED, seededRandom, virtualClock } from '../support';

const clock = virtualClock();
const user = seedUsers(OKTA_SEED, clock).get('00u1');
const request = {
  method: 'POST',
  path: '/api/v1/users/00u1/lifecycle/deactivate',
  params: {},
  query: {},
  repeated: [],
  headers: { 'user-agent': 'test' },
  contentType: '',
  body: null,
  malformed: false,
};
const admin = {
  id: '00uadmin',
  type: 'User',
  alternateId: 'admin@x',
  displayName: 'Admin',
  detailEntry: null,
};

test.each([
  ['deactivate', 'core.user.config.user_deactivated'],
  ['activate', 'core.user.config.user_activated'],
] as const)('%s', (change, legacyEventType) => {
  if (!user) throw new Error('no user');
  const context = { source: 'https://x/hook', admin, clock, random: seededRandom() };
  const delivery = lifecycleDelivery(change, user, request, context);
  expect(delivery).toMatchObject({
    eventType: 'com.okta.event_hook',
    eventTypeVersion: '1.0',
    cloudEventsVersion: '0.1',
    source: 'https://x/hook',
    eventId: expect.any(String),
    eventTime: '2026-01-01T00:00:00.000Z',
    contentType: 'application/json',
  });
  expect(delivery.data.events).toHaveLength(1);
  expect(delivery.data.events[0]).toMatchObject({
    uuid: expect.any(String),
    published: '2026-01-01T00:00:00.000Z',
    eventType: `user.lifecycle.${change}`,
    legacyEventType,
    severity: 'INFO',
    version: '0',
    actor: admin,
    outcome: { result: 'SUCCESS' },
    target: [{ id: '00u1', type: 'User', alternateId: 'Ada@acme.test', displayName: 'Ada L' }],
    debugContext: { debugData: { requestUri: request.path } },
  });
  expect(JSON.parse(JSON.stringify(delivery))).toEqual(delivery);
  expect(lifecycleDelivery(change, user, request, { ...context, random: seededRandom() })).toEqual(delivery);
});
