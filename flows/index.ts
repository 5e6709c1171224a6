/** The list of packs: a new pack is one folder and one line here. */

import { auth0Deactivation } from './auth0-deactivation';
import { auth0Lifecycle } from './auth0-lifecycle';
import { auth0UserMetadata } from './auth0-user-metadata';

export const packs = [auth0UserMetadata, auth0Deactivation, auth0Lifecycle];
