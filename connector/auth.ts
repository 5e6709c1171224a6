/** What a connection to Auth0 needs: the M2M application's domain, client id and client secret. */

import { customAuth, field, type ValueOf } from '../sdk/dsl';

export const auth = customAuth('Auth0 M2M application', {
  domain: field.text('Domain', {
    help: 'The tenant’s domain as the application’s settings show it, such as acme.eu.auth0.com; without https://.',
  }),
  client_id: field.text('Client ID', { help: 'From the settings of the M2M application.' }),
  client_secret: field.text('Client Secret', {
    secret: true,
    help: 'From the settings of the M2M application. It is hidden once saved.',
  }),
});

/** The values of a connection, as flows of the connector get them. */
export type Connection = ValueOf<typeof auth.connection>;
