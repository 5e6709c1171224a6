/** A part of the format that says nothing: the tree that no flow has. */

import type { WireTree } from '@okta/workflows-connector-sdk-types';

/**
 * Part of every flow and inline flow of every export (flopack-format §2). UNDOCUMENTED whether an import looks at the
 * description; assumed: only at id and name, which are those of real exports.
 */
export const tree: WireTree = { id: 2, name: 'empty', description: 'No tree: cards are found by their ids.' };
