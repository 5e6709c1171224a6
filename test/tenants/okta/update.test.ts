/** Changes of a profile over HTTP. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import type { OktaEventDelivery } from '../../../tenants/okta';
import { type TestedOkta, testOkta } from '../support';

const ADA = '/users/00u1';
let okta: TestedOkta;
let deliveries: OktaEventDelivery[];
beforeEach(async () => {
  deliveries = [];
  okta = await testOkta({ onEvent: (delivery) => void deliveries.push(delivery) });
});
afterEach(() => okta.tenant.close());

test('POST changes what is given, and the event names it', async () => {
  await okta.clock.wait(1000);
  const profile = { email: 'ada@new.test', login: 'ada@new.test', firstName: 'Ada', lastName: null };
  const reply = await okta.api('POST', ADA, { profile });
  expect(reply).toMatchObject({ status: 200, body: { lastUpdated: '2026-01-01T00:00:01.000Z' } });
  expect(reply.body.profile).toEqual({ email: 'ada@new.test', login: 'ada@new.test', firstName: 'Ada' });
  expect((await okta.api('GET', '/users/ADA%40new.test')).body).toEqual(reply.body);
  await okta.tenant.settled();
  expect(deliveries[0]?.data.events).toMatchObject([
    {
      eventType: 'user.account.update_profile',
      target: [{ id: '00u1', alternateId: 'ada@new.test' }],
      debugContext: { debugData: { changedAttributes: 'login,email,lastName' } },
    },
  ]);
});

test('PUT replaces', async () => {
  const profile = { login: 'Ada@acme.test', email: 'ada@acme.test', city: 'London' };
  expect((await okta.api('PUT', ADA, { profile })).body.profile).toEqual(profile);
});

test('what changes nothing is no event', async () => {
  expect((await okta.api('POST', ADA, { profile: { firstName: 'Ada' } })).status).toBe(200);
  expect((await okta.api('POST', ADA, {})).status).toBe(200);
  await okta.tenant.settled();
  expect(deliveries).toEqual([]);
});

test.each<[Json, string]>([
  [[], 'E0000003'],
  ['{"profile":', 'E0000003'],
  [{ profile: 'x' }, 'E0000003'],
  [{ profile: { login: null } }, 'E0000001'],
  [{ profile: { email: '' } }, 'E0000001'],
  [{ profile: { login: 'BOB@acme.test' } }, 'E0000001'],
])('%j is refused as %s and changes nothing', async (body, errorCode) => {
  const before = okta.tenant.users();
  expect(await okta.api('POST', ADA, body)).toMatchObject({ status: 400, body: { errorCode } });
  expect(okta.tenant.users()).toEqual(before);
});
