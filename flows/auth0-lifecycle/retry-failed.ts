/** [scheduled] Retry Failed: tries again what could not be done, until it is. */

import { findRows, forEach, item, scheduledFlow } from '../../sdk/dsl';
import { retryOne } from './retry-one';
import { failures } from './tables';

export const retryFailed = scheduledFlow({
  name: '[scheduled] Retry Failed',
  description: 'Every 15 minutes: tries again what failed, oldest first, one after the other.',
  schedule: { everyMinutes: 15 },
  body() {
    const open = findRows(failures, { status: 'open' });
    forEach(
      open,
      retryOne,
      {
        row_id: item('Row ID'),
        event_id: item('event_id'),
        event: item('event'),
        okta_user_id: item('okta_user_id'),
        alternate_id: item('alternate_id'),
        attempts: item('attempts'),
        next_try: item('next_try'),
      },
      { ignoreErrors: true },
    );
  },
});
