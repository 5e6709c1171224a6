/** List cards that the language takes as they are: a new card is one line here. */

export { addToEnd } from '../../cards/list/add-to-end';
export { at } from '../../cards/list/at';
export { collapse } from '../../cards/list/collapse';
export { combineAll } from '../../cards/list/combine-all';
export { difference } from '../../cards/list/difference';
export { filter } from '../../cards/list/filter';
export { find } from '../../cards/list/find';
export { flatten } from '../../cards/list/flatten';
export { getFirstItem } from '../../cards/list/get-first-item';
export { getLastItem } from '../../cards/list/get-last-item';
export { groupBy } from '../../cards/list/group-by';
export { includes } from '../../cards/list/includes';
export { intersection } from '../../cards/list/intersection';
export { length } from '../../cards/list/length';
export { listToText } from '../../cards/list/list-to-text';
export { merge } from '../../cards/list/merge';
export { pluck } from '../../cards/list/pluck';
export { removeDuplicates } from '../../cards/list/remove-duplicates';
export { sample } from '../../cards/list/sample';
export { sort } from '../../cards/list/sort';
export { union } from '../../cards/list/union';
