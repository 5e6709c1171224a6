/** [helper] Get Settings: what the user has chosen; without a row the careful choice. */

import { assignIf, field, findRow, helperFlow, list, type Ref, text } from '../../sdk/dsl';
import { settings } from './tables';

/** What the table says, as the flows hand it on. */
export const settingsFields = {
  /** `dry-run` or `live`. */
  mode: field.text(),
  /** Whether sessions and tokens are ended: `yes` or `no`. */
  revoke: field.text(),
  /** The Auth0 connections to touch; empty: all. */
  connections: field.listOf(field.text()),
  /** `search`: also look for accounts that are linked to others, with one request more; `known`: the night finds them. */
  linked: field.text(),
};

export const getSettings = helperFlow({
  name: '[helper] Get Settings',
  description:
    'Reads the table "settings"; without a row mode is dry-run, revoke is yes, linked is known, and every connection is touched.',
  inputs: {},
  outputs: settingsFields,
  body() {
    const mode = setting('mode', 'dry-run');
    const revoke = setting('revoke', 'yes');
    const linked = setting('linked', 'known');
    const { fields } = findRow(settings, { name: 'connections' });
    const parts = text.split({ string: fields.value, delimiter: ',' });
    const named = list.filter(
      { list: parts.output, operator: 'is not empty' },
      { as: { list: field.listOf(field.text()) } },
    );
    return { mode, revoke, connections: named.list, linked };
  },
});

/** One row’s value, or what counts where there is none. */
export function setting(name: string, otherwise: string): Ref<string> {
  const { fields } = findRow(settings, { name });
  const chosen = assignIf(
    { a: fields.value, operator: 'is empty', valueIfTrue: otherwise, valueIfFalse: fields.value },
    { as: { output: field.text() } },
  );
  return chosen.output;
}
