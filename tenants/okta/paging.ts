/** Okta's pages: a list, and Link headers that say where it goes on. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';

/**
 * The page behind the item whose id is `after`. `Link` names the page itself and, where more follow, the next one, both
 * at the host that the client called: official clients follow them.
 */
export function linkedPage<T extends JsonObject>(
  items: readonly T[],
  idOf: (item: T) => string,
  limit: number,
  request: TenantRequest,
  domain: string,
): TenantAnswer {
  const { after } = request.query;
  const start = after === undefined ? 0 : items.findIndex((item) => idOf(item) === after) + 1;
  const page = items.slice(start, start + limit);
  const last = page.at(-1);
  const links = [link(request.query, 'self')];
  if (last !== undefined && last !== items.at(-1)) {
    links.push(link({ ...request.query, after: idOf(last), limit: String(limit) }, 'next'));
  }
  return { status: 200, headers: { link: links.join(', ') }, body: structuredClone(page) };

  function link(query: Record<string, string>, relation: string): string {
    const text = new URLSearchParams(query).toString();
    const { host = domain } = request.headers;
    // Whoever means the domain believes in HTTPS; whoever calls the address itself gets there without.
    const origin = host.toLowerCase() === domain.toLowerCase() ? `https://${domain}` : `http://${host}`;
    return `<${origin}${request.path}${text === '' ? '' : `?${text}`}>; rel="${relation}"`;
  }
}
