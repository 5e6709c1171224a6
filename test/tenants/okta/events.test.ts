/** The payload of an event hook call. */

import { hookDelivery, isHookEligible, logEvent } from '../../../tenants/okta/events';
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

const eventOf = (...[change, details]: [Parameters<typeof logEvent>[0], Record<string, string>?]) => {
  if (!user) throw new Error('no user');
  return logEvent(change, user, request, { admin, clock, random: seededRandom() }, details);
};

test.each([
  ['deactivate', 'user.lifecycle.deactivate', 'core.user.config.user_deactivated'],
  ['activate', 'user.lifecycle.activate', 'core.user.config.user_activated'],
  ['updateProfile', 'user.account.update_profile', 'core.user.config.profile_update.success'],
] as const)('%s', (change, eventType, legacyEventType) => {
  expect(eventOf(change)).toMatchObject({
    uuid: expect.any(String),
    published: '2026-01-01T00:00:00.000Z',
    eventType,
    legacyEventType,
    severity: 'INFO',
    version: '0',
    actor: admin,
    outcome: { result: 'SUCCESS' },
    target: [{ id: '00u1', type: 'User', alternateId: 'Ada@acme.test', displayName: 'Ada L' }],
    debugContext: { debugData: { requestUri: request.path } },
  });
  expect(eventOf(change)).toEqual(eventOf(change));
});

test('details go to the debug data', () => {
  const event = eventOf('updateProfile', { changedAttributes: 'email' });
  expect(event.debugContext.debugData.changedAttributes).toBe('email');
});

test('a delivery brings its events under the hook’s URL', () => {
  const events = [eventOf('suspend'), eventOf('unsuspend')];
  const delivery = hookDelivery(events, 'https://x/hook', { clock, random: seededRandom() });
  expect(delivery).toEqual({
    eventType: 'com.okta.event_hook',
    eventTypeVersion: '1.0',
    cloudEventsVersion: '0.1',
    source: 'https://x/hook',
    eventId: expect.any(String),
    eventTime: '2026-01-01T00:00:00.000Z',
    contentType: 'application/json',
    data: { events },
  });
  expect(JSON.parse(JSON.stringify(delivery))).toEqual(delivery);
});

test('that somebody is gone for good, no hook learns', () => {
  expect([eventOf('delete.initiated'), eventOf('delete.completed')].map(isHookEligible)).toEqual([
    true,
    false,
  ]);
});
