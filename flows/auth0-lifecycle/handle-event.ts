/** [helper] Handle Event: one event, once: brings the person in line, and writes down what became of it. */

import { callFlow, continueIf, field, findRow, helperFlow, ifError, type Ref } from '../../sdk/dsl';
import { getSettings } from './get-settings';
import { recordFailure } from './record-failure';
import { recordOutcome } from './record-outcome';
import { syncUser } from './sync-user';
import { audit } from './tables';

export const handleEvent = helperFlow({
  name: '[helper] Handle Event',
  description:
    'Handles an event of Okta unless it was handled before, and writes exactly one row into "audit".',
  inputs: {
    event_id: field.text(),
    event: field.text(),
    okta_user_id: field.text(),
    alternate_id: field.text(),
  },
  outputs: {},
  body(about) {
    const { event_id, okta_user_id, alternate_id } = about;
    const seen = findRow(audit, { event_id });
    continueIf({ a: seen.rowId, operator: 'is empty', message: 'This event was handled before.' });
    const settings = callFlow(getSettings, {});
    const done = ifError(
      {
        try: () => callFlow(syncUser, { okta_user_id, alternate_id, ...settings }),
        catch(error) {
          callFlow(recordFailure, { ...about, why: error.message });
          return { outcome: 'failed', detail: error.message, email: alternate_id };
        },
      },
      { note: 'Nothing may be lost: what fails is kept, and tried again by the schedule.' },
    );
    const { event } = about;
    callFlow(recordOutcome, { event_id, event, okta_user_id, ...done, mode: settings.mode });
  },
});

/**
 * What every main flow does with an event. It never throws: the platform would swallow the error (D18). Where even the
 * tables fail, one more failure row is tried, and the reconciliation finds the event in Okta’s log.
 */
export function handle(event: {
  uuid: Ref<string>;
  eventType: Ref<string>;
  oktaUser: { id: Ref<string>; alternateId: Ref<string> };
}): void {
  const about = {
    event_id: event.uuid,
    event: event.eventType,
    okta_user_id: event.oktaUser.id,
    alternate_id: event.oktaUser.alternateId,
  };
  ifError({
    try() {
      callFlow(handleEvent, about);
    },
    catch(error) {
      ifError({
        try() {
          callFlow(recordFailure, { ...about, why: error.message });
        },
        catch: () => undefined,
      });
    },
  });
}
