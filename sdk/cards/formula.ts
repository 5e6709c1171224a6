/** The arithmetic of the Formula card: mathjs, held to what the card documents. */

import type { Random } from '@okta/workflows-connector-sdk-types';
import { CardError } from './error';

/** The functions a formula may call; `random` is the run's own. */
const functions = new Set([
  ...['abs', 'ceil', 'floor', 'min', 'max', 'round', 'random', 'exp', 'log', 'log10', 'pow', 'sqrt'],
  ...['sin', 'cos', 'tan', 'asin', 'acos', 'atan', 'sinh', 'cosh', 'tanh'],
]);
const constants = new Set(['pi', 'e', 'PI', 'E', 'true', 'false']);
/** What a formula is made of. No assignment, no property, no text, no range: nothing that leaves arithmetic or grows. */
const kinds = new Set([
  ...['ArrayNode', 'BlockNode', 'ConditionalNode', 'ConstantNode', 'FunctionNode'],
  ...['OperatorNode', 'ParenthesisNode', 'RelationalNode', 'SymbolNode'],
]);
const LONGEST = 100_000;

type Mathjs = typeof import('mathjs', { with: { 'resolution-mode': 'import' }});
type MathNode = import('mathjs', { with: { 'resolution-mode': 'import' }}).MathNode;
let loaded: ReturnType<Mathjs['create']> | undefined;

/** mathjs, loaded by the first formula: it takes longer to load than all the rest of the cards. */
function library(): ReturnType<Mathjs['create']> {
  if (loaded !== undefined) return loaded;
  // mathjs types its CommonJS build as a module only, so nothing but a require reaches it from here.
  const { all, create } = require('mathjs') as Mathjs;
  loaded = create(all ?? {}, { predictable: true });
  return loaded;
}

/** Works a formula out. Fails with a CardError where it is none, reaches for anything but arithmetic, or gives no number. */
export function calculate(formula: string, random: Random): number {
  if (formula.length > LONGEST) {
    throw new CardError(`The formula has ${formula.length} characters; it may have ${LONGEST}.`);
  }
  const shown = formula.length > 60 ? `${formula.slice(0, 60)}…` : formula;
  const math = library();
  let result: unknown;
  try {
    const node = math.parse(formula);
    check(math, node);
    result = node.compile().evaluate(
      // A scope's own functions come before the library's.
      new Map([['random', (top: number = 1) => random() * top]]),
    );
  } catch (error) {
    if (error instanceof CardError || !(error instanceof Error)) throw error;
    throw new CardError(`The formula "${shown}" cannot be read: ${error.message}`);
  }
  // A formula of several lines gives the value of each; the last one counts.
  const last = math.isResultSet(result) ? result.entries.at(-1) : result;
  if (typeof last === 'number' && Number.isFinite(last)) return last + 0;
  throw new CardError(`The formula "${shown}" gives ${String(last).slice(0, 60)}, which is no number.`);
}

function check(math: ReturnType<typeof library>, node: MathNode): void {
  node.traverse((part, _path, parent) => {
    if (!kinds.has(part.type))
      throw new CardError(`A formula may not hold "${part.toString().slice(0, 60)}"; ${allowed}`);
    if (math.isConstantNode(part) && typeof part.value === 'string') {
      throw new CardError(`A formula may not hold a text; ${allowed}`);
    }
    if (!math.isSymbolNode(part)) return;
    const called = parent !== null && math.isFunctionNode(parent) && parent.fn === part;
    if (!(called ? functions : constants).has(part.name)) {
      throw new CardError(`A formula may not use "${part.name.slice(0, 60)}"; ${allowed}`);
    }
  });
}

const allowed = `use numbers, + - * / ^ % ! and parentheses, pi, and the functions ${[...functions].join(', ')}.`;
