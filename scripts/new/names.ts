/** Names: what an author may call a unit, and what its file and its export are called then. */

import { InputError } from '../failure';

/** `Get User By Email` → `getUserByEmail`. */
export function camelCase(title: string): string {
  const pascal = words(title)
    .map((word) => word.charAt(0).toUpperCase() + word.slice(1))
    .join('');
  return pascal.charAt(0).toLowerCase() + pascal.slice(1);
}

/** `Get User By Email` → `get-user-by-email`. */
export function kebabCase(title: string): string {
  return words(title).join('-').toLowerCase();
}

/** A name that the language does not keep for itself: `Return` → `returnCard`. */
export function exportName(title: string, kind: string): string {
  const name = camelCase(title);
  return RESERVED.has(name) ? name + kind.charAt(0).toUpperCase() + kind.slice(1) : name;
}

/** Refuses a title that the designer, a file name or a TypeScript name could not hold. */
export function requireTitle(title: string, kind: string, example: string): void {
  if (/^[A-Z][A-Za-z0-9]*(?: [A-Za-z0-9]+)*$/.test(title) && title.length <= LONGEST) return;
  throw new InputError(
    `"${title}" is no name for ${kind}.`,
    `Write words of letters and digits with one blank between, the first with a capital, at most ${LONGEST} characters: "${example}".`,
  );
}

const LONGEST = 60;

/** Words that TypeScript does not take as the name of a constant. */
const RESERVED = new Set(
  'arguments await break case catch class const continue debugger default delete do else enum eval export extends false finally for function if implements import in instanceof interface let new null package private protected public return static super switch this throw true try typeof undefined var void while with yield'.split(
    ' ',
  ),
);

function words(title: string): string[] {
  return title.split(/[^A-Za-z0-9]+/).filter((word) => word !== '');
}
