/** Text cards that the language takes as they are: a new card is one line here. */

export { at } from '../../cards/text/at';
export { base64 } from '../../cards/text/base64';
export { base64Decode } from '../../cards/text/base64-decode';
export { concatenate } from '../../cards/text/concatenate';
export { find } from '../../cards/text/find';
export { findEmail } from '../../cards/text/find-email';
export { findLast } from '../../cards/text/find-last';
export { findPattern } from '../../cards/text/find-pattern';
export { length } from '../../cards/text/length';
export { random } from '../../cards/text/random';
export { replace } from '../../cards/text/replace';
export { replacePatterns } from '../../cards/text/replace-patterns';
export { split } from '../../cards/text/split';
export { textSegment } from '../../cards/text/text-segment';
export { toLowerCase } from '../../cards/text/to-lower-case';
export { toText } from '../../cards/text/to-string';
export { trim } from '../../cards/text/trim';
export { uniqueId } from '../../cards/text/unique-id';
