/** The table that holds the Auth0 credentials where no connector is used, filled from `configuration.csv`. */

import { field, table } from '../../sdk/dsl';

export const configuration = table({
  name: 'configuration',
  description: 'One row each for domain, client_id and client_secret of the Auth0 application.',
  columns: { name: field.text(), value: field.text() },
});
