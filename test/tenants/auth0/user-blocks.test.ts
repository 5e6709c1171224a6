/** Brute-force blocks over HTTP. */

import { type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
beforeAll(async () => {
  auth0 = await testAuth0();
});
afterAll(() => auth0.tenant.close());

test("an admin's block is none of them, and stays", async () => {
  expect(await auth0.api('GET', '/user-blocks/auth0%7C3')).toMatchObject({
    status: 200,
    body: { blocked_for: [] },
  });
  expect((await auth0.api('DELETE', '/user-blocks/auth0%7C3')).status).toBe(204);
  expect(auth0.tenant.users()[2]?.blocked).toBe(true);
});

test.each(['GET', 'DELETE'])('%s for nobody', async (method) => {
  expect((await auth0.api(method, '/user-blocks/auth0%7C9')).status).toBe(404);
  expect(auth0.contract.violations).toEqual([]);
});
