/** Random programs on texts: drawn by fast-check, written as flows in the language, and worked out in plain JavaScript. */

import fc from 'fast-check';
import {
  callFlow,
  type Field,
  field,
  type HelperFlow,
  helperFlow,
  ifElse,
  ifElseIf,
  ifError,
  json,
  type Ref,
  returnError,
  text,
} from '../../../../sdk/dsl';

/** A value: a constant, or one of those made so far, counted from the first. */
export type Operand = { constant: string } | { made: number };

/** A block: its steps, and what it hands on. */
export interface Part {
  steps: Step[];
  gives: Operand;
}

export type Step =
  | { does: 'join' | 'compose'; a: Operand; b: Operand }
  | { does: 'trim' | 'lower' | 'call'; a: Operand }
  | { does: 'pick'; given: string; family: string }
  | { does: 'if'; a: Operand; b: Operand; then: Part; else: Part }
  | { does: 'else if'; tests: { a: Operand; b: Operand; then: Part }[]; else: Part }
  | { does: 'try'; fails: boolean; try: Part; catch: Part };

const word = fc.string({
  unit: fc.constantFrom('a', 'B', ' ', 'ß', '"', '\\', '{'),
  minLength: 1,
  maxLength: 4,
});
const operand: fc.Arbitrary<Operand> = fc.oneof(
  { weight: 1, arbitrary: fc.record({ constant: word }) },
  { weight: 3, arbitrary: fc.record({ made: fc.nat(12) }) },
);

/** Programs of blocks within blocks. */
export const program: fc.Arbitrary<Part> = fc.letrec<{ part: Part; step: Step }>((tie) => {
  const part = fc.record({ steps: fc.array(tie('step'), { maxLength: 4 }), gives: operand });
  return {
    part,
    step: fc.oneof(
      { depthSize: 'small', withCrossShrink: true },
      fc.record({ does: fc.constantFrom('join', 'compose'), a: operand, b: operand }),
      fc.record({ does: fc.constantFrom('trim', 'lower', 'call'), a: operand }),
      fc.record({ does: fc.constant('pick'), given: word, family: word }),
      fc.record({ does: fc.constant('if'), a: operand, b: operand, then: tie('part'), else: tie('part') }),
      fc.record({
        does: fc.constant('else if'),
        tests: fc.array(fc.record({ a: operand, b: operand, then: tie('part') }), {
          minLength: 1,
          maxLength: 3,
        }),
        else: tie('part'),
      }),
      fc.record({ does: fc.constant('try'), fails: fc.boolean(), try: tie('part'), catch: tie('part') }),
    ),
  } as { part: fc.Arbitrary<Part>; step: fc.Arbitrary<Step> }; // the records above are Step's own cases
}).part;

const FAILURE = 'It failed';

/** The program as a flow with two inputs, and the helper it calls. */
export function writeProgram(whole: Part) {
  const greet = helperFlow({
    name: 'Greet',
    description: '',
    inputs: { name: field.text() },
    outputs: { greeting: field.text() },
    body: ({ name }) => ({ greeting: text.concatenate({ string1: 'Hello ', string2: name }).output }),
  });
  const main = helperFlow({
    name: 'Main',
    description: '',
    inputs: { a: field.text(), b: field.text() },
    outputs: { result: field.text() },
    body: ({ a, b }) => ({ result: writePart(whole, [a, b], greet) }),
  });
  return [main, greet] as const;
}

type Greet = HelperFlow<{ name: Field<string> }, { greeting: Field<string> }>;

function writePart(part: Part, outer: readonly Ref<string>[], greet: Greet): Ref<string> | string {
  const made = [...outer];
  const value = (of: Operand) => ('constant' in of ? of.constant : at(made, of.made));
  for (const step of part.steps) {
    switch (step.does) {
      case 'join':
        made.push(text.concatenate({ string1: value(step.a), string2: value(step.b) }).output);
        break;
      case 'compose':
        made.push(text.compose`<${value(step.a)}|${value(step.b)}>`);
        break;
      case 'trim':
        made.push(text.trim({ string: value(step.a) }).output);
        break;
      case 'lower':
        made.push(text.toLowerCase({ string: value(step.a) }).output);
        break;
      case 'call':
        made.push(callFlow(greet, { name: value(step.a) }).greeting);
        break;
      case 'pick': {
        const person = field.record('Person', {
          name: field.record(undefined, { given: field.text() }),
          family: field.text(),
        });
        const written = JSON.stringify({ name: { given: step.given }, family: step.family });
        const { output } = json.parse({ string: written }, { as: { output: person } });
        made.push(output.name.given, output.family);
        break;
      }
      case 'if':
        made.push(
          ifElse(
            { a: value(step.a), operator: '==', b: value(step.b) },
            {
              then: () => ({ value: writePart(step.then, made, greet) }),
              else: () => ({ value: writePart(step.else, made, greet) }),
            },
          ).value,
        );
        break;
      case 'else if': {
        const [first, ...further] = step.tests.map((test) => ({
          when: { a: value(test.a), operator: '==' as const, b: value(test.b) },
          then: () => ({ value: writePart(test.then, made, greet) }),
        }));
        if (first === undefined) break;
        made.push(ifElseIf([first, ...further], () => ({ value: writePart(step.else, made, greet) })).value);
        break;
      }
      case 'try':
        made.push(
          ifError({
            try() {
              const given = writePart(step.try, made, greet);
              if (step.fails) returnError({ message: FAILURE, statusCode: 400 });
              return { value: given };
            },
            catch: (error) => ({ value: writePart(step.catch, [...made, error.message], greet) }),
          }).value,
        );
        break;
    }
  }
  return value(part.gives);
}

/** What the program gives, in plain JavaScript. */
export function workOut(part: Part, outer: readonly string[]): string {
  const made = [...outer];
  const value = (of: Operand) => ('constant' in of ? of.constant : at(made, of.made));
  for (const step of part.steps) {
    switch (step.does) {
      case 'join':
        made.push(value(step.a) + value(step.b));
        break;
      case 'compose':
        made.push(`<${value(step.a)}|${value(step.b)}>`);
        break;
      case 'trim':
        made.push(value(step.a).trim());
        break;
      case 'lower':
        made.push(value(step.a).toLowerCase());
        break;
      case 'call':
        made.push(`Hello ${value(step.a)}`);
        break;
      case 'pick':
        made.push(step.given, step.family);
        break;
      case 'if':
        made.push(workOut(value(step.a) === value(step.b) ? step.then : step.else, made));
        break;
      case 'else if': {
        const chosen = step.tests.find((test) => value(test.a) === value(test.b))?.then ?? step.else;
        made.push(workOut(chosen, made));
        break;
      }
      case 'try':
        made.push(step.fails ? workOut(step.catch, [...made, FAILURE]) : workOut(step.try, made));
        break;
    }
  }
  return value(part.gives);
}

function at<T>(values: readonly T[], index: number): T {
  const found = values[index % values.length];
  if (found === undefined) throw new Error('A program begins with two values.');
  return found;
}
