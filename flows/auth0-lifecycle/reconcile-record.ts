/** [helper] Reconcile Record: one user of a streamed search, to be brought in line. */

import { callFlow, field, helperFlow } from '../../sdk/dsl';
import { reconcileOne } from './reconcile-one';

export const reconcileRecord = helperFlow({
  name: '[helper] Reconcile Record',
  description: 'Takes one user of a streamed search, and brings the person in line.',
  inputs: {
    Record: field.record(undefined, { ID: field.text(), Email: field.text() }),
    State: field.object(),
  },
  outputs: {},
  body({ Record }) {
    callFlow(reconcileOne, { okta_user_id: Record.ID, alternate_id: Record.Email });
  },
});
