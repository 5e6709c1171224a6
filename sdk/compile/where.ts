/** The conditions on a table's rows: constants stand inside, values come in by hidden fields (flopack-format §8.4). */

import type { WhereModel } from '@okta/workflows-connector-sdk-types';
import { addInput } from './card';
import { connect } from './pin';
import type { PortDraft } from './port';
import type { Resolved, Scope, ScopeCard } from './scope';
import { resolve } from './sources';

/** Writes a Where Expression, and the field behind each value that it takes from a card. */
export function writeWhere(scope: Scope, card: ScopeCard, draft: PortDraft, conditions: WhereModel[]): void {
  const sources = new Map<string, Resolved>();
  const expr = conditions.map(({ column, operator, value }) => {
    const base = { lhs: column, op: operator, join: 'AND' };
    if (value.kind === 'constant') return { ...base, rhs: value.value };
    const source = value.kind === 'from' ? resolve(scope, value.from, card) : undefined;
    if (source === undefined) return base;
    sources.set(source.output, source);
    return { ...base, rhd: { methodId: source.card.wire.uuid, outputId: source.output } };
  });
  addInput(card, { ...draft, data: { expr } });
  for (const [output, source] of sources) {
    const input = addInput(card, {
      group: '_expr',
      key: output,
      type: source.type,
      wireType: source.wireType,
      unordered: true,
      full: true,
      available: [],
      metadata: { forceHide: true, method: source.card.wire.uuid },
    });
    connect(scope, source, card, input, source.type);
  }
}
