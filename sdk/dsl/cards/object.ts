/** Object cards that the language takes as they are: a new card is one line here. */

export { clearEmpty } from '../../cards/object/clear-empty';
export { collapse } from '../../cards/object/collapse';
export { construct } from '../../cards/object/construct';
export { filter } from '../../cards/object/filter';
export { get } from '../../cards/object/get';
export { getMultiple } from '../../cards/object/get-multiple';
export { keys } from '../../cards/object/keys';
export { merge } from '../../cards/object/merge';
export { move } from '../../cards/object/move';
export { set } from '../../cards/object/set';
export { values } from '../../cards/object/values';
export { zip } from '../../cards/object/zip';
