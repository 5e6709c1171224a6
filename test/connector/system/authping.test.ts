/** `_authping`: good credentials work, bad ones do not, and the connection says why. */

import { ourConnector } from '../../../scripts/world';
import { type WorldChange, withBroken, withWorld, worldOf } from '../../support/story';
import { credentials } from '../act';

const ping = (
  values: Partial<typeof credentials>,
  change: WorldChange = {},
  assume: Record<string, string> = {},
) =>
  withWorld(worldOf(change), { assume }, async ({ org }, { exchanges }) => {
    const answer = await org.ping(ourConnector().key, { ...credentials, ...values });
    return { ...answer, calls: exchanges.map(({ method, path }) => `${method} ${path}`) };
  });

it('good credentials work, after the smallest read there is', async () => {
  const { working, serviceResponse, calls } = await ping({});
  expect(working).toBe(true);
  expect(serviceResponse).toEqual({ statusCode: 200, message: 'Auth0 accepts this connection.' });
  expect(calls).toEqual(['POST /oauth/token', 'GET /api/v2/users']);
});

const bad: [what: string, values: Partial<typeof credentials>, change: WorldChange, answer: object][] = [
  [
    'a wrong secret',
    { client_secret: 'wrong-secret' },
    {},
    { statusCode: 401, message: expect.stringContaining('Unauthorized') },
  ],
  [
    'an unknown client',
    { client_id: 'nobody' },
    {},
    { statusCode: 401, message: expect.stringContaining('Unauthorized') },
  ],
  [
    'a client without read:users',
    {},
    { scopes: ['update:users'] },
    { statusCode: 403, message: expect.stringContaining('read:users') },
  ],
  [
    'a client without scopes',
    {},
    { scopes: [] },
    { statusCode: 403, message: expect.stringContaining('not authorized') },
  ],
  [
    'Auth0 out of order',
    {},
    { faults: [{ tenant: 'auth0', path: '/api/v2/users', status: 500 }] },
    { statusCode: 500, message: expect.anything() },
  ],
];

it.each(bad.flatMap((row) => ['raises', 'returns'].map((way) => [row[0], way, row] as const)))(
  '%s does not work, where Raw Request %s',
  async (_, way, [, values, change, answer]) => {
    const { working, serviceResponse } = await ping(values, change, { 'raw-request-on-error': way });
    expect({ working, serviceResponse }).toEqual({ working: false, serviceResponse: answer });
    expect(JSON.stringify(serviceResponse)).not.toContain('wrong-secret');
  },
);

it('an unreachable tenant does not work', async () => {
  const faults = [{ tenant: 'auth0' as const, path: '/oauth/token', reset: true }];
  const { working, serviceResponse } = await ping({}, { faults });
  expect({ working, serviceResponse }).toMatchObject({
    working: false,
    serviceResponse: { message: expect.stringContaining('reset') },
  });
});

it('a host that is not Auth0 does not work', () =>
  withBroken({}, async ({ connection, hosts }) => {
    const { working } = await ping(connection ?? {}, { hosts });
    expect(working).toBe(false);
  }));
