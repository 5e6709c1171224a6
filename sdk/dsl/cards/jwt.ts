/** JWT cards that the language takes as they are: a new card is one line here. */

export { sign } from '../../cards/jwt/sign';
