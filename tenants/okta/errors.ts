/** Okta's error bodies, with the codes of its public error list. */

import { STATUS_CODES } from 'node:http';
import type { Clock, Random } from '@okta/workflows-connector-sdk-types';
import { randomId } from '../ids';
import type { TenantAnswer } from '../routes';

/** Makes an answer `{errorCode, errorSummary, errorLink, errorId, errorCauses}`. */
export function oktaError(
  random: Random,
  status: number,
  errorCode: string,
  errorSummary: string,
  cause?: string,
): TenantAnswer {
  const errorId = randomId(random, 'oae', 22);
  const errorCauses = cause === undefined ? [] : [{ errorSummary: cause }];
  return { status, body: { errorCode, errorSummary, errorLink: errorCode, errorId, errorCauses } };
}

/** 404 for an id or login that means nobody. */
export function noSuchUser(random: Random, idOrLogin: string): TenantAnswer {
  return oktaError(random, 404, 'E0000007', `Not found: Resource not found: ${idOrLogin} (User)`);
}

const CODES: Record<number, [code: string, summary: string]> = {
  400: ['E0000003', 'The request body was not well-formed.'],
  401: ['E0000011', 'Invalid token provided'],
  403: ['E0000006', 'You do not have permission to perform the requested action'],
  404: ['E0000007', 'Not found: Resource not found'],
  429: ['E0000047', 'API call exceeded rate limit due to too many requests.'],
  500: ['E0000009', 'Internal Server Error'],
};

/** The tenant's error for any status; injected faults use it. A 429 says when to come back (Okta, rate limits). */
export function failure({ random, clock }: { random: Random; clock: Clock }, status: number): TenantAnswer {
  const [code, summary] = CODES[status] ?? ['E0000009', STATUS_CODES[status] ?? 'Injected failure'];
  const answer = oktaError(random, status, code, summary);
  if (status !== 429) return answer;
  const reset = Math.ceil(clock.now() / 1000) + 1;
  const headers = { 'x-rate-limit-limit': '600', 'x-rate-limit-remaining': '0' };
  return { ...answer, headers: { ...headers, 'x-rate-limit-reset': String(reset) } };
}
