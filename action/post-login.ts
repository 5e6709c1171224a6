/** The Auth0 post-login Action that refuses people whom Okta has deactivated. */

import type { PostLoginApi, PostLoginEvent } from './types';

/** Shown to the person, so it names neither the system nor the flag. */
const REASON = 'Your account is deactivated. Please contact your administrator.';

/**
 * Denies where `app_metadata.okta_deactivated` or the older `user_metadata.okta.deactivated` is true or says "true".
 * Never throws, whatever the event: a post-login Action that throws locks out everybody. What it cannot read counts as
 * not set, so the login is allowed. Failing open is the choice here: the flag is a second gate, and an event of an
 * unexpected shape says nothing about the person.
 */
export async function onExecutePostLogin(event: PostLoginEvent, api: PostLoginApi): Promise<void> {
  const flag = raised(() => event.user?.app_metadata?.okta_deactivated)
    ? 'app_metadata.okta_deactivated'
    : raised(() => event.user?.user_metadata?.okta?.deactivated)
      ? 'user_metadata.okta.deactivated'
      : undefined;
  if (flag === undefined) return;
  try {
    api.access.deny(REASON);
    console.log(`Login denied: ${flag}`);
  } catch {
    // Nothing is left to deny with.
  }
}

/** Each flag is read on its own, so that one that cannot be read does not hide the other. */
function raised(read: () => unknown): boolean {
  try {
    const value = read();
    return value === true || (typeof value === 'string' && value.trim().toLowerCase() === 'true');
  } catch {
    return false;
  }
}
