/** What an admin does with a user's status: each step from the statuses that Okta's User Lifecycle allows. */

import type { OktaStatus } from '@okta/workflows-connector-sdk-types';
import { randomId } from '../ids';
import type { TenantAnswer, TenantRequest } from '../routes';
import { noSuchUser, oktaError } from './errors';
import { moveTo, type OktaUser } from './user';
import type { UserContext } from './users';

export type LifecycleStep = (user: OktaUser, request: TenantRequest, context: UserContext) => TenantAnswer;

/** From every status but DEPROVISIONED, which Okta answers as if the user were gone (okta/okta-sdk-java #721). */
export const deactivate: LifecycleStep = (user, request, context) => {
  if (user.status === 'DEPROVISIONED') return noSuchUser(context.random, user.id);
  moveTo(user, 'DEPROVISIONED', context.clock);
  context.onChange('deactivate', user, request);
  return { status: 200, body: {} };
};

/**
 * From STAGED and DEPROVISIONED (Okta's User Lifecycle API). Nobody in the world has an Okta password, so the user gets
 * as far as PROVISIONED and would set one by the activation link, which the answer holds unless it goes out as e-mail.
 */
export const activate: LifecycleStep = (user, request, context) => {
  if (user.status !== 'STAGED' && user.status !== 'DEPROVISIONED') {
    const summary = 'Activation failed because the user is already active';
    return oktaError(context.random, 403, 'E0000016', summary);
  }
  moveTo(user, 'PROVISIONED', context.clock);
  context.onChange('activate', user, request);
  return activationLink(request, context);
};

/** From PROVISIONED and RECOVERY only: it sends the link once more and undoes no deactivation. */
export const reactivate: LifecycleStep = (user, request, context) => {
  if (user.status !== 'PROVISIONED' && user.status !== 'RECOVERY') {
    const summary = "This operation is not allowed in the user's current status.";
    return oktaError(context.random, 403, 'E0000038', summary);
  }
  moveTo(user, 'PROVISIONED', context.clock);
  context.onChange('reactivate', user, request);
  return activationLink(request, context);
};

/** From ACTIVE only. */
export const suspend: LifecycleStep = (user, request, context) =>
  move(user, request, context, 'suspend', 'ACTIVE', 'SUSPENDED', 'Cannot suspend a user that is not active');

/** From SUSPENDED only. */
export const unsuspend: LifecycleStep = (user, request, context) =>
  move(
    user,
    request,
    context,
    'unsuspend',
    'SUSPENDED',
    'ACTIVE',
    'Cannot unsuspend a user that is not suspended',
  );

function move(
  user: OktaUser,
  request: TenantRequest,
  context: UserContext,
  change: 'suspend' | 'unsuspend',
  from: OktaStatus,
  to: OktaStatus,
  refusal: string,
): TenantAnswer {
  if (user.status !== from) {
    return oktaError(context.random, 400, 'E0000001', `Api validation failed: ${change}User`, refusal);
  }
  moveTo(user, to, context.clock);
  context.onChange(change, user, request);
  return { status: 200, body: {} };
}

function activationLink(request: TenantRequest, { domain, random }: UserContext): TenantAnswer {
  if (request.query.sendEmail !== 'false') return { status: 200, body: {} };
  const activationToken = randomId(random, '', 20);
  return {
    status: 200,
    body: { activationUrl: `https://${domain}/welcome/${activationToken}`, activationToken },
  };
}
