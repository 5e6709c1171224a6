/** The throw-away authority, by real TLS connections. */

import { createPrivateKey, X509Certificate } from 'node:crypto';
import { get } from 'node:https';
import { type Authority, throwAwayAuthority } from '../../tenants/authority';
import { listen, startServer } from '../../tenants/server';

let authority: Authority;
beforeAll(async () => {
  authority = await throwAwayAuthority();
});

/** What a client that trusts `ca` gets from a server with the authority's certificate: a body or an error's code. */
async function ask(ca: string | undefined, host = 'localhost'): Promise<string> {
  const listener = await listen(authority);
  listener.server.on('request', (_request, response) => response.end('hello'));
  const { port } = new URL(listener.url);
  const answer = await new Promise<string>((resolve) => {
    get({ host, port, agent: false, ...(ca && { ca }) }, (response) => {
      response.setEncoding('utf8').once('data', resolve);
    }).once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  });
  await listener.close();
  return answer;
}

test.each(['localhost', '127.0.0.1'])('who trusts it reaches %s', async (host) => {
  expect(await ask(authority.ca, host)).toBe('hello');
});

test('who does not trust it, or trusts another, gets nothing', async () => {
  expect(await ask(undefined)).toMatch(/UNABLE_TO_VERIFY|SELF_SIGNED/);
  expect(await ask((await throwAwayAuthority()).ca)).toMatch(/UNABLE_TO_VERIFY|SIGNATURE|SELF_SIGNED/);
});

test('the authority may sign, the certificate may only serve, and neither lives long', async () => {
  const ca = new X509Certificate(authority.ca);
  const leaf = new X509Certificate(authority.cert);
  expect(ca.ca).toBe(true);
  expect(leaf.ca).toBe(false);
  expect(leaf.checkIssued(ca)).toBe(true);
  expect(leaf.verify(ca.publicKey)).toBe(true);
  expect(leaf.subjectAltName).toBe('DNS:localhost, IP Address:127.0.0.1');
  // The purpose "TLS server", by its object id.
  expect(leaf.keyUsage).toEqual(['1.3.6.1.5.5.7.3.1']);
  const now = new Date('2026-05-05T12:00:00Z');
  const dated = new X509Certificate((await throwAwayAuthority(now)).cert);
  expect(Date.parse(dated.validFrom)).toBeLessThan(now.getTime());
  expect(Date.parse(dated.validTo) - now.getTime()).toBe(30 * 24 * 60 * 60 * 1000);
});

test('the key of the authority is nowhere in what is given', () => {
  expect(Object.keys(authority).sort()).toEqual(['ca', 'cert', 'key']);
  expect(authority.ca).not.toContain('PRIVATE');
  expect(new X509Certificate(authority.ca).checkPrivateKey(createPrivateKey(authority.key))).toBe(false);
  expect(new X509Certificate(authority.cert).checkPrivateKey(createPrivateKey(authority.key))).toBe(true);
});

test('a server without TLS is what it was', async () => {
  const clock = { now: () => 0, wait: async () => undefined };
  const server = await startServer({ tenant: 'auth0', routes: [], clock, failure: (status) => ({ status }) });
  expect(server.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
  await server.close();
});
