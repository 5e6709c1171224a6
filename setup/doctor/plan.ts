/** What the tenant's plan gives: sessions and refresh tokens by API, and how many requests. */

import type { Failure } from '../failures';
import type { Answer } from '../management';
import { type Check, type Diagnosis, notChecked, ok, type Patient, warning, wrong } from './check';

/** Nobody has this id; whether it is unknown is for the endpoint to say, and so that there is one. */
const NOBODY = 'auth0|owf-doctor-nobody';

/** Revoke Access needs the plan's endpoints; to look for them by reading alone takes their reading scopes. */
export const plan: Check = {
  id: 'plan',
  after: ['audience'],
  async look(patient) {
    const { management } = patient;
    const userId = await someUser(patient);
    const sessions = await management.ask(({ users }) => users.sessions.list(userId, { take: 1 }));
    const tokens = await management.ask(({ users }) => users.refreshToken.list(userId, { take: 1 }));
    const lists = [
      judge('sessions', 'read:sessions', sessions),
      judge('refresh tokens', 'read:refresh_tokens', tokens),
    ];
    const worst = (status: Diagnosis['status']) => lists.find((each) => each.status === status);
    return (
      worst('error') ??
      worst('warning') ??
      worst('not checked') ??
      ok('The plan has sessions and refresh tokens by API, which Revoke Access ends.')
    );
  },
};

function judge(what: string, scope: string, answer: Answer<unknown>): Diagnosis {
  if ('value' in answer || answer.failure.code === 'inexistent_user') return ok('');
  const { failure } = answer;
  if (failure.code === 'insufficient_scope') {
    return notChecked(
      `Whether the plan has ${what} by API cannot be seen without ${scope}.`,
      `Grant ${scope} to the application, for the time of this check if you like; the actions do not need it.`,
    );
  }
  return isNotInPlan(failure)
    ? warning(
        `The plan has no ${what} by API; Auth0 documents that for Enterprise.`,
        'Nothing to mend for the flows: Revoke Access falls back to grants and device credentials by itself. They end refresh tokens; open sessions last until they expire or the Action refuses. To end those too, change the plan.',
      )
    : wrong(failure.problem, failure.hint);
}

/**
 * UNDOCUMENTED how a plan without the endpoints answers; assumed: 403 or 404, as Revoke Access does. Anything else is
 * shown as it is.
 */
function isNotInPlan({ status }: Failure): boolean {
  return status === 403 || status === 404;
}

/** The id of any user, so that the answer is the plan's alone; nobody's where there is none or none may be read. */
async function someUser({ management }: Patient): Promise<string> {
  const page = await management.ask(({ users }) => users.list({ per_page: 1, fields: 'user_id' }));
  return 'value' in page ? (page.value.data[0]?.user_id ?? NOBODY) : NOBODY;
}

/** Below this a deactivation of several accounts waits for its own requests (rate limits of the Free plan). */
const FEW = 2;

export const limits: Check = {
  id: 'limits',
  after: ['audience'],
  look({ management }) {
    const seen = management.rateLimit();
    if (seen === undefined) return ok('Auth0 says nothing of a limit on requests.');
    const { limit, remaining } = seen;
    const found = `${limit} requests at once, ${remaining} of them left; ${planOf(limit)}.`;
    if (limit > FEW) return ok(found);
    return warning(
      found,
      'Let Reconcile and Retry Failed run rarely and one at a time, or change the plan: a deactivation takes a request for the address and two or more for each account.',
    );
  },
};

/** Auth0's published burst limits (rate limit configurations); several plans share some. */
function planOf(limit: number): string {
  if (limit <= FEW) return 'the Free plan has so many';
  if (limit === 50) return 'Enterprise has so many in production';
  if (limit === 10) return 'Essentials and Professional have so many, and Enterprise outside production';
  return 'no plan publishes that number for all requests';
}
