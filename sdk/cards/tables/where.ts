/** Which rows a card means: the conditions of its Where Expression. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { compare } from '../comparison';
import type { TableRow, TableRows } from '../context';
import { CardError } from '../error';
import { field } from '../field';
import { cellOf, checkColumn } from './table';

/** The conditions, and the values that come from other cards: by the key that a condition's `rhd` names. */
export const where = field.object(undefined, {
  group: 'Filter',
  key: 'Where Expression',
  metadata: { expr: true, exprFields: 'getExprOption' },
});
export const operands = field.many('_expr', field.any());

const operators = new Map([
  ['=', '=='],
  ['!=', '!='],
  ['<', '<'],
  ['<=', '<='],
  ['>', '>'],
  ['>=', '>='],
]);

/** The most rows a card gives, whatever its limit. */
const MOST_ROWS = 3_500;

interface Condition {
  column: string;
  operator: string;
  value: Json;
  /** How the next condition joins this one. */
  join: string;
}

/**
 * Keeps the rows that meet the conditions; all of them when there are none. Conditions are joined from left to
 * right. Texts must be equal to the letter. Fails with a CardError when an expression is not understood.
 */
export function matching(
  table: TableRows,
  expression: JsonObject,
  operandsByKey: Readonly<Record<string, Json>>,
): TableRow[] {
  const conditions = conditionsOf(expression, operandsByKey);
  for (const { column } of conditions) if (!system.has(column)) checkColumn(column, table);
  return table.rows().filter((row) => meets(row, conditions));
}

/** A part of some rows. `limit` 0: as many as a card may give. */
export function page(rows: readonly TableRow[], limit: number | null, offset: number | null): TableRow[] {
  const start = Math.max(0, Math.floor(offset ?? 0));
  const count = limit === null || limit <= 0 ? MOST_ROWS : Math.min(Math.floor(limit), MOST_ROWS);
  return rows.slice(start, start + count);
}

const system = new Set(['_id', 'Row ID', 'Created', 'Updated']);

function meets(row: TableRow, conditions: readonly Condition[]): boolean {
  let holds = true;
  let join = 'AND';
  for (const condition of conditions) {
    const met = compare(cellOf(row, condition.column), condition.operator, condition.value);
    holds = join === 'OR' ? holds || met : holds && met;
    join = condition.join;
  }
  return holds;
}

function conditionsOf(expression: JsonObject, operandsByKey: Readonly<Record<string, Json>>): Condition[] {
  const given = expression.expr ?? [];
  if (!Array.isArray(given))
    throw new CardError('The Where Expression must hold a list of conditions, `expr`.');
  return given.map((each, index) => conditionOf(each, index, operandsByKey));
}

function conditionOf(given: Json, index: number, operandsByKey: Readonly<Record<string, Json>>): Condition {
  if (given === null || typeof given !== 'object' || Array.isArray(given)) {
    throw new CardError(`Condition ${index} of the Where Expression is not an object.`);
  }
  const operator = operators.get(String(given.op));
  if (operator === undefined) {
    throw new CardError(
      `Condition ${index} of the Where Expression compares with "${given.op}"; use one of ${[...operators.keys()].join(', ')}.`,
    );
  }
  const join = String(given.join ?? 'AND').toUpperCase();
  if (join !== 'AND' && join !== 'OR') {
    throw new CardError(
      `Condition ${index} of the Where Expression joins with "${given.join}"; use AND or OR.`,
    );
  }
  return { column: String(given.lhs ?? ''), operator, value: operandOf(given, index, operandsByKey), join };
}

function operandOf(given: JsonObject, index: number, operandsByKey: Readonly<Record<string, Json>>): Json {
  const source = given.rhd;
  if (source === undefined || source === null || typeof source !== 'object' || Array.isArray(source)) {
    return given.rhs ?? null;
  }
  const key = String(source.outputId);
  // To take a lost value for an empty one would match rows that nobody meant.
  if (!Object.hasOwn(operandsByKey, key)) {
    throw new CardError(
      `Condition ${index} of the Where Expression takes its value from "${key}", which the card does not have.`,
    );
  }
  return operandsByKey[key] ?? null;
}
