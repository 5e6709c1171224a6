/** The steps of the lifecycle over HTTP. */

import type { OktaStatus } from '@okta/workflows-connector-sdk-types';
import { OKTA_SEED, type TestedOkta, testOkta } from '../support';

const STATUSES: OktaStatus[] = [
  'STAGED',
  'PROVISIONED',
  'ACTIVE',
  'RECOVERY',
  'PASSWORD_EXPIRED',
  'LOCKED_OUT',
  'SUSPENDED',
  'DEPROVISIONED',
];
const users = STATUSES.map((status) => ({
  id: status,
  status,
  profile: { login: `${status}@acme.test`, email: 'x@y.z' },
}));
let okta: TestedOkta;
beforeEach(async () => {
  okta = await testOkta({ seed: { ...OKTA_SEED, users } });
});
afterEach(() => okta.tenant.close());

const statusOf = (id: string) => okta.tenant.users().find((user) => user.id === id)?.status;

test.each<[string, OktaStatus[], OktaStatus, number, string]>([
  ['activate', ['STAGED', 'DEPROVISIONED'], 'PROVISIONED', 403, 'E0000016'],
  ['reactivate', ['PROVISIONED', 'RECOVERY'], 'PROVISIONED', 403, 'E0000038'],
  ['suspend', ['ACTIVE'], 'SUSPENDED', 400, 'E0000001'],
  ['unsuspend', ['SUSPENDED'], 'ACTIVE', 400, 'E0000001'],
  ['deactivate', STATUSES.filter((one) => one !== 'DEPROVISIONED'), 'DEPROVISIONED', 404, 'E0000007'],
])('%s from %j gives %s, from any other %d', async (step, from, to, status, errorCode) => {
  for (const id of STATUSES) {
    const reply = await okta.api('POST', `/users/${id}/lifecycle/${step}?sendEmail=true`);
    if (from.includes(id)) expect([id, reply.status, reply.body, statusOf(id)]).toEqual([id, 200, {}, to]);
    else expect([id, reply.status, reply.body.errorCode, statusOf(id)]).toEqual([id, status, errorCode, id]);
  }
});

test.each([
  ['STAGED', 'activate'],
  ['PROVISIONED', 'reactivate'],
])('who is %s gets the link of %s in the answer, where no e-mail brings it', async (id, step) => {
  expect((await okta.api('POST', `/users/${id}/lifecycle/${step}?sendEmail=false`)).body).toEqual({
    activationUrl: expect.stringContaining('https://acme.okta.com/welcome/'),
    activationToken: expect.any(String),
  });
});

test('the link leads to ACTIVE', async () => {
  expect([okta.tenant.finishActivation('PROVISIONED'), statusOf('PROVISIONED')]).toEqual([true, 'ACTIVE']);
  expect([okta.tenant.finishActivation('STAGED'), statusOf('STAGED')]).toEqual([false, 'STAGED']);
});
