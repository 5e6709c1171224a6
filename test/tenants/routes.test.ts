/** Which route a path leads to. */

import { findRoute, type Route } from '../../tenants/routes';

const routes: Route[] = ['/users', '/users/{id}', '/users/{id}/lifecycle/deactivate'].map((path) => ({
  method: 'GET',
  path,
  handle: () => ({ status: 200 }),
}));

test.each([
  ['/users', '/users', {}],
  ['/users/auth0%7C1', '/users/{id}', { id: 'auth0|1' }],
  ['/users/auth0|1', '/users/{id}', { id: 'auth0|1' }],
  ['/users/a%2Fb%3Fc', '/users/{id}', { id: 'a/b?c' }],
  ['/users/1/lifecycle/deactivate', '/users/{id}/lifecycle/deactivate', { id: '1' }],
])('%s leads to %s', (path, route, params) => {
  const match = findRoute(routes, 'GET', path);
  expect(match?.route.path).toBe(route);
  expect(match?.params).toEqual(params);
});

test.each(['/users/', '/users/a/b', '/user', '/users/1/lifecycle/deactivate/'])(
  '%s leads nowhere',
  (path) => {
    expect(findRoute(routes, 'GET', path)).toBeUndefined();
  },
);

test('another method leads nowhere', () => {
  expect(findRoute(routes, 'POST', '/users')).toBeUndefined();
});

test('a segment that is not percent-encoding is told', () => {
  expect(() => findRoute(routes, 'GET', '/users/%zz')).toThrow(URIError);
});
