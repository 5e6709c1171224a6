/** Number cards that the language takes as they are: a new card is one line here. */

export { add } from '../../cards/number/add';
export { divide } from '../../cards/number/divide';
export { multiply } from '../../cards/number/multiply';
export { randomInteger } from '../../cards/number/random-integer';
export { round } from '../../cards/number/round';
export { roundUp } from '../../cards/number/round-up';
export { subtract } from '../../cards/number/subtract';
export { toNumber } from '../../cards/number/to-number';
