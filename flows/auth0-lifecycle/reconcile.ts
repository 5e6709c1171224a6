/** [scheduled] Reconcile: finds what events have missed, in both directions, and mends it. */

import { as, callFlow, createRow, date, ifError, okta, type Ref, scheduledFlow, text } from '../../sdk/dsl';
import { deletedPeople } from './deleted-people';
import { flaggedAccounts } from './flagged-accounts';
import { lastComplete } from './last-complete';
import { missedEvents } from './missed-events';
import { reconcileRecord } from './reconcile-record';
import { rememberRecord } from './remember-record';
import { reports } from './tables';

export const reconcile = scheduledFlow({
  name: '[scheduled] Reconcile',
  description:
    'Every night: handles events that never came, brings everybody in line who is deactivated, suspended or deleted in Okta or flagged in Auth0, and remembers the addresses of the others. Run it once by hand before the first event.',
  schedule: { daily: { hour: 2, timeZone: 'UTC' } },
  body() {
    // First, so that nobody is renamed before the old address is known.
    direction('Addresses', (begun) => {
      const beginning = date.subtract({ start: begun, scale: 50, unit: 'years' });
      const { since } = callFlow(lastComplete, { direction: 'Addresses', otherwise: beginning.output });
      const changed = text.concatenate({
        string1: 'status eq "ACTIVE" and lastUpdated gt "',
        string2: since,
        end: '"',
      });
      return okta.streamUsersWithSearch({ 'Custom Search Criteria': changed.output }, rememberRecord);
    });
    direction('Missed events', (begun) => {
      const week = date.subtract({ start: begun, scale: 7, unit: 'days' });
      const { since } = callFlow(lastComplete, { direction: 'Missed events', otherwise: week.output });
      // What has just happened is on its way.
      const until = date.subtract({ start: begun, scale: 10, unit: 'minutes' });
      return callFlow(missedEvents, { since, until: as.text(until.output) }).checked;
    });
    direction('Okta to Auth0', () =>
      okta.streamUsersWithSearch(
        { 'Custom Search Criteria': 'status eq "DEPROVISIONED" or status eq "SUSPENDED"' },
        reconcileRecord,
      ),
    );
    direction('Deleted in Okta', () => callFlow(deletedPeople, { offset: 0 }).checked);
    direction('Auth0 to Okta', () => callFlow(flaggedAccounts, { since: '*' }).checked);
  },
});

/** One part, and its row in the reports: when it began, how many were looked at, and why it ended early. */
function direction(name: string, look: (begun: Ref<string>) => Ref<number>): void {
  const now = date.now({});
  const { checked, outcome, detail } = ifError(
    {
      try: () => ({ checked: look(now.date), outcome: 'complete', detail: '' }),
      catch: (error) => ({ checked: 0, outcome: 'failed', detail: error.message }),
    },
    { note: 'What fails here is done by the next night; the other parts go on.' },
  );
  createRow(reports, { at: now.iso, direction: name, checked, outcome, detail });
}
