/** File > Download. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';
import { fileValue, sizeOf } from '../file-content';

export const download = card('filefunctions@1.0.37:largeDownload', {
  title: 'Download',
  category: 'File',
  summary: 'Fetches a file from a URL and keeps it for the cards after it.',
  established: 'inferred',
  header: { executable: true, async: true, timeout: 30_000 },
  ports: {
    inputs: {
      rules: {},
      groupRules: {
        Location: { extensible: false, reserved: {}, index: 0, type: 'object' },
        Headers: { extensible: true, reserved: {}, index: 1, type: 'object' },
        Query: { extensible: true, reserved: {}, index: 2, type: 'object' },
      },
    },
    outputs: {
      rules: {},
      groupRules: { File: { extensible: false, reserved: {}, index: 0, type: 'object' } },
    },
  },
  inputs: {
    url: field.text(undefined, { key: 'URL', group: 'Location', required: true }),
    headers: field.many('Headers', field.text()),
    query: field.many('Query', field.text()),
  },
  outputs: {
    content: field.file(undefined, { key: 'File Content', group: 'File' }),
    filename: field.text(undefined, { key: 'Filename', group: 'File' }),
    size: field.number(undefined, { key: 'Size', group: 'File' }),
  },
  examples: [
    {
      inputs: { url: 'https://files.example.com/a/users.csv?token=1' },
      outputs: {
        content: {
          name: 'users.csv',
          content: 'id\n1\n',
          created: '2024-01-01T00:00:00.000Z',
          updated: '2024-01-01T00:00:00.000Z',
        },
        filename: 'users.csv',
        size: 5,
      },
      given: { now: '2024-01-01T00:00:00.000Z', replies: [{ status: 200, body: 'id\n1\n' }] },
      source: 'exports',
    },
    {
      inputs: { url: 'https://files.example.com/', headers: { Accept: 'text/csv' } },
      outputs: { filename: 'report 1.csv' },
      given: {
        replies: [
          {
            status: 200,
            headers: { 'Content-Disposition': 'attachment; filename="report 1.csv"' },
            body: '',
          },
        ],
      },
      source: 'assumed',
    },
    {
      inputs: { url: 'https://files.example.com/gone' },
      error: 'answered 404',
      given: { replies: [{ status: 404, body: 'Not found' }] },
      source: 'assumed',
    },
  ],
  async run({ url, headers, query }, context) {
    const reply = await context.http({ method: 'GET', url, headers: given(headers), query: given(query) });
    if (reply.status >= 400) {
      throw new CardError(`Download of ${url} failed: the server answered ${reply.status}.`, {
        statusCode: reply.status,
        body: reply.body,
        headers: reply.headers,
        kind: 'HTTP Error',
      });
    }
    const filename = nameOf(url, reply.headers['content-disposition']);
    return {
      content: fileValue(filename, reply.body, context.clock.now()),
      filename,
      size: sizeOf(reply.body),
    };
  },
});

function given(values: Record<string, string>): JsonObject {
  return Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
}

/** What the server calls the file; the last part of its address otherwise. */
function nameOf(url: string, disposition: string | undefined): string {
  const told = /\bfilename="?([^";]+)"?/i.exec(disposition ?? '')?.[1]?.trim();
  if (told !== undefined && told !== '') return told;
  const path = URL.canParse(url) ? new URL(url).pathname : '';
  const last = path.slice(path.lastIndexOf('/') + 1);
  return last === '' ? 'download' : last;
}
