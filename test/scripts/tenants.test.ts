/** `owf tenants`: both tenants, to be called by hand until they are stopped. */

import { existsSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { Agent, fetch as fetchWith } from 'undici';
import { cli, memoryStreams, workplace } from '../support/cli';
import { account, CANARY, worldOf } from '../support/story';

const { owf } = jest.requireActual<typeof import('../../scripts/owf')>('../../scripts/owf.ts');
const place = workplace();

it('says where they are and how to get in, answers, and frees the ports in the end', async () => {
  let stop = () => undefined as void;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const { printed, ...streams } = memoryStreams();
  const world = place.file('world.json', worldOf({ accounts: [account('auth0|ada', 'ada@acme.test')] }));
  const ended = owf(['tenants', '--world', world, '--format', 'json'], streams, () => stopped);
  while (printed.stdout === '') await new Promise(setImmediate);

  const { okta, auth0 } = JSON.parse(printed.stdout);
  expect(okta).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    domain: 'acme.okta.test',
    token: expect.any(String),
  });
  expect(auth0).toEqual({
    url: expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/),
    domain: 'acme.eu.auth0.test',
    client_id: 'workflows',
    client_secret: CANARY,
    clients: [{ client_id: 'workflows', client_secret: CANARY }],
  });

  const read = await fetch(`${okta.url}/api/v1/users/00u1ada`, {
    headers: { authorization: `SSWS ${okta.token}` },
  });
  expect(await read.json()).toMatchObject({ id: '00u1ada', status: 'ACTIVE' });
  const grant = await fetch(`${auth0.url}/oauth/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: auth0.client_id,
      client_secret: auth0.client_secret,
      audience: `https://${auth0.domain}/api/v2/`,
    }),
  });
  expect(await grant.json()).toMatchObject({ token_type: 'Bearer', expires_in: 86400 });
  expect(printed.stderr).toBe('okta: GET /api/v1/users/00u1ada 200\nauth0: POST /oauth/token 200\n');

  stop();
  expect(await ended).toBe(0);
  await expect(fetch(okta.url)).rejects.toThrow();
  await expect(fetch(auth0.url)).rejects.toThrow();
});

it('speaks HTTPS: who trusts the file gets in by the domain, at the machine’s time, and the file goes at the end', async () => {
  let stop = () => undefined as void;
  const stopped = new Promise<void>((resolve) => {
    stop = resolve;
  });
  const { printed, ...streams } = memoryStreams();
  const world = place.file('https.json', worldOf({ accounts: [account('auth0|ada', 'ada@acme.test')] }));
  const argv = ['tenants', '--https', '--world', world, '--format', 'json'];
  const ended = owf(argv, streams, () => stopped);
  while (printed.stdout === '') await new Promise(setImmediate);
  const { auth0 } = JSON.parse(printed.stdout);
  const ca = readFileSync(auth0.ca, 'utf8');
  const dispatcher = new Agent({ connect: { ca } });
  const reply = await fetchWith(`https://${auth0.domain}/oauth/token`, {
    method: 'POST',
    dispatcher,
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: auth0.client_id,
      client_secret: auth0.client_secret,
      audience: `https://${auth0.domain}/api/v2/`,
    }),
  });
  // fetch gives a body whose form only the sender knows.
  const { access_token } = (await reply.json()) as { access_token: string };
  await dispatcher.close();
  stop();
  expect(await ended).toBe(0);
  expect(ca).toMatch(/^-----BEGIN CERTIFICATE-----/);
  expect(auth0.url).toBe(`https://${auth0.domain}`);
  const claims = JSON.parse(Buffer.from(access_token.split('.')[1] ?? '', 'base64url').toString());
  expect(claims.iss).toBe(`https://${auth0.domain}/`);
  expect(Math.abs(claims.iat - Date.now() / 1000)).toBeLessThan(60);
  expect(existsSync(dirname(auth0.ca))).toBe(false);
});

it('tells people how to trust it', async () => {
  const { code, stdout } = await cli('tenants', '--https');
  expect(code).toBe(0);
  expect(stdout).toMatch(/Auth0 {2}https:\/\/localhost:(\d+) {2}as localhost:\1\n/);
  expect(stdout).toMatch(
    /certificate authority (\S+auth0-ca\.pem)\n.*NODE_EXTRA_CA_CERTS=\1, or curl --cacert \1/,
  );
});

it('tells people the same', async () => {
  const { code, stdout } = await cli('tenants');
  expect(code).toBe(0);
  expect(stdout).toMatch(
    /^Okta {3}http:\/\/127\.0\.0\.1:\d+ {2}as acme\.okta\.test\n {7}Authorization: SSWS \S+\nAuth0 {2}http/,
  );
  expect(stdout).toMatch(/Stop with Ctrl-C\.\n$/);
});

it('a bad world is bad input', async () => {
  const { code, stdout, stderr } = await cli(
    'tenants',
    '--world',
    place.file('bad.json', []),
    '--format',
    'json',
  );
  expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
  expect(stderr).toMatch(/^error: The world ".*bad\.json" is wrong at \/: must be object\.\n {2}hint: /);
});
