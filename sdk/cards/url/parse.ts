/** URL > Parse. */

import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

const ports: Readonly<Record<string, number>> = {
  'http:': 80,
  'https:': 443,
  'ws:': 80,
  'wss:': 443,
  'ftp:': 21,
};

export const parse = card('url:parse', {
  title: 'Parse',
  category: 'URL',
  summary: 'Takes a URL apart; one without a protocol is taken for https.',
  established: 'assumed',
  inputs: { url: field.text(undefined, { required: true }) },
  outputs: {
    protocol: field.text(undefined, { default: 'https' }),
    host: field.text(),
    port: field.number(undefined, { default: 443 }),
    path: field.text(undefined, { default: '/' }),
    query: field.text(),
  },
  examples: [
    {
      inputs: { url: 'https://tenant.auth0.com/api/v2/users?page=0&q=a%20b' },
      outputs: {
        protocol: 'https',
        host: 'tenant.auth0.com',
        port: 443,
        path: '/api/v2/users',
        query: 'page=0&q=a%20b',
      },
      source: 'assumed',
    },
    {
      inputs: { url: 'http://localhost:8080' },
      outputs: { protocol: 'http', host: 'localhost', port: 8080, path: '/', query: '' },
      source: 'assumed',
    },
    {
      inputs: { url: 'example.com/a' },
      outputs: { protocol: 'https', host: 'example.com', port: 443, path: '/a', query: '' },
      source: 'assumed',
    },
    { inputs: { url: 'https://' }, error: 'no URL', source: 'assumed' },
  ],
  run({ url }) {
    const text = url.trim();
    const whole = /^[a-z][a-z\d+.-]*:\/\//i.test(text) ? text : `https://${text.replace(/^\/\//, '')}`;
    if (!URL.canParse(whole)) {
      throw new CardError(
        `"url" holds "${text.slice(0, 100)}", which is no URL; give one such as https://example.com/path?a=b.`,
      );
    }
    const { protocol, hostname, port, pathname, search } = new URL(whole);
    return {
      protocol: protocol.slice(0, -1),
      host: hostname,
      port: port === '' ? (ports[protocol] ?? null) : Number(port),
      path: pathname,
      query: search.slice(1),
    };
  },
});
