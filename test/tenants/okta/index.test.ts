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

test('what hooks get wrong can be played: late, twice, in another order, never', async () => {
  const seen: string[] = [];
  const okta = await testOkta({
    delivery: { order: 'held' },
    onEvent: (delivery) => void seen.push(...delivery.data.events.map((event) => event.eventType)),
  });
  for (const step of ['suspend', 'unsuspend', 'deactivate', 'activate']) {
    await okta.api('POST', `/users/00u1/lifecycle/${step}`);
  }
  const { deliveries } = okta.tenant;
  expect(deliveries.pending()).toHaveLength(4);
  await deliveries.deliver(3);
  deliveries.drop(0);
  await deliveries.deliver(1, 2);
  const [late] = deliveries.pending();
  await deliveries.deliver(0);
  if (late) deliveries.push(late);
  await deliveries.deliver(0);
  expect(seen.map((type) => type.replace('user.lifecycle.', ''))).toEqual([
    'activate',
    'deactivate',
    'deactivate',
    'unsuspend',
    'unsuspend',
  ]);
  await okta.tenant.close();
});

test('faults can be replaced while it runs', async () => {
  const struck: unknown[] = [];
  const okta = await testOkta({ onFault: (fault) => void struck.push(fault) });
  const fault = { tenant: 'okta' as const, path: '*', status: 429, times: 9 };
  okta.tenant.setFaults([fault]);
  const reply = await okta.api('GET', '/users/00u1');
  expect([reply.status, reply.headers.get('x-rate-limit-remaining')]).toEqual([429, '0']);
  okta.tenant.setFaults([]);
  expect((await okta.api('GET', '/users/00u1')).status).toBe(200);
  expect(struck).toEqual([fault]);
  await okta.tenant.close();
});
