/** One HTTP exchange with an embedded tenant, as its observers see it. */

import type { Json } from './json';

export interface Exchange {
  tenant: 'auth0' | 'okta';
  method: string;
  /** The path as sent, still encoded, without the query. */
  path: string;
  /** The query, decoded. */
  query: Record<string, string>;
  /** The request headers, names in lower case. */
  requestHeaders: Record<string, string>;
  /** The request body, parsed where it is JSON or a form; the text otherwise; null without a body. */
  requestBody: Json;
  status: number;
  responseHeaders: Record<string, string>;
  /** The response body, parsed where it is JSON; null without a body. */
  responseBody: Json;
  /** True where an injected fault made this answer. */
  injected: boolean;
  /** True where no route knew the request: the run must fail. */
  unknownRoute: boolean;
}
