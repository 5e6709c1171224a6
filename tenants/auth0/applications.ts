/** The tenant's applications and the API scopes granted to them: read alone, never with a secret. */

import { createHash } from 'node:crypto';
import type { Auth0Client, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { apiError } from './errors';
import type { ApiRoute } from './guard';
import { CHECKPOINT_RULES, checkpointOf, PAGE_RULES, pageOf } from './paging';
import { checkQuery, type QueryRule } from './query';
import { managementAudience } from './tokens';
import { selectFields } from './user';

export interface ApplicationOptions {
  domain: string;
  clients: readonly Auth0Client[];
}

/** Any of the four lets applications be read; what more `read:client_keys` shows is not shown here. */
const READ = ['read:clients', 'read:client_keys', 'read:client_credentials', 'read:client_summary'];

const FIELDS: Record<string, QueryRule> = { fields: { type: 'string' }, include_fields: { type: 'boolean' } };

export function applicationRoutes(options: ApplicationOptions): ApiRoute[] {
  return [
    {
      method: 'GET',
      path: '/clients',
      scopes: READ,
      handle: (request) => listApplications(options, request),
    },
    {
      method: 'GET',
      path: '/clients/{id}',
      scopes: READ,
      handle(request) {
        const complaint = checkQuery(request, FIELDS);
        if (complaint) return complaint;
        const client = options.clients.find((one) => one.client_id === request.params.id);
        if (!client) return apiError(404, 'The client does not exist', 'inexistent_client');
        return { status: 200, body: project(showApplication(options, client), request) };
      },
    },
    {
      method: 'GET',
      path: '/client-grants',
      scopes: ['read:client_grants'],
      handle: (request) => listClientGrants(options, request),
    },
  ];
}

function listApplications(options: ApplicationOptions, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, {
    ...PAGE_RULES,
    ...FIELDS,
    is_global: { type: 'boolean' },
    is_first_party: { type: 'boolean' },
    app_type: { type: 'string' },
  });
  if (complaint) return complaint;
  const { is_global, is_first_party, app_type } = request.query;
  const found = options.clients
    .map((client) => showApplication(options, client))
    .filter(
      (shown) =>
        is_global !== 'true' &&
        is_first_party !== 'false' &&
        (app_type === undefined || app_type.split(',').includes(String(shown.app_type))),
    );
  return pageOf(
    found.map((shown) => project(shown, request)),
    'clients',
    request,
  );
}

/** By page number or, where `from` or `take` is given, by checkpoint. An application without scopes has no grant. */
function listClientGrants(options: ApplicationOptions, request: TenantRequest): TenantAnswer {
  const complaint = checkQuery(request, {
    ...PAGE_RULES,
    ...CHECKPOINT_RULES,
    audience: { type: 'string' },
    client_id: { type: 'string' },
    allow_any_organization: { type: 'boolean' },
    subject_type: { type: 'string', pattern: /^(client|user)$/ },
  });
  if (complaint) return complaint;
  const { audience, client_id, allow_any_organization, subject_type, from, take } = request.query;
  const found = options.clients
    .filter(({ scopes }) => scopes.length > 0)
    .map((client) => showClientGrant(options, client))
    .filter(
      (grant) =>
        (audience === undefined || grant.audience === audience) &&
        (client_id === undefined || grant.client_id === client_id) &&
        allow_any_organization !== 'true' &&
        subject_type !== 'user',
    );
  return from === undefined && take === undefined
    ? pageOf(found, 'client_grants', request)
    : checkpointOf(found, (grant) => grant, 'client_grants', request);
}

/** The name is the id: the world gives an application no other. */
function showApplication({ domain }: ApplicationOptions, client: Auth0Client): JsonObject {
  const { client_id, scopes } = client;
  const machine = scopes.length > 0;
  return {
    tenant: domain.split('.')[0] ?? domain,
    client_id,
    name: client_id,
    global: false,
    is_first_party: true,
    app_type: machine ? 'non_interactive' : 'regular_web',
    token_endpoint_auth_method: 'client_secret_post',
    grant_types: machine ? ['client_credentials'] : ['password', 'refresh_token'],
  };
}

function showClientGrant({ domain }: ApplicationOptions, { client_id, scopes }: Auth0Client) {
  const id = `cgr_${createHash('sha256').update(client_id).digest('hex').slice(0, 16)}`;
  return {
    id,
    client_id,
    audience: managementAudience(domain),
    scope: scopes,
    subject_type: 'client',
    allow_any_organization: false,
  };
}

function project(shown: JsonObject, { query }: TenantRequest): JsonObject {
  return selectFields(shown, query.fields, query.include_fields !== 'false');
}
