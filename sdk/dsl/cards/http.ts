/** HTTP cards that the language takes as they are: a new card is one line here. */

export { close } from '../../cards/http/close';
export { rawRequest } from '../../cards/http/raw-request';
