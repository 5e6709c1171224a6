/** What each route of the Okta tenant rests on. No API description of Okta’s is at hand, so none is a contract. */

import type { RouteSource } from '../routes';

const USERS = 'Okta Users API';
const LIFECYCLE = 'Okta User Lifecycle API';
const HOOKS = 'Okta Event Hooks API';

/** Every route, in the order in which the tenant looks at them. */
export const oktaRouteSources: readonly RouteSource[] = [
  {
    route: 'GET /api/v1/users',
    origin: 'documentation',
    note: `${USERS}; search is never behind, filter compares with regard to case`,
  },
  { route: 'GET /api/v1/users/{idOrLogin}', origin: 'documentation', note: USERS },
  { route: 'POST /api/v1/users/{idOrLogin}', origin: 'documentation', note: `${USERS}; the profile only` },
  { route: 'PUT /api/v1/users/{idOrLogin}', origin: 'documentation', note: `${USERS}; the profile only` },
  {
    route: 'DELETE /api/v1/users/{idOrLogin}',
    origin: 'documentation',
    note: `${USERS}; the first call deactivates, the second deletes`,
  },
  {
    route: 'POST /api/v1/users/{idOrLogin}/lifecycle/activate',
    origin: 'documentation',
    note: `${LIFECYCLE}; nobody has an Okta password, so it ends in PROVISIONED`,
  },
  {
    route: 'POST /api/v1/users/{idOrLogin}/lifecycle/deactivate',
    origin: 'documentation',
    note: `${LIFECYCLE}; okta/okta-sdk-java #721 for a second time`,
  },
  { route: 'POST /api/v1/users/{idOrLogin}/lifecycle/reactivate', origin: 'documentation', note: LIFECYCLE },
  {
    route: 'POST /api/v1/users/{idOrLogin}/lifecycle/suspend',
    origin: 'documentation',
    note: `${LIFECYCLE}; the words of its refusal are assumed`,
  },
  {
    route: 'POST /api/v1/users/{idOrLogin}/lifecycle/unsuspend',
    origin: 'documentation',
    note: `${LIFECYCLE}; the words of its refusal are assumed`,
  },
  { route: 'GET /api/v1/logs', origin: 'documentation', note: 'Okta System Log API' },
  { route: 'GET /api/v1/eventHooks', origin: 'documentation', note: HOOKS },
  { route: 'POST /api/v1/eventHooks', origin: 'documentation', note: HOOKS },
  { route: 'GET /api/v1/eventHooks/{id}', origin: 'documentation', note: HOOKS },
  { route: 'DELETE /api/v1/eventHooks/{id}', origin: 'documentation', note: HOOKS },
  {
    route: 'POST /api/v1/eventHooks/{id}/lifecycle/verify',
    origin: 'assumed',
    note: `${HOOKS}; it believes without asking the URL`,
  },
  { route: 'POST /api/v1/eventHooks/{id}/lifecycle/activate', origin: 'documentation', note: HOOKS },
  { route: 'POST /api/v1/eventHooks/{id}/lifecycle/deactivate', origin: 'documentation', note: HOOKS },
];
