/** The triggers that an Action can be bound to; of what would set them off, only the login happens here. */

/** The trigger whose Actions a login runs. */
export const POST_LOGIN = 'post-login';

/** What an Action runs on unless it says otherwise (Auth0, "Actions limitations"). */
export const RUNTIME = 'node22';

/** The current version by id: recorded in auth0/go-auth0 for the first six; assumed for the others, which are newer. */
export const TRIGGERS: Readonly<Record<string, string>> = {
  [POST_LOGIN]: 'v3',
  'credentials-exchange': 'v2',
  'pre-user-registration': 'v2',
  'post-user-registration': 'v2',
  'post-change-password': 'v2',
  'send-phone-message': 'v2',
  'custom-phone-provider': 'v1',
  'custom-email-provider': 'v1',
  'password-reset-post-challenge': 'v1',
  'custom-token-exchange': 'v1',
  'event-stream': 'v1',
  'password-hash-migration': 'v1',
  'login-post-identifier': 'v1',
  'signup-post-identifier': 'v1',
};
