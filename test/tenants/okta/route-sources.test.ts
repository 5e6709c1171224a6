/** The list of the Okta tenant's routes. */

import { oktaRouteSources } from '../../../tenants/okta/route-sources';
import { routesOf, testOkta } from '../support';

test('every route is listed, and no other', async () => {
  const okta = await testOkta();
  const routes = await routesOf(okta.api('GET', '/nowhere'));
  await okta.tenant.close();
  expect(oktaRouteSources.map(({ route }) => route)).toEqual(routes);
  for (const { note } of oktaRouteSources) expect(note).not.toBe('');
});
