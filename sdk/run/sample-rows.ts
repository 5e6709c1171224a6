/** Makes rows up for a table: some that the searches of a pack find, some that they do not. */

import type { CardView, Json, JsonObject, PackView, TableView } from '@okta/workflows-connector-sdk-types';
import { setOwn } from '../cards/path';
import type { Shape } from './sample';

/** Rows for a table: one for each search that names what it looks for, and two of no meaning; none in the empty shape. */
export function sampleRows(table: TableView, pack: PackView, shape: Shape): JsonObject[] {
  if (shape.fill === 'empty') return [];
  const plain = [1, 2].map((nth) => rowOf(table, {}, nth));
  const found = pack.flows
    .flatMap((flow) => flow.cards())
    .filter((card) => card.inputs.some((input) => input.key === 'stash' && input.value === table.id))
    .flatMap((card) => [wanted(card)])
    .filter((fields) => Object.keys(fields).length > 0)
    .map((fields) => rowOf(table, fields, 1));
  return [...plain, ...found];
}

function rowOf(table: TableView, fields: JsonObject, nth: number): JsonObject {
  const row: JsonObject = {};
  for (const { name, type } of table.columns) {
    const given = Object.hasOwn(fields, name) ? fields[name] : undefined;
    setOwn(row, name, given ?? cell(type, name, nth));
  }
  return row;
}

function cell(type: TableView['columns'][number]['type'], name: string, nth: number): Json {
  switch (type) {
    case 'number':
      return nth;
    case 'flag':
      return true;
    case 'date':
      return `2026-01-0${nth}T00:00:00.000Z`;
    case 'text':
      return `${name} ${nth}`;
  }
}

/** What a search says that a row has. */
function wanted(card: CardView): JsonObject {
  const where = card.inputs.find(({ key }) => key === 'Where Expression')?.value;
  const expression = typeof where === 'object' && where !== null && !Array.isArray(where) ? where.expr : null;
  const fields: JsonObject = {};
  for (const part of Array.isArray(expression) ? expression : []) {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) continue;
    const { lhs, op, rhs } = part;
    if (op === '=' && typeof lhs === 'string' && rhs !== undefined) setOwn(fields, lhs, rhs);
  }
  return fields;
}
