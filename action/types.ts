/** What the Action uses of Auth0's post-login trigger (v3): little is required, so that nothing has to be believed. */

/** The login, as far as the Action looks at it; every part may be missing. */
export interface PostLoginEvent {
  user?: {
    app_metadata?: { okta_deactivated?: unknown };
    user_metadata?: { okta?: { deactivated?: unknown } };
  };
}

/** What the Action may do. */
export interface PostLoginApi {
  access: {
    /** Refuses the login; the person sees the reason. */
    deny(reason: string): unknown;
  };
}
