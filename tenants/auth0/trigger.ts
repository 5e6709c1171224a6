/** Runs the Actions bound to post-login, at a login and at the exchange of a refresh token. */

import type { Clock } from '@okta/workflows-connector-sdk-types';
import { type ActionOutcome, type BoundAction, runAction } from './actions';
import { isObject } from './body-rules';
import { type LoginFacts, loginEvent } from './login-event';
import { mergeMetadata } from './merge';

export interface TriggerOptions {
  domain: string;
  clock: Clock;
  /** The Actions bound to post-login at this moment, in order. */
  actions(): readonly BoundAction[];
}

export interface Verdict {
  /** The reason of the Action that denied, or why one failed. */
  denied?: string;
  claims: ActionOutcome['claims'];
}

/**
 * Runs the Actions in order until one denies or fails. A later Action sees the metadata that an earlier one set; what
 * was set is kept even where the login is denied, as at Auth0.
 */
export function runTrigger(facts: LoginFacts, options: TriggerOptions): Verdict {
  const { profile } = facts.user;
  const claims: ActionOutcome['claims'] = [];
  for (const action of options.actions()) {
    const { secrets = {} } = action;
    const outcome = runAction(action, { ...loginEvent(facts, options), secrets });
    for (const { target, name, value } of outcome.metadata) {
      const stored = profile[target];
      profile[target] = mergeMetadata(isObject(stored) ? stored : {}, { [name]: value });
    }
    claims.push(...outcome.claims);
    const denied = outcome.denied ?? outcome.failed;
    if (denied !== undefined) return { denied, claims };
  }
  return { claims };
}
