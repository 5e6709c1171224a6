/** The page of the tenants' routes: each is there, with what it rests on. */

import { tenantsPage } from '../../deliver/tenant-routes';
import { docsPages } from '../../scripts/docs';
import { auth0RouteSources } from '../../tenants/auth0/route-sources';
import { oktaRouteSources } from '../../tenants/okta/route-sources';

it('has a line for every route of both tenants', () => {
  const text = docsPages().find(({ path }) => path === 'tenants.md')?.text ?? '';
  const lines = text.split('\n').filter((line) => line.startsWith('| `'));
  expect(lines).toHaveLength(auth0RouteSources.length + oktaRouteSources.length);
  for (const { route } of [...auth0RouteSources, ...oktaRouteSources])
    expect(text).toContain(`| \`${route}\` |`);
});

it('keeps a note within its cell', () => {
  const page = tenantsPage({ Auth0: [{ route: 'GET /x', origin: 'assumed', note: 'a|b\nc' }] });
  expect(page).toContain('| `GET /x` | assumed | a\\|b c |\n');
});
