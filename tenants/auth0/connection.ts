/** Connections, of which the tenant knows the names that its users have. */

import { createHash } from 'node:crypto';

/** The id of a connection, made of its name: `con_` and 16 letters or digits. */
export function connectionId(name: string): string {
  return `con_${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
}
