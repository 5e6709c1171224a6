/** True/False cards that the language takes as they are: a new card is one line here. */

export { and } from '../../cards/true-false/and';
export { compare } from '../../cards/true-false/compare';
export { or } from '../../cards/true-false/or';
export { orExclusive } from '../../cards/true-false/or-exclusive';
