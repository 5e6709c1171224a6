/** Makes rows up for a table: some that the searches of a pack find, some that they do not. */

import type { CardView, Json, JsonObject, PackView, TableView } from '@okta/workflows-connector-sdk-types';
import { setOwn } from '../cards/path';
import { type Shape, sampleOutput } from './sample';
import { SAME } from './wish';
import type { FlowPlace } from './wish-uses';
import { wishesOf } from './wishes';

/** Rows for a table: one for each card that reads it, and two of no meaning; none in the empty shape. */
export function sampleRows(table: TableView, pack: PackView, shape: Shape): JsonObject[] {
  if (shape.fill === 'empty' || shape.rows === false) return [];
  const places = placesOf(pack);
  const read = [...places.values()].flatMap((place) =>
    place.view
      .cards()
      .filter((card) => card.inputs.some((input) => input.key === 'stash' && input.value === table.id))
      .map((card) => rowOf(table, { ...asked(card, place, shape), ...found(card) }, 1)),
  );
  return [...read, rowOf(table, {}, 1), rowOf(table, {}, 2)];
}

/** The flows of a pack, as one that calls another finds it. */
function placesOf(pack: PackView): Map<string, FlowPlace> {
  const places = new Map<string, FlowPlace>();
  const space = { flow: (id: string) => places.get(id) };
  for (const view of pack.flows) places.set(view.id, { view, space });
  return places;
}

function rowOf(table: TableView, fields: JsonObject, nth: number): JsonObject {
  const row: JsonObject = {};
  for (const { name, type } of table.columns) {
    const given = Object.hasOwn(fields, name) ? fields[name] : undefined;
    setOwn(row, name, given === undefined || !fits(type, given) ? cell(type, name, nth) : given);
  }
  return row;
}

function fits(type: TableView['columns'][number]['type'], value: Json): boolean {
  if (type === 'date') return typeof value === 'string' && !Number.isNaN(Date.parse(value));
  return type === 'text' ? typeof value !== 'object' : typeof value === (type === 'flag' ? 'boolean' : type);
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

/** What later cards want of the row that a card reads. */
function asked(card: CardView, place: FlowPlace, shape: Shape): JsonObject {
  const fields: JsonObject = {};
  const wishes = wishesOf(place);
  for (const output of card.outputs) {
    if (output.group === 'Fields') setOwn(fields, output.key, sampleOutput(card, output, shape, wishes));
    if (!output.list) continue;
    const rows = sampleOutput(card, output, shape, wishes);
    const [row] = Array.isArray(rows) ? rows : [];
    if (typeof row === 'object' && row !== null && !Array.isArray(row)) Object.assign(fields, row);
  }
  return fields;
}

/** What a search says that a row has. */
function found(card: CardView): JsonObject {
  const where = card.inputs.find(({ key }) => key === 'Where Expression')?.value;
  const expression = typeof where === 'object' && where !== null && !Array.isArray(where) ? where.expr : null;
  const fields: JsonObject = {};
  for (const part of Array.isArray(expression) ? expression : []) {
    if (typeof part !== 'object' || part === null || Array.isArray(part)) continue;
    const { lhs, op, rhs } = part;
    if (op === '=' && typeof lhs === 'string') setOwn(fields, lhs, rhs ?? SAME);
  }
  return fields;
}
