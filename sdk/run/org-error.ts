/** What the org refuses, and how to repair it. */

import type { Finding } from '@okta/workflows-connector-sdk-types';

/** The org cannot do what it was asked to; nothing has changed. */
export class OrgError extends Error {
  override readonly name: string = 'OrgError';
  constructor(
    message: string,
    /** The repair. */
    readonly hint: string,
  ) {
    super(message);
  }
}

/** A pack that the importer refuses, with everything it found. */
export class ImportRefused extends OrgError {
  override readonly name = 'ImportRefused';
  constructor(
    file: string,
    readonly findings: readonly Finding[],
  ) {
    const first = findings[0]?.message ?? '';
    const more = findings.length > 1 ? ` (and ${findings.length - 1} more)` : '';
    super(`The pack ${file} cannot be imported: ${first}${more}`, findings[0]?.hint ?? 'Export it again.');
  }
}
