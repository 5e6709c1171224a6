/** The world that a user names: read, checked against its schema, and whom its story deactivates. */

import type { World } from '@okta/workflows-connector-sdk-types';
import Ajv from 'ajv';
import defaultWorld from './default-world.json';
import { InputError } from './failure';
import { readJson } from './files';
import { worldSchema } from './world-schema';

/** The world of `--world FILE`, or the project's own; refuses what the schema does not know. */
export function readWorld(file: string | undefined): World {
  const world: unknown = file === undefined ? defaultWorld : readJson(file);
  const validate = new Ajv({ allErrors: true, allowUnionTypes: true }).compile<World>(worldSchema);
  if (validate(world)) return world;
  const [first] = validate.errors ?? [];
  const unknown = first?.params.additionalProperty;
  const what = unknown === undefined ? first?.message : `has the unknown key "${String(unknown)}"`;
  throw new InputError(
    `The world "${file ?? 'default'}" is wrong at ${first?.instancePath || '/'}: ${what}.`,
    'See scripts/default-world.json for the form of a world.',
  );
}

/**
 * The Okta users that a run deactivates: those of the world's `deactivate`, otherwise the first one. Refuses whom the
 * world does not have and who is deactivated already, before anything has happened.
 */
export function toDeactivate(world: World): string[] {
  const ids = world.deactivate ?? world.okta.users.slice(0, 1).map((user) => user.id);
  if (ids.length === 0)
    throw new InputError('The world has no Okta user to deactivate.', 'Add one to okta.users.');
  for (const [index, id] of ids.entries()) {
    const user = world.okta.users.find((each) => each.id === id);
    if (user === undefined)
      throw new InputError(
        `The world has no Okta user "${id}".`,
        'Add the user to okta.users, or name another in deactivate.',
      );
    if (user.status === 'DEPROVISIONED' || ids.indexOf(id) !== index)
      throw new InputError(
        `The Okta user "${id}" is deactivated already.`,
        'Name each user of deactivate once, and none with the status DEPROVISIONED.',
      );
  }
  return ids;
}
