/** Reads the guide's page as a machine does: the steps, by the attributes that the page gives them. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';

/** A step as the page's attributes have it. */
export interface PageStep {
  id: string;
  kind: string;
  /** `main`, `pack:<name>`, `build` or `undo`. */
  route: string;
  value: JsonObject;
}

/** Every step of a page, in its order. */
export function stepsOf(html: string): PageStep[] {
  return [...html.matchAll(/<li\b[^>]*\bdata-step=[^>]*>/g)].map(([tag]) => ({
    id: attribute(tag, 'data-step'),
    kind: attribute(tag, 'data-kind'),
    route: attribute(tag, 'data-route'),
    // The page wrote it as JSON.
    value: JSON.parse(attribute(tag, 'data-value')) as JsonObject,
  }));
}

function attribute(tag: string, name: string): string {
  const [, text] = new RegExp(`\\b${name}="([^"]*)"`).exec(tag) ?? [];
  if (text === undefined) throw new Error(`A step of the page has no ${name}: ${tag}`);
  return unescaped(text);
}

/** What a browser makes of escaped text. */
export function unescaped(text: string): string {
  const signs: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' };
  return text.replaceAll(/&(?:#(\d+)|(\w+));/g, (_, code: string | undefined, name: string | undefined) =>
    code === undefined ? (signs[name ?? ''] ?? '') : String.fromCodePoint(Number(code)),
  );
}
