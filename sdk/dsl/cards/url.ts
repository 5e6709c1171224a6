/** URL cards that the language takes as they are: a new card is one line here. */

export { encodeComponent } from '../../cards/url/encode-component';
export { encodeQuery } from '../../cards/url/encode-query';
export { parse } from '../../cards/url/parse';
