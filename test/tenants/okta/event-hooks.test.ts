/** Event hooks over HTTP, and whom they call. */

import type { EventHook, OktaEventDelivery } from '../../../tenants/okta';
import { type TestedOkta, testOkta } from '../support';

const HOOK = {
  name: 'Gone',
  events: { type: 'EVENT_TYPE', items: ['user.lifecycle.suspend', 'user.lifecycle.unsuspend'] },
  channel: {
    type: 'HTTP',
    version: '1.0.0',
    config: {
      uri: 'https://acme.workflows.okta.test/api/flo/1/invoke',
      headers: [{ key: 'X-One', value: '1' }],
      authScheme: { type: 'HEADER', key: 'x-api-client-token', value: 'hidden' },
    },
  },
};
let okta: TestedOkta;
let calls: { delivery: OktaEventDelivery; hook: EventHook }[];
beforeEach(async () => {
  calls = [];
  okta = await testOkta({ onHookCall: (delivery, hook) => void calls.push({ delivery, hook }) });
});
afterEach(() => okta.tenant.close());

test('a hook is called once it is verified, for its types, while it is active', async () => {
  const { body } = await okta.api('POST', '/eventHooks', HOOK);
  const path = `/eventHooks/${body.id}`;
  const toggle = async () => {
    await okta.api('POST', '/users/00u1/lifecycle/suspend');
    await okta.api('POST', '/users/00u1/lifecycle/unsuspend');
    await okta.tenant.settled();
    return calls.length;
  };
  expect(await toggle()).toBe(0);
  expect((await okta.api('POST', `${path}/lifecycle/verify`)).body.verificationStatus).toBe('VERIFIED');
  expect(await toggle()).toBe(2);
  await okta.api('POST', '/users/00u1', { profile: { city: 'London' } });
  expect((await okta.api('POST', `${path}/lifecycle/deactivate`)).body.status).toBe('INACTIVE');
  expect(await toggle()).toBe(2);
  await okta.api('POST', `${path}/lifecycle/activate`);
  expect(await toggle()).toBe(4);
  expect(calls[0]).toMatchObject({
    delivery: {
      source: `https://acme.okta.com/api/v1/eventHooks/${body.id}`,
      data: { events: [{ eventType: 'user.lifecycle.suspend' }] },
    },
    hook: { uri: HOOK.channel.config.uri, headers: { 'X-One': '1', 'x-api-client-token': 'hidden' } },
  });
});

test('it is shown without its secret, and deleted once it is inactive', async () => {
  const { body } = await okta.api('POST', '/eventHooks', HOOK);
  expect(body).toMatchObject({ name: 'Gone', status: 'ACTIVE', verificationStatus: 'UNVERIFIED' });
  expect(JSON.stringify(body)).not.toContain('hidden');
  expect((await okta.api('GET', '/eventHooks')).body).toEqual([body]);
  expect((await okta.api('GET', `/eventHooks/${body.id}`)).body).toEqual(body);
  expect((await okta.api('DELETE', `/eventHooks/${body.id}`)).status).toBe(403);
  await okta.api('POST', `/eventHooks/${body.id}/lifecycle/deactivate`);
  expect((await okta.api('DELETE', `/eventHooks/${body.id}`)).status).toBe(204);
  expect((await okta.api('GET', `/eventHooks/${body.id}`)).status).toBe(404);
});

test.each([
  { ...HOOK, name: '' },
  { ...HOOK, events: { type: 'EVENT_TYPE', items: [] } },
  { ...HOOK, channel: { config: {} } },
])('%j is refused', async (hook) => {
  expect((await okta.api('POST', '/eventHooks', hook)).status).toBe(400);
});
