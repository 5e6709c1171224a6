/** JSON cards that the language takes as they are: a new card is one line here. */

export { parse } from '../../cards/json/parse';
export { stringify } from '../../cards/json/stringify';
