/** A constant of the format: the tree that no flow has. */

import type { WireTree } from '@okta/workflows-connector-sdk-types';

/** Part of every flow and inline flow of every export (flopack-format §2). */
export const tree: WireTree = {
  id: 2,
  name: 'empty',
  description: 'This flow has been build w/o a tree and uses the newer, async, Addressing module.',
};
