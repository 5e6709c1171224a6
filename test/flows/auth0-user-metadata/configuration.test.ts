/** The table `configuration` and the file to fill it from. */

import { configuration, configurationCsv, settings } from '../../../flows/auth0-user-metadata/configuration';
import { getConfiguration } from '../../../flows/auth0-user-metadata/get-configuration';

it('the file has the columns of the table and a row for each setting', () => {
  const [header, ...rows] = configurationCsv.split('\r\n');
  expect(header?.split(',')).toEqual(configuration.model.columns.map(({ name }) => name));
  expect(rows).toEqual([...settings.map((name) => `${name},`), '']);
});

it('the flow reads every setting', () => {
  expect(Object.keys(getConfiguration.model.gives)).toEqual([...settings]);
});
