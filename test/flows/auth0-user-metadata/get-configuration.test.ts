/** [util] Get Configuration: the credentials, or which row is missing. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { AUTH0_DOMAIN, CANARY, ours, withPack, worldOf } from '../../support/story';

const rows = [
  { name: 'domain', value: AUTH0_DOMAIN },
  { name: 'client_id', value: 'workflows' },
  { name: 'client_secret', value: CANARY },
];

const read = (configuration: JsonObject[]) =>
  withPack(ours['auth0-user-metadata'], worldOf({ configuration }), {}, async ({ org, requests }) => ({
    ...(await org.run('[util] Get Configuration')),
    requests,
  }));

it('gives the three values', async () => {
  const { outputs } = await read([...rows, { name: 'other', value: 'x' }].reverse());
  expect(outputs).toEqual({ domain: AUTH0_DOMAIN, client_id: 'workflows', client_secret: CANARY });
});

it.each(
  ['domain', 'client_id', 'client_secret'].flatMap((name) =>
    [undefined, '', null].map((value) => [name, value] as const),
  ),
)('names the row %s where its value is %s, and asks nobody (D26)', async (name, value) => {
  const others = rows.filter((row) => row.name !== name);
  const { outcome, error, requests } = await read(
    value === undefined ? others : [...others, { name, value }],
  );
  expect(outcome).toBe('error');
  expect(error).toMatchObject({
    statusCode: 400,
    message: `Table "configuration" has no value for "${name}"; add a row with that name and its value.`,
  });
  expect(requests).toEqual([]);
});
