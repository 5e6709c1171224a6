/** The client secrets of a world are canaries: wherever one is shown, in whatever form it may travel, a test fails. */

import type { World } from '@okta/workflows-connector-sdk-types';

/** A secret as it is, and as a header, a URL or a JSON text would carry it. */
export function formsOf(secret: string): string[] {
  return [
    secret,
    Buffer.from(secret).toString('base64'),
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
  ];
}

/**
 * Where a secret of the world is shown, by the names given; a table that the world itself has filled with it is left
 * out, because a pack without a connector can keep it nowhere else.
 */
export function exposed(world: World, shown: Record<string, unknown>): string[] {
  const forms = world.auth0.clients.flatMap(({ client_secret }) => formsOf(client_secret));
  return Object.entries(shown)
    .filter(([, value]) => {
      const text = JSON.stringify(value) ?? '';
      return forms.some((form) => text.includes(form));
    })
    .map(([name]) => name);
}

/** The tables of an org without those in which the world has put its secrets. */
export function ownTables(world: World, tables: Record<string, unknown>): Record<string, unknown> {
  const filled = exposed(world, world.tables ?? {});
  return Object.fromEntries(Object.entries(tables).filter(([name]) => !filled.includes(name)));
}
