/** Brute-force blocks, of which there are none: logins here fail without counting. */

import { noSuchUser } from './errors';
import type { ApiRoute } from './guard';
import type { Directory } from './user';

/** Neither call sees or lifts an admin's block (API description). */
export function userBlockRoutes(directory: Directory): ApiRoute[] {
  return [
    {
      method: 'GET',
      path: '/user-blocks/{id}',
      scopes: ['read:users'],
      handle: ({ params }) =>
        directory.has(params.id ?? '') ? { status: 200, body: { blocked_for: [] } } : noSuchUser,
    },
    {
      method: 'DELETE',
      path: '/user-blocks/{id}',
      scopes: ['update:users'],
      handle: ({ params }) => (directory.has(params.id ?? '') ? { status: 204 } : noSuchUser),
    },
  ];
}
