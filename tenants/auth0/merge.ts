/** How a PATCH changes user_metadata and app_metadata. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';

/**
 * Auth0's first-level merge: a key of `patch` replaces the stored key as a whole, inner objects included; null removes
 * it; an empty patch empties the object (Management API, "Update a User"; recorded in auth0/go-auth0). Changes neither.
 */
export function mergeMetadata(stored: JsonObject | undefined, patch: JsonObject): JsonObject {
  if (Object.keys(patch).length === 0) return {};
  const merged = new Map(Object.entries(stored ?? {}));
  for (const [key, value] of Object.entries(patch)) {
    if (value === null) merged.delete(key);
    else merged.set(key, value);
  }
  // fromEntries makes every key an own property, `__proto__` too.
  return Object.fromEntries(merged);
}
