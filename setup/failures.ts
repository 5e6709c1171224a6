/** What can go wrong on the way to a tenant, in words: what happened, and the repair. */

import type { Json } from '@okta/workflows-connector-sdk-types';

export interface Failure {
  problem: string;
  hint: string;
  /** The HTTP status; absent where no answer came. */
  status?: number;
  /** Auth0's `errorCode` or `error`, or the code of the network's error. */
  code?: string;
}

/** Where an application's scopes are granted, as the dashboard names it. */
export const GRANTS = 'Applications › APIs › Auth0 Management API › Machine to Machine Applications';

/** Why the token endpoint gave no token. Its texts vary from case to case; statuses and codes are what to go by. */
export function tokenFailure(status: number, body: Record<string, Json>, domain: string): Failure {
  const code = textOf(body.error);
  const said = textOf(body.error_description);
  const failure = (problem: string, hint: string): Failure => ({
    problem: `${problem}${said === undefined ? '' : ` (${said})`}.`,
    hint,
    status,
    ...(code !== undefined && { code }),
  });
  if (status === 401) {
    return failure(
      'Auth0 refuses the client id or the client secret',
      'Copy both again from Applications › the application › Settings, into AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET.',
    );
  }
  if (status === 403 && code === 'unauthorized_client') {
    return failure(
      'The application may not ask for tokens of its own',
      'Use a Machine to Machine application, or switch on its grant: Advanced Settings › Grant Types › Client Credentials.',
    );
  }
  if (status === 403) {
    return failure(
      `The application may not use the Management API of ${domain}`,
      `Authorize it: ${GRANTS}. Where ${domain} is a custom domain, give the tenant’s own domain instead.`,
    );
  }
  if (status === 429) return failure('Auth0 has had too many requests for tokens', WAIT);
  if (status === 200) return failure('Auth0 answers without an access token', STATUS_PAGE);
  return failure(`Auth0 gives no token: status ${status}`, status >= 500 ? STATUS_PAGE : DOMAIN);
}

/** Why a call of the API failed; undefined for an error that is none of the client's. */
export function apiFailure(error: unknown): Failure | undefined {
  if (!isRecord(error) || typeof error.statusCode !== 'number') return undefined;
  const status = error.statusCode;
  const body = isRecord(error.body) ? error.body : {};
  const code = textOf(body.errorCode);
  const said = textOf(body.message) ?? textOf(body.error);
  const failure = (problem: string, hint: string): Failure => ({
    problem: `${problem}${said === undefined ? '' : `: ${said.replace(/\.$/, '')}`}.`,
    hint,
    status,
    ...(code !== undefined && { code }),
  });
  if (status === 401) {
    return failure(
      'Auth0 does not take the token it gave',
      'See that --domain is the tenant’s own domain and that the machine’s clock is right.',
    );
  }
  if (status === 403 && code === 'insufficient_scope') {
    return failure('The application lacks a scope', `Grant it: ${GRANTS} › the application › Permissions.`);
  }
  if (status === 403) {
    return failure('Auth0 does not allow it', 'See what the tenant’s plan has, and who may change it.');
  }
  if (status === 429) return failure('Auth0 has had too many requests', WAIT);
  if (status >= 500) return failure(`Auth0 answers with status ${status}`, STATUS_PAGE);
  return failure(
    `Auth0 refuses the request with status ${status}`,
    'Mend what it names, and run the command again.',
  );
}

/** The code of an error that stands for an answer which is no JSON, or a redirect. */
export const NOT_THE_API = 'NOT_THE_API';

/** Why no answer came, or none of the API's; undefined for an error that is none of the network's. */
export function transportFailure(error: unknown, domain: string): Failure | undefined {
  const code = codeOf(error);
  if (code === undefined) return undefined;
  const failure = (problem: string, hint: string): Failure => ({ problem, hint, code });
  if (code === NOT_THE_API) {
    return failure(
      `What answers at ${domain} is not Auth0’s API: no JSON, or the way to another place.`,
      'See whether a proxy answers in the place of Auth0, and try again.',
    );
  }
  if (/^(ENOTFOUND|EAI_AGAIN|EAI_NONAME)$/.test(code)) {
    return failure(`There is no host "${domain}".`, DOMAIN);
  }
  if (code === 'ERR_TLS_CERT_ALTNAME_INVALID') {
    return failure(`The certificate that ${domain} shows is another host’s.`, DOMAIN);
  }
  if (/^CERT_(HAS_EXPIRED|NOT_YET_VALID)$/.test(code)) {
    return failure(
      `The certificate that ${domain} shows is not valid today.`,
      'See the machine’s clock; otherwise whoever runs the host has to renew the certificate.',
    );
  }
  if (/CERT|SIGNATURE|ISSUER/.test(code)) {
    return failure(
      `The certificate that ${domain} shows comes from an authority unknown here (${code}).`,
      'If it is the authority of your proxy or of "owf tenants --https", give its certificate with --ca FILE.',
    );
  }
  if (/SSL|EPROTO/.test(code)) {
    return failure(`What answers at ${domain} does not speak TLS (${code}).`, DOMAIN);
  }
  if (/TIMEOUT|Timeout|Abort/.test(code)) {
    return failure(`${domain} does not answer in time.`, 'See the network and its proxy, and try again.');
  }
  return failure(
    `The connection to ${domain} fails (${code}).`,
    'See the domain and its port, the network and its proxy, and try again.',
  );
}

const DOMAIN = 'Give the domain that the application’s settings show, such as acme.eu.auth0.com.';
const WAIT = 'Wait a minute and run the command again.';
const STATUS_PAGE = 'Try again later; see status.auth0.com.';

/** The code that an error bears, or what caused it: `ENOTFOUND`, `UND_ERR_SOCKET`, `TimeoutError`. */
function codeOf(error: unknown): string | undefined {
  for (let each = error; isRecord(each); each = each.cause) {
    // Other codes of ERR_ are node's word for a mistake of ours.
    if (typeof each.code === 'string') return /^ERR_(?!TLS|SSL)/.test(each.code) ? undefined : each.code;
    if (typeof each.name === 'string' && /Timeout|Abort/.test(each.name)) return each.name;
  }
  return undefined;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** By its shape: an error need not be this realm's Error (Jest). */
function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}
