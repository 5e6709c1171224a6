/** [util] Flag Auth0 User: sets both flags on one account, through the connector. */

import { auth0 } from '../../connector';
import { field, helperFlow, object } from '../../sdk/dsl';

export const flagAuth0User = helperFlow({
  name: '[util] Flag Auth0 User',
  description:
    'Marks one Auth0 account as deactivated in Okta: app_metadata.okta_deactivated, and the older user_metadata.okta.deactivated.',
  inputs: { user_id: field.text() },
  outputs: {},
  body({ user_id }) {
    const flag = object.construct({ okta_deactivated: true });
    auth0.updateMetadata({
      options: { target: 'app_metadata' },
      user: { id: user_id },
      metadata: { changes: flag.output },
    });
    const older = object.construct({ 'okta.deactivated': 'true' });
    auth0.updateMetadata(
      { options: { target: 'user_metadata' }, user: { id: user_id }, metadata: { changes: older.output } },
      { note: 'For an Action deployed with the original flows, which reads this flag alone.' },
    );
  },
});
