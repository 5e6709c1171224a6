/** File cards that the language takes as they are: a new card is one line here. */

export { download } from '../../cards/file/download';
export { info } from '../../cards/file/info';
