/** The language that connector/ and flows/ are written in: the list of its words. */

import { assignIf as assignIfCard } from '../cards/control/assign-if';
import { comment as commentCard } from '../cards/control/comment';
import { continueIf as continueIfCard } from '../cards/control/continue-if';
import { returnError as returnErrorCard } from '../cards/control/return-error';
import { returnErrorIf as returnErrorIfCard } from '../cards/control/return-error-if';
import { now } from '../cards/date/now';
import { rawRequest } from '../cards/http/raw-request';
import { parse } from '../cards/json/parse';
import { stringify } from '../cards/json/stringify';
import { at as listAt } from '../cards/list/at';
import { getFirstItem } from '../cards/list/get-first-item';
import { length as listLength } from '../cards/list/length';
import { pluck } from '../cards/list/pluck';
import { removeDuplicates } from '../cards/list/remove-duplicates';
import { union } from '../cards/list/union';
import { construct } from '../cards/object/construct';
import { get } from '../cards/object/get';
import { getMultiple } from '../cards/object/get-multiple';
import { keys } from '../cards/object/keys';
import { merge } from '../cards/object/merge';
import { set } from '../cards/object/set';
import { userDeactivated } from '../cards/okta/events/user-deactivated';
import { readUser } from '../cards/okta/read-user';
import { at as textAt } from '../cards/text/at';
import { concatenate } from '../cards/text/concatenate';
import { toLowerCase } from '../cards/text/to-lower-case';
import { trim } from '../cards/text/trim';
import { compare } from '../cards/true-false/compare';
import { encodeComponent } from '../cards/url/encode-component';
import { build } from './build';
import { placeComment } from './comment';
import { compose, constructList } from './compose';

export { type Field, type Fields, field, type ValueOf } from '../cards/field';
export { AuthorError } from './author-error';
export { action, authping, connector, connectorHelper, customAuth, group } from './connector';
export { assign, ifElse, ifElseIf, ifError, returnValues } from './control';
export { callFlow, eventFlow, type HelperFlow, helperFlow } from './flow';
export { forEach, item, reduce } from './for-each';
export { connection, pack } from './pack';
export { as, type Ref, type Value } from './ref';
export { createRow, findRow, findRows, table } from './table';

export const text = {
  at: build(textAt),
  compose,
  concatenate: build(concatenate),
  toLowerCase: build(toLowerCase),
  trim: build(trim),
};

export const object = {
  construct: build(construct),
  get: build(get),
  getMultiple: build(getMultiple),
  keys: build(keys),
  merge: build(merge),
  set: build(set),
};

export const list = {
  at: build(listAt),
  construct: constructList,
  getFirstItem: build(getFirstItem),
  length: build(listLength),
  pluck: build(pluck),
  removeDuplicates: build(removeDuplicates),
  union: build(union),
};

export const json = { parse: build(parse), stringify: build(stringify) };
export const url = { encodeComponent: build(encodeComponent) };
export const date = { now: build(now) };
export const trueFalse = { compare: build(compare) };
export const http = { rawRequest: build(rawRequest) };

/** Continue If: goes on when the condition holds; ends the flow without an error otherwise. */
export const continueIf = build(continueIfCard);
/** Assign If: one of two values, by a condition. */
export const assignIf = build(assignIfCard);
/** Return Error: ends the flow with this error. */
export const returnError = build(returnErrorCard);
/** Return Error If: ends the flow with this error when the condition holds. */
export const returnErrorIf = build(returnErrorIfCard);
/** A note on the canvas, for whoever opens the flow in the designer. */
export const comment = (markdown: string): void => placeComment(commentCard, markdown);

/** Okta's connector: its cards, and the events that start flows. */
export const okta = {
  readUser: build(readUser),
  events: { userDeactivated },
};
