/** Pages and their Link headers. */

import { linkedPage } from '../../../tenants/okta/paging';

const items = [{ id: 'a' }, { id: 'b' }, { id: 'c' }];
const page = (query: Record<string, string>, limit: number, headers: Record<string, string> = {}) => {
  const request = { method: 'GET', path: '/api/v1/users', params: {}, query, repeated: [] };
  const rest = { headers, contentType: '', body: null, malformed: false };
  return linkedPage(items, (item) => item.id, limit, { ...request, ...rest }, 'acme.okta.com');
};

test('the next page keeps the question', () => {
  expect(page({ search: 'status eq "A&B"' }, 2)).toEqual({
    status: 200,
    headers: {
      link:
        '<https://acme.okta.com/api/v1/users?search=status+eq+%22A%26B%22>; rel="self", ' +
        '<https://acme.okta.com/api/v1/users?search=status+eq+%22A%26B%22&after=b&limit=2>; rel="next"',
    },
    body: [{ id: 'a' }, { id: 'b' }],
  });
});

test('the last page has no next', () => {
  expect(page({ after: 'b' }, 2)).toMatchObject({
    headers: { link: '<https://acme.okta.com/api/v1/users?after=b>; rel="self"' },
    body: [{ id: 'c' }],
  });
  expect(page({ after: 'c' }, 2).body).toEqual([]);
  expect(page({}, 3).headers?.link).not.toContain('next');
});

test('they lead where the client called: to the domain by HTTPS, to an address as it is', () => {
  const linkFor = (host: string) => page({}, 3, { host }).headers?.link;
  expect(linkFor('acme.okta.com')).toBe('<https://acme.okta.com/api/v1/users>; rel="self"');
  expect(linkFor('127.0.0.1:4001')).toBe('<http://127.0.0.1:4001/api/v1/users>; rel="self"');
});
