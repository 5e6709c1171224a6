/** Encryption cards that the language takes as they are: a new card is one line here. */

export { hmac } from '../../cards/crypto/hmac';
