import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  headerTexts,
  httpTransport,
  parsedBody,
  type Transport,
  withQuery,
} from '../../../sdk/run/transport';

describe('httpTransport', () => {
  let server: Server;
  let url: string;
  let send: Transport;
  const heard: { method?: string; url?: string; headers: Record<string, unknown>; body: string }[] = [];

  beforeAll(async () => {
    server = createServer((request, response) => {
      let body = '';
      request.on('data', (chunk) => {
        body += chunk;
      });
      request.on('end', () => {
        heard.push({ method: request.method, url: request.url, headers: request.headers, body });
        if (request.url === '/reset') request.socket.destroy();
        else if (request.url === '/moved') response.writeHead(302, { Location: '/elsewhere' }).end();
        else
          response
            .writeHead(request.url === '/bad' ? 503 : 200, { 'X-Kept': 'Yes' })
            .end('{ "as": "it is" }');
      });
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    send = httpTransport({ hosts: { 'acme.test': url, 'acme.test:8443': `${url}/` } });
  });
  afterAll(() => {
    server.close();
    server.closeAllConnections();
  });
  beforeEach(() => heard.splice(0));

  const get = (target: string, headers: Record<string, string> = {}) =>
    send({ method: 'GET', url: target, headers, body: null });

  it.each([
    '/api/v2/users/auth0|ada',
    '/api/v2/users/auth0%7Cada',
    '/api/v2/users/a%2Fb+c',
    '/by-email?email=ada+sso@acme.test',
    '/by-email?email=ada%2Bsso%40acme.test&q=%7B"a":1%7D',
  ])('sends %s as it is given', async (path) => {
    const { host, path: sent, answer } = await get(`https://acme.test${path}`);
    expect(heard[0]?.url).toBe(path.replaceAll('"', '%22'));
    expect({ host, sent }).toEqual({ host: 'acme.test', sent: path.replace(/\?.*/, '') });
    expect(answer).toMatchObject({ kind: 'reply', status: 200 });
  });

  it('names the original host, decodes the query, and leaves the answer as it is', async () => {
    const { query, answer } = await get('https://ACME.test:8443/x?email=a+b%40c&n=1#part');
    expect(heard[0]?.headers.host).toBe('acme.test:8443');
    expect(heard[0]?.url).toBe('/x?email=a+b%40c&n=1');
    expect(query).toEqual({ email: 'a b@c', n: '1' });
    expect(answer).toMatchObject({ kind: 'reply', headers: { 'x-kept': 'Yes' }, body: '{ "as": "it is" }' });
  });

  it('sends a text as it is, JSON unless a header says otherwise', async () => {
    const post = { method: 'POST', url: 'https://acme.test/', body: ' {"a" : 1} ' };
    await send({ ...post, headers: {} });
    await send({ ...post, headers: { 'content-TYPE': 'application/x-www-form-urlencoded' } });
    await send({ ...post, body: null, headers: {} });
    expect(heard.map(({ headers, body }) => [headers['content-type'], body])).toEqual([
      ['application/json', ' {"a" : 1} '],
      ['application/x-www-form-urlencoded', ' {"a" : 1} '],
      [undefined, ''],
    ]);
  });

  it.each([
    ['/bad', 503],
    ['/moved', 302],
  ])('takes any status of %s as an answer', async (path, status) => {
    expect((await get(`https://acme.test${path}`)).answer).toMatchObject({ kind: 'reply', status });
    expect(heard).toHaveLength(1);
  });

  it('says that no answer came', async () => {
    expect((await get('https://acme.test/reset')).answer).toEqual({
      kind: 'no answer',
      message: 'GET acme.test/reset got no answer: the connection was reset.',
    });
  });

  it('does not know other hosts, and says what to add', async () => {
    const { answer } = await get('https://other.test/x');
    expect(answer).toEqual({
      kind: 'unknown host',
      message:
        'The world does not know the host "other.test". If it is meant, add to the world: "hosts": { "other.test": "http://127.0.0.1:PORT" }. Known: acme.test, acme.test:8443.',
    });
  });

  it('takes a URL without its domain as the platform would, and asks about it', async () => {
    const { host, path, answer } = await get('https:///oauth/token');
    expect({ host, path }).toEqual({ host: 'oauth', path: '/token' });
    expect(answer).toMatchObject({ kind: 'unknown host' });
    expect(answer.kind === 'reply' ? '' : answer.message).toContain('was the domain in front of it empty?');
  });

  it.each(['', 'nonsense', 'ftp://acme.test/x'])('cannot call %j', async (target) => {
    expect((await get(target)).answer).toMatchObject({ kind: 'bad request' });
  });

  it('cannot send a header with a line break, and does not say what was in it', async () => {
    const { answer } = await get('https://acme.test/', { Authorization: 'Bearer secret\nX: y' });
    expect(answer).toMatchObject({ kind: 'bad request' });
    expect(JSON.stringify(answer)).not.toContain('secret');
  });
});

describe('withQuery', () => {
  it.each<[string, Parameters<typeof withQuery>[1], string]>([
    ['https://a.test/x', {}, 'https://a.test/x'],
    [
      'https://a.test/x',
      { q: 'a b+c', empty: '', none: null, n: 0, f: false },
      'https://a.test/x?q=a%20b%2Bc&n=0&f=false',
    ],
    ['https://a.test/x?a=1', { b: 2 }, 'https://a.test/x?a=1&b=2'],
    ['https://a.test/x?', { b: 2 }, 'https://a.test/x?b=2'],
    ['https://a.test/x#part', { 'ä&': ['1', '2'] }, 'https://a.test/x?%C3%A4%26=1&%C3%A4%26=2#part'],
    ['https://a.test/x', { o: { a: 1 } }, 'https://a.test/x?o=%7B%22a%22%3A1%7D'],
  ])('%s with %j', (url, query, expected) => {
    expect(withQuery(url, query)).toBe(expected);
  });
});

describe('headerTexts', () => {
  it('leaves out what is empty', () => {
    expect(headerTexts({ A: 'x', B: 1, C: null, D: '', ' E ': true })).toEqual({ A: 'x', B: '1', E: 'true' });
  });
});

describe('parsedBody', () => {
  it.each([
    [null, '', null],
    ['', 'application/json', null],
    ['{"a":1}', '', { a: 1 }],
    ['a=1&b=x+y', 'application/x-www-form-urlencoded; charset=utf-8', { a: '1', b: 'x y' }],
    ['plain', 'text/plain', 'plain'],
  ])('%j of type %j', (body, type, expected) => {
    expect(parsedBody(body, type)).toEqual(expected);
  });
});
