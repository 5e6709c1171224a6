/** The Okta tenant as a whole: a lifecycle change and the events that follow. */

import type { OktaEventDelivery } from '../../../tenants/okta';
import { testOkta } from '../support';

test('each change is delivered once, a refused one never', async () => {
  const deliveries: OktaEventDelivery[] = [];
  const okta = await testOkta({
    onEvent: (delivery) => {
      deliveries.push(delivery);
    },
  });
  await okta.api('POST', '/users/00u1/lifecycle/deactivate');
  await okta.api('POST', '/users/00u1/lifecycle/deactivate');
  await okta.api('POST', '/users/00u1/lifecycle/activate');
  await okta.tenant.settled();
  expect(deliveries.flatMap((delivery) => delivery.data.events.map((event) => event.eventType))).toEqual([
    'user.lifecycle.deactivate',
    'user.lifecycle.activate',
  ]);
  expect(new Set(deliveries.map((delivery) => delivery.eventId)).size).toBe(2);
  await okta.tenant.close();
});

test('a receiver may call the tenant back while it receives', async () => {
  const statuses: string[] = [];
  const okta = await testOkta({
    async onEvent(delivery) {
      const id = delivery.data.events[0]?.target[0]?.id;
      statuses.push((await okta.api('GET', `/users/${id}`)).body.status);
    },
  });
  await okta.api('POST', '/users/00u1/lifecycle/deactivate');
  await okta.tenant.settled();
  expect(statuses).toEqual(['DEPROVISIONED']);
  await okta.tenant.close();
});

test('the same seed and chance make the same tenant; faults strike', async () => {
  const okta = await testOkta({ faults: [{ tenant: 'okta', path: '/api/v1/users/*', status: 500 }] });
  const other = await testOkta();
  expect(okta.tenant.apiToken).toBe(other.tenant.apiToken);
  expect(await okta.api('GET', '/users/00u1')).toMatchObject({
    status: 500,
    body: { errorCode: 'E0000009' },
  });
  expect((await okta.api('GET', '/users/00u1')).status).toBe(200);
  await okta.tenant.close();
  await other.tenant.close();
});
