/** Date & Time cards that the language takes as they are: a new card is one line here. */

export { add } from '../../cards/date/add';
export { convert } from '../../cards/date/convert';
export { dateToText } from '../../cards/date/date-to-text';
export { difference } from '../../cards/date/difference';
export { epoch } from '../../cards/date/epoch';
export { iso } from '../../cards/date/iso';
export { now } from '../../cards/date/now';
export { subtract } from '../../cards/date/subtract';
export { textToDate } from '../../cards/date/text-to-date';
export { unix } from '../../cards/date/unix';
