/** [util] Get Configuration: the Auth0 credentials from the table, or an error that says which row is missing. */

import { field, findRow, helperFlow, type Ref, returnErrorIf } from '../../sdk/dsl';
import { configuration, type settings } from './configuration';

export const getConfiguration = helperFlow({
  name: '[util] Get Configuration',
  description: 'Reads domain, client_id and client_secret from the table "configuration".',
  saveData: false,
  inputs: {},
  outputs: { domain: field.text(), client_id: field.text(), client_secret: field.text() },
  body: () => ({
    domain: setting('domain'),
    client_id: setting('client_id'),
    client_secret: setting('client_secret'),
  }),
});

/** One row's value. Without it the flow ends here: an empty domain would send the secret to a host of another name (D26). */
function setting(name: (typeof settings)[number]): Ref<string> {
  const { fields } = findRow(configuration, { name });
  returnErrorIf({
    a: fields.value,
    operator: 'is empty',
    message: `Table "configuration" has no value for "${name}"; add a row with that name and its value.`,
    statusCode: 400,
  });
  return fields.value;
}
