/** Conversions on the way from an output to an input: the ones real exports show, and no other (flopack-format §4.3). */

import type { ModelType, WireConvert, WireTransform } from '@okta/workflows-connector-sdk-types';

interface Conversion {
  convert?: WireConvert;
  forceWrapArray: boolean;
}

const single: Record<string, WireConvert> = {
  'object>text': 'stringify',
  'text>object': 'parse',
  'number>text': 'toString',
  'text>date': 'dateTime',
  'text>number': 'parseFloat',
  'date>text': 'isoString',
  'flag>text': 'booleanToString',
};

/**
 * How a value of one type becomes another's: null where nothing is to be done, undefined where the platform has no
 * way, so that the author must place a card that converts.
 */
export function conversionBetween(from: ModelType, to: ModelType): Conversion | null | undefined {
  // A field of any type is a text in the file until something else is put in.
  const [source, target] = [nameOf(from), nameOf(to)];
  if (from.list === to.list) {
    if (source === target) return null;
    const convert = from.list ? undefined : single[`${source}>${target}`];
    return convert === undefined ? undefined : { convert, forceWrapArray: false };
  }
  if (to.list) {
    if (source === target) return { convert: 'wrapArray', forceWrapArray: false };
    if (source === 'text' && target === 'object') {
      // A list whose fields are known only gets its brackets: exports show no parse there.
      return to.fields === undefined ? { convert: 'parse', forceWrapArray: true } : { forceWrapArray: true };
    }
    if (source === 'object' && target === 'text') return { convert: 'stringify', forceWrapArray: true };
    return undefined;
  }
  return source === 'text' && target === 'text' ? { convert: 'stringify', forceWrapArray: false } : undefined;
}

function nameOf({ type }: ModelType): string {
  return type === 'any' ? 'text' : type;
}

/** A conversion as a pin of that output carries it. */
export function transform(conversion: Conversion | null, output: string): WireTransform | null {
  return conversion === null ? null : { [output]: { ...conversion, dest: output } };
}
