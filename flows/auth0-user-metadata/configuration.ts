/** The table that holds the Auth0 credentials where no connector is used, and the file to fill it from. */

import { field, table } from '../../sdk/dsl';

export const configuration = table({
  name: 'configuration',
  description: 'One row each for domain, client_id and client_secret of the Auth0 application.',
  columns: { name: field.text(), value: field.text() },
});

/** The rows the flows need, by name. */
export const settings = ['domain', 'client_id', 'client_secret'] as const;

/** `configuration.csv`: the rows without their values, to be filled in and imported into the table. */
export const configurationCsv = ['name,value', ...settings.map((name) => `${name},`), ''].join('\r\n');
