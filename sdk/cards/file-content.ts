/** A file as it travels between cards of a local run: where the platform hands on an id, here goes the content itself. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { CardError } from './error';

export interface FileContent {
  name: string;
  content: string;
  /** ISO-8601. */
  created: string;
  updated: string;
}

/** The value of a file field for a file made now. */
export function fileValue(name: string, content: string, now: number): JsonObject {
  const made = new Date(now).toISOString();
  return { name, content, created: made, updated: made };
}

/** The file behind a file field's value. Fails with a CardError that names the field. */
export function readFile(value: Json, field: string): FileContent {
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) {
    const { name, content, created, updated } = value;
    if (
      typeof name === 'string' &&
      typeof content === 'string' &&
      typeof created === 'string' &&
      typeof updated === 'string'
    ) {
      return { name, content, created, updated };
    }
  }
  throw new CardError(
    `"${field}" holds no file of this run; give it the File Content that a card such as Download gives.`,
  );
}

/** The bytes of a file, in UTF-8. */
export function sizeOf(content: string): number {
  return Buffer.byteLength(content, 'utf8');
}
