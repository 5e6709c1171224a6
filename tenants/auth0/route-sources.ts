/** What each route of the Auth0 tenant rests on. */

import type { RouteSource } from '../routes';

const API = 'Auth0’s Management API description';
const RECORDED = 'traffic recorded in auth0/go-auth0';
const ENTERPRISE = 'UNDOCUMENTED how a plan without it refuses; assumed: 403 operation_not_supported';

/** Every route, in the order in which the tenant looks at them. */
export const auth0RouteSources: readonly RouteSource[] = [
  {
    route: 'POST /oauth/token',
    origin: 'documentation',
    note: 'Authentication API; a password login opens a session here, as a login in a browser would',
  },
  { route: 'GET /.well-known/jwks.json', origin: 'documentation', note: 'RFC 7517' },
  { route: 'GET /api/v2/users-by-email', origin: 'contract', note: API },
  { route: 'GET /api/v2/users', origin: 'contract', note: `${API}; never stale, unlike Auth0’s` },
  { route: 'POST /api/v2/users', origin: 'contract', note: `${API}; an unknown connection is a database` },
  { route: 'GET /api/v2/users/{id}', origin: 'contract', note: API },
  { route: 'PATCH /api/v2/users/{id}', origin: 'contract', note: `${API}; ${RECORDED}` },
  { route: 'DELETE /api/v2/users/{id}', origin: 'contract', note: `${API}; ${RECORDED}` },
  { route: 'GET /api/v2/users/{user_id}/sessions', origin: 'contract', note: `${API}; ${ENTERPRISE}` },
  {
    route: 'DELETE /api/v2/users/{user_id}/sessions',
    origin: 'contract',
    note: `${API}; ${RECORDED}; done at once, not later; ${ENTERPRISE}`,
  },
  {
    route: 'GET /api/v2/users/{user_id}/refresh-tokens',
    origin: 'contract',
    note: `${API}; ${RECORDED}; ${ENTERPRISE}`,
  },
  {
    route: 'DELETE /api/v2/users/{user_id}/refresh-tokens',
    origin: 'contract',
    note: `${API}; ${RECORDED}; done at once, not later; ${ENTERPRISE}`,
  },
  {
    route: 'POST /api/v2/users/{id}/revoke-access',
    origin: 'contract',
    note: `${API}; UNDOCUMENTED its plan, assumed: that of sessions; each of its two scopes for what it does`,
  },
  { route: 'GET /api/v2/grants', origin: 'contract', note: `${API}; ${RECORDED}` },
  {
    route: 'DELETE /api/v2/grants',
    origin: 'contract',
    note: `${API}; takes the refresh tokens of the grants along`,
  },
  { route: 'DELETE /api/v2/grants/{id}', origin: 'documentation', note: 'Management API v2, Grants' },
  { route: 'GET /api/v2/device-credentials', origin: 'contract', note: API },
  {
    route: 'DELETE /api/v2/device-credentials/{id}',
    origin: 'documentation',
    note: 'Management API v2, Device Credentials; an unknown id is answered 204, which is assumed',
  },
  {
    route: 'POST /api/v2/users/{id}/identities',
    origin: 'contract',
    note: `${API}; ${RECORDED}; UNDOCUMENTED what becomes of the secondary’s sessions, assumed: they end`,
  },
  { route: 'DELETE /api/v2/users/{id}/identities/{provider}/{user_id}', origin: 'recording', note: RECORDED },
  { route: 'GET /api/v2/users/{id}/organizations', origin: 'contract', note: API },
  { route: 'GET /api/v2/organizations/{id}/members', origin: 'recording', note: RECORDED },
  {
    route: 'DELETE /api/v2/organizations/{id}/members',
    origin: 'documentation',
    note: 'Management API v2, Organizations; at most 10 members a call, which is assumed',
  },
  { route: 'GET /api/v2/user-blocks/{id}', origin: 'contract', note: `${API}; there never are any` },
  { route: 'DELETE /api/v2/user-blocks/{id}', origin: 'contract', note: API },
  { route: 'GET /api/v2/actions/actions', origin: 'contract', note: `${API}; ${RECORDED}` },
  {
    route: 'POST /api/v2/actions/actions',
    origin: 'contract',
    note: `${API}; ${RECORDED}; that a name is taken is answered 409, which is assumed`,
  },
  { route: 'GET /api/v2/actions/actions/{id}', origin: 'contract', note: `${API}; ${RECORDED}` },
  {
    route: 'PATCH /api/v2/actions/actions/{id}',
    origin: 'contract',
    note: `${API}; ${RECORDED}; UNDOCUMENTED a secret without its value, assumed: it keeps the one it has`,
  },
  {
    route: 'DELETE /api/v2/actions/actions/{id}',
    origin: 'contract',
    note: `${API}; ${RECORDED}; auth0/terraform-provider-auth0 #1550 for a bound one`,
  },
  {
    route: 'POST /api/v2/actions/actions/{id}/deploy',
    origin: 'contract',
    note: `${API}; ${RECORDED}, with status 200 there; auth0/auth0-deploy-cli #395 for a draft not built`,
  },
  { route: 'GET /api/v2/actions/actions/{id}/versions', origin: 'recording', note: RECORDED },
  { route: 'GET /api/v2/actions/actions/{id}/versions/{version}', origin: 'recording', note: RECORDED },
  {
    route: 'POST /api/v2/actions/actions/{id}/versions/{version}/deploy',
    origin: 'recording',
    note: RECORDED,
  },
  {
    route: 'GET /api/v2/actions/modules',
    origin: 'documentation',
    note: 'Management API v2, Actions Modules; there never are any',
  },
  {
    route: 'GET /api/v2/actions/triggers',
    origin: 'recording',
    note: `${RECORDED}; the current versions only`,
  },
  {
    route: 'GET /api/v2/actions/triggers/{triggerId}/bindings',
    origin: 'contract',
    note: `${API}; ${RECORDED}`,
  },
  {
    route: 'PATCH /api/v2/actions/triggers/{triggerId}/bindings',
    origin: 'contract',
    note: `${API}; ${RECORDED}; auth0/auth0-deploy-cli #385 for an Action that is not deployed`,
  },
  { route: 'GET /api/v2/clients', origin: 'documentation', note: 'Management API v2, Clients' },
  { route: 'GET /api/v2/clients/{id}', origin: 'contract', note: `${API}; never the secret` },
  { route: 'GET /api/v2/client-grants', origin: 'contract', note: API },
];
