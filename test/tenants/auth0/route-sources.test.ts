/** The list of the Auth0 tenant's routes, against the tenant and the API description. */

import { auth0RouteSources } from '../../../tenants/auth0/route-sources';
import { contractRoutes, describeWithContract } from '../contract';
import { routesOf, type TestedAuth0, testAuth0 } from '../support';

let auth0: TestedAuth0;
beforeAll(async () => {
  auth0 = await testAuth0();
});
afterAll(() => auth0.tenant.close());

test('every route is listed, and no other', async () => {
  const routes = await routesOf(auth0.api('GET', '/nowhere'));
  expect(auth0RouteSources.map(({ route }) => route)).toEqual(routes);
  for (const { note } of auth0RouteSources) expect(note).not.toBe('');
});

describeWithContract('the API description', () => {
  const described = new Set(contractRoutes());
  const inContract = (route: string) => described.has(route.replace(/\{[^}]+\}/g, '{}'));

  test.each(auth0RouteSources)('$route is of origin $origin', ({ route, origin }) => {
    expect(inContract(route)).toBe(origin === 'contract');
  });

  test('each route in it is checked as it is called', async () => {
    const checked = auth0RouteSources.filter(({ origin }) => origin === 'contract');
    const before = auth0.contract.checked;
    for (const { route } of checked) {
      const [method = '', path = ''] = route.split(' ');
      const body = ['POST', 'PATCH'].includes(method) ? {} : undefined;
      await auth0.admin(method, path.replace('/api/v2', '').replace(/\{[^}]+\}/g, 'auth0%7C1'), body);
    }
    expect(auth0.contract.checked - before).toBe(checked.length);
    expect(auth0.contract.violations).toEqual([]);
  });
});
