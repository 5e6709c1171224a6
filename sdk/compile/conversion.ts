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
  if (from.list === to.list) {
    if (from.type === to.type || to.type === 'any' || from.type === 'any') return null;
    if (from.list) return undefined;
    const convert = single[`${from.type}>${to.type}`];
    return convert === undefined ? undefined : { convert, forceWrapArray: false };
  }
  if (to.list) {
    if (from.type === to.type || to.type === 'any') return { convert: 'wrapArray', forceWrapArray: false };
    if (from.type === 'text' && to.type === 'object') {
      // A list whose fields are known only gets its brackets: exports show no parse there.
      return to.fields === undefined ? { convert: 'parse', forceWrapArray: true } : { forceWrapArray: true };
    }
    if (from.type === 'object' && to.type === 'text') return { convert: 'stringify', forceWrapArray: true };
    return undefined;
  }
  return from.type === 'text' && to.type === 'text'
    ? { convert: 'stringify', forceWrapArray: false }
    : undefined;
}

/** A conversion as a pin of that output carries it. */
export function transform(conversion: Conversion | null, output: string): WireTransform | null {
  return conversion === null ? null : { [output]: { ...conversion, dest: output } };
}
