/** The folder of a flow, a table or a folder is in the pack. */

import { pointer } from '../pack/pointer';
import { aFlow, first, found } from './example';
import { flowPlace, packPlace, type Rule } from './rule';

/** flopack-format §10: M5, M6, M7. */
export const folderExists: Rule = {
  id: 'folder-exists',
  invariants: ['M5', 'M6', 'M7'],
  severity: 'warning',
  sentence: 'The folder of a flow, a table or a folder is in the pack.',
  needs: 'shape',
  check(context, report) {
    const { groups, tables } = context.pack.data;
    // Exports of a single flow may leave out all folders.
    if (Object.keys(groups).length === 0) return;
    const missing = (id: string | null) => id === null || !Object.hasOwn(groups, id);
    const hint = 'Name a folder of "groups".';
    for (const place of context.flows) {
      const { name, data } = place.flow;
      if (data === null || !missing(data.group)) continue;
      report(
        flowPlace(place, '/data/group'),
        `The flow "${name}" lies in a folder "${data.group}", which is not in the pack.`,
        hint,
      );
    }
    for (const [id, { name, data }] of Object.entries(tables)) {
      if (data === null || !missing(data.group_id)) continue;
      const at = packPlace(pointer('/data/tables', id, 'data', 'group_id'));
      report(at, `The table "${name}" lies in a folder "${data.group_id}", which is not in the pack.`, hint);
    }
    for (const [id, { data }] of Object.entries(groups)) {
      for (const outer of (data.path ?? '').split('.')) {
        if (outer === '' || !missing(outer)) continue;
        const at = packPlace(pointer('/data/groups', id, 'data', 'path'));
        report(at, `The folder "${data.name}" lies in a folder "${outer}", which is not in the pack.`, hint);
      }
    }
  },
  wrong: [
    {
      what: 'a flow in an unknown folder',
      change(pack) {
        aFlow(pack, 'string:concat').group = '00000000-0000-4000-8000-000000000000';
      },
    },
    {
      what: 'a table in an unknown folder',
      change(pack) {
        const [, table] = first(pack.data.tables);
        found(table.data, 'columns').group_id = '00000000-0000-4000-8000-000000000000';
      },
    },
    {
      what: 'a folder in an unknown folder',
      change(pack) {
        first(pack.data.groups)[1].data.path = '00000000-0000-4000-8000-000000000000';
      },
    },
  ],
  right: [
    {
      what: 'no folders at all',
      change(pack) {
        pack.data.groups = {};
      },
    },
  ],
};
