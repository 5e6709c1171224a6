/** API Connector cards that the language takes as they are: a new card is one line here. */

export { close } from '../../cards/api/close';
export { deleteRequest } from '../../cards/api/delete';
export { get } from '../../cards/api/get';
export { post } from '../../cards/api/post';
export { put } from '../../cards/api/put';
export { rawRequest } from '../../cards/api/raw-request';
