/** What leads to a tenant: a bare host, a file of certificates. */

import { readApplication, readDomain } from '../../scripts/tenant-input';
import { throwAwayAuthority } from '../../tenants/authority';
import { memoryStreams, workplace } from '../support/cli';

const place = workplace();

it.each([
  ['acme.eu.auth0.com', 'acme.eu.auth0.com'],
  [' Acme.EU.auth0.com ', 'acme.eu.auth0.com'],
  ['localhost:8443', 'localhost:8443'],
  ['login.acme-corp.com', 'login.acme-corp.com'],
])('%j is a domain', (text, domain) => {
  expect(readDomain(text)).toBe(domain);
});

it.each([
  '',
  'https://acme.eu.auth0.com',
  'acme.eu.auth0.com/',
  'acme.eu.auth0.com/api/v2/',
  'user:s3cret@acme.eu.auth0.com',
  'acme.eu.auth0.com?x=1',
  'acme.eu.auth0.com#x',
  'acme..com',
  '-acme.com',
  'acme.com:https',
  'acme.com:',
  'acme com',
  'acme.com\n.evil.test',
  'äcme.com',
])('%j is none, and is not repeated', (text) => {
  expect(() => readDomain(text)).toThrow(/^--domain is no bare host\.$/);
});

describe('--ca', () => {
  beforeEach(() => {
    process.env.AUTH0_CLIENT_ID = 'workflows';
    process.env.AUTH0_CLIENT_SECRET = 's3cret';
  });
  const read = (ca: string) => readApplication({ domain: 'acme.test', ca }, memoryStreams());

  it('is a file of certificates', async () => {
    const { ca } = await throwAwayAuthority();
    expect(await read(place.file('ca.pem', ca))).toEqual({
      domain: 'acme.test',
      clientId: 'workflows',
      clientSecret: 's3cret',
      ca,
    });
  });

  it.each([
    ['no certificate', () => place.file('not.pem', 'hello'), /holds no certificate/],
    ['not there', () => place.at('nowhere.pem'), /There is no file/],
  ])('that is %s is bad input', async (_, file, message) => {
    await expect(read(file())).rejects.toThrow(message);
  });
});
