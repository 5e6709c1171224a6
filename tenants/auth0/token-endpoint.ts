/** POST /oauth/token: reads the request, checks the client, hands over to the grant. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import { sameSecret } from '../secret';
import { oauthError } from './errors';
import { login, PASSWORD_REALM } from './login';
import { type RefreshOptions, refresh } from './refresh';
import { issueToken, managementAudience, TOKEN_LIFETIME } from './tokens';

/** Takes JSON and forms; the client's credentials in the body or in a Basic header (RFC 6749 §2.3.1). */
export function tokenEndpoint(request: TenantRequest, options: RefreshOptions): TenantAnswer {
  const fields = readFields(request);
  if (!fields) return oauthError(400, 'invalid_request', 'The body is neither a JSON object nor a form.');
  const { grant_type: grant } = fields;
  if (!grant) return oauthError(400, 'invalid_request', 'Missing required parameter: grant_type');
  switch (grant) {
    case 'client_credentials':
      return clientCredentials(fields, options);
    case 'password':
    case PASSWORD_REALM:
      return passwordGrant(fields, request, options);
    case 'refresh_token':
      return refreshGrant(fields, request, options);
    default:
      return oauthError(400, 'unsupported_grant_type', `Unsupported grant type: ${grant}`);
  }
}

type Fields = Partial<Record<string, string>>;

/** The fields that are texts; undefined where the body is no object or a credential in the header is unreadable. */
function readFields(request: TenantRequest): Fields | undefined {
  const { body } = request;
  if (typeof body !== 'object' || body === null || Array.isArray(body)) return undefined;
  const texts = Object.entries(body).filter(
    (entry): entry is [string, string] => typeof entry[1] === 'string',
  );
  return { ...Object.fromEntries(texts), ...basicCredentials(request.headers.authorization) };
}

function basicCredentials(authorization: string | undefined): Fields {
  const encoded = /^basic\s+(\S+)$/i.exec(authorization ?? '')?.[1];
  if (encoded === undefined) return {};
  const text = Buffer.from(encoded, 'base64').toString('utf8');
  const colon = text.indexOf(':');
  if (colon < 0) return {};
  return { client_id: formDecode(text.slice(0, colon)), client_secret: formDecode(text.slice(colon + 1)) };
}

/** Credentials in a Basic header are form-encoded first; clients that don't do so still get in. */
function formDecode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}

function clientCredentials(fields: Fields, options: RefreshOptions): TenantAnswer {
  const { client_id: id, client_secret: secret, audience, scope } = fields;
  if (!id) return oauthError(400, 'invalid_request', 'Missing required parameter: client_id');
  const client = options.clients.find((one) => one.client_id === id);
  // The comparison runs for an unknown client too, so that both refusals take the same time.
  const right = sameSecret(secret ?? '', client?.client_secret ?? '');
  if (!client || !secret || !right) return oauthError(401, 'access_denied', 'Unauthorized');
  if (!audience) {
    // What Auth0 says when the audience is missing: without one the request is for the retired API.
    return oauthError(403, 'access_denied', 'Non-global clients are not allowed access to APIv1');
  }
  if (audience !== managementAudience(options.domain)) {
    return oauthError(403, 'access_denied', `Service not enabled within domain: ${audience}`);
  }
  if (client.scopes.length === 0) {
    return oauthError(403, 'access_denied', `Client is not authorized to access "${audience}".`);
  }
  const asked = scope?.split(' ').filter(Boolean);
  const missing = asked?.filter((name) => !client.scopes.includes(name)) ?? [];
  if (missing.length > 0) {
    const message = `Client has not been granted scopes: ${missing.join(', ')}`;
    return oauthError(403, 'access_denied', message);
  }
  const granted = (asked && asked.length > 0 ? asked : client.scopes).join(' ');
  const claims = { sub: `${id}@clients`, aud: audience, azp: id, scope: granted, gty: 'client-credentials' };
  const body: JsonObject = {
    access_token: issueToken(options.domain, options.clock, claims),
    scope: granted,
    expires_in: TOKEN_LIFETIME,
    token_type: 'Bearer',
  };
  return { status: 200, headers: { 'cache-control': 'no-store' }, body };
}

function passwordGrant(fields: Fields, request: TenantRequest, options: RefreshOptions): TenantAnswer {
  const { grant_type: grant, client_id: id, username, password, realm } = fields;
  const required = grant === PASSWORD_REALM ? { id, username, password, realm } : { id, username, password };
  for (const [name, value] of Object.entries(required)) {
    const parameter = name === 'id' ? 'client_id' : name;
    if (!value) return oauthError(400, 'invalid_request', `Missing required parameter: ${parameter}`);
  }
  const client = applicationOf(fields, options);
  if (!client) return oauthError(401, 'access_denied', 'Unauthorized');
  return login(
    {
      client,
      username: username ?? '',
      password: password ?? '',
      realm: grant === PASSWORD_REALM ? realm : undefined,
      scope: fields.scope ?? '',
      audience: fields.audience,
      userAgent: request.headers['user-agent'] ?? '',
    },
    options,
  );
}

function refreshGrant(fields: Fields, request: TenantRequest, options: RefreshOptions): TenantAnswer {
  const { client_id: id, refresh_token: token, scope } = fields;
  if (!id) return oauthError(400, 'invalid_request', 'Missing required parameter: client_id');
  if (!token) return oauthError(400, 'invalid_request', 'Missing required parameter: refresh_token');
  const client = applicationOf(fields, options);
  if (!client) return oauthError(401, 'access_denied', 'Unauthorized');
  return refresh({ client, token, scope, userAgent: request.headers['user-agent'] ?? '' }, options);
}

/** A public client logs people in without a secret; a wrong one is never let pass. */
function applicationOf({ client_id: id, client_secret: secret }: Fields, { clients }: RefreshOptions) {
  const client = clients.find((one) => one.client_id === id);
  const right = secret === undefined || sameSecret(secret, client?.client_secret ?? '');
  return right ? client : undefined;
}
