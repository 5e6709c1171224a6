/** GET /users over HTTP. */

import type { OktaStatus } from '@okta/workflows-connector-sdk-types';
import { call, type TestedOkta, testOkta } from '../support';

const user = (id: string, status: OktaStatus, login: string, more = {}) => ({
  id,
  status,
  profile: { login, email: login, ...more },
});
let okta: TestedOkta;
beforeAll(async () => {
  okta = await testOkta({
    seed: {
      domain: 'acme.okta.com',
      users: [
        user('00u1', 'ACTIVE', 'Ada@acme.test', { firstName: 'Ada', department: 'R&D' }),
        user('00u2', 'DEPROVISIONED', 'bob@acme.test', { firstName: 'Bob' }),
        user('00u3', 'SUSPENDED', 'carl@acme.test', { lastName: 'Adams' }),
        ...Array.from({ length: 250 }, (_, n) => user(`00p${n}`, 'PROVISIONED', `p${n}@many.test`)),
      ],
    },
  });
});
afterAll(() => okta.tenant.close());

const found = async (parameter: string, text: string, more = '') => {
  const reply = await okta.api('GET', `/users?${parameter}=${encodeURIComponent(text)}${more}`);
  return reply.body.map(({ id }: { id: string }) => id);
};

test.each<[string, string, string[]]>([
  ['filter', 'status eq "DEPROVISIONED"', ['00u2']],
  ['filter', 'status eq "DEPROVISIONED" or status eq "SUSPENDED"', ['00u2', '00u3']],
  ['filter', 'profile.email eq "Ada@acme.test"', ['00u1']],
  ['filter', 'profile.email eq "ada@acme.test"', []],
  ['filter', 'id eq "00u3" and lastUpdated gt "2025-01-01T00:00:00.000Z"', ['00u3']],
  ['search', 'profile.email eq "ada@acme.test"', ['00u1']],
  ['search', 'profile.department eq "r&d"', ['00u1']],
  ['search', 'status eq "DEPROVISIONED" and profile.login sw "b"', ['00u2']],
  ['q', 'ada', ['00u1', '00u3']],
  ['q', 'bob', []],
])('%s=%s finds %j', async (parameter, text, ids) => {
  expect(await found(parameter, text)).toEqual(ids);
});

test('all but the deactivated, page after page, each once', async () => {
  const seen: string[] = [];
  let path: string | undefined = '/users?limit=100';
  const sizes: number[] = [];
  while (path !== undefined) {
    const reply = await okta.api('GET', path);
    sizes.push(reply.body.length);
    seen.push(...reply.body.map(({ id }: { id: string }) => id));
    path = /<http:\/\/127\.0\.0\.1:\d+\/api\/v1([^>]+)>; rel="next"/.exec(
      reply.headers.get('link') ?? '',
    )?.[1];
  }
  expect(sizes).toEqual([100, 100, 52]);
  expect(new Set(seen).size).toBe(252);
  expect(seen).not.toContain('00u2');
});

test('a page has 200 at most, and q gives 10', async () => {
  expect((await okta.api('GET', '/users')).body).toHaveLength(200);
  expect((await okta.api('GET', '/users?limit=1000')).body).toHaveLength(200);
  expect(await found('q', 'p')).toHaveLength(10);
});

test('search sorts', async () => {
  const query = 'status eq "ACTIVE" or status eq "SUSPENDED" or status eq "DEPROVISIONED"';
  expect(await found('search', query, '&sortBy=profile.login&sortOrder=desc')).toEqual([
    '00u3',
    '00u2',
    '00u1',
  ]);
  expect(await found('search', query, '&sortBy=status')).toEqual(['00u1', '00u2', '00u3']);
});

test.each([
  ['filter', 'status = "ACTIVE"', 'E0000031'],
  ['filter', 'profile.department eq "x"', 'E0000031'],
  ['search', 'nonsense', 'E0000031'],
  ['limit', '0', 'E0000001'],
])('%s=%s is refused as %s', async (parameter, text, errorCode) => {
  expect(await okta.api('GET', `/users?${parameter}=${encodeURIComponent(text)}`)).toMatchObject({
    status: 400,
    body: { errorCode },
  });
});

test('without the token nobody is listed', async () => {
  expect((await call(okta.tenant.url, 'GET', '/api/v1/users')).status).toBe(401);
});
