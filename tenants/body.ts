/** Reads a request body and parses what its content type names: JSON, a form, or plain text. */

import type { IncomingMessage } from 'node:http';
import type { Json } from '@okta/workflows-connector-sdk-types';

/** A parsed body; `malformed` where the content type promised JSON and the text is none. */
export interface ParsedBody {
  body: Json;
  malformed: boolean;
}

/** Far above anything a flow sends; a longer body is cut off rather than kept in memory. */
const LIMIT = 1024 * 1024;

/** The whole body as text; rejects when the client hangs up or sends more than 1 MiB. */
export async function readText(message: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of message) {
    // A message without an encoding gives buffers; the stream's own type does not say so.
    const bytes = chunk as Buffer;
    size += bytes.length;
    if (size > LIMIT) throw new Error(`The request body is longer than ${LIMIT} bytes.`);
    chunks.push(bytes);
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Parses a body; a missing content type means JSON, as at Auth0. An empty text is null. */
export function parseBody(text: string, contentType: string): ParsedBody {
  if (text === '') return { body: null, malformed: false };
  if (contentType === 'application/x-www-form-urlencoded') {
    return { body: Object.fromEntries(new URLSearchParams(text)), malformed: false };
  }
  if (contentType !== '' && !/^application\/(.+\+)?json$/.test(contentType)) {
    return { body: text, malformed: false };
  }
  try {
    // JSON.parse gives JSON values, which its type cannot say.
    return { body: JSON.parse(text) as Json, malformed: false };
  } catch {
    return { body: text, malformed: true };
  }
}
