/** The language that connector/ and flows/ are written in: the list of its words. */

import { assignIf as assignIfCard } from '../cards/control/assign-if';
import { continueIf as continueIfCard } from '../cards/control/continue-if';
import { lookup as lookupCard } from '../cards/control/lookup';
import { returnError as returnErrorCard } from '../cards/control/return-error';
import { returnErrorIf as returnErrorIfCard } from '../cards/control/return-error-if';
import { returnRaw as returnRawCard } from '../cards/control/return-raw';
import { waitFor as waitForCard } from '../cards/control/wait-for';
import { waitUntil as waitUntilCard } from '../cards/control/wait-until';
import { build, builders } from './build';
import * as apiCards from './cards/api';
import * as cryptoCards from './cards/crypto';
import * as dateCards from './cards/date';
import * as fileCards from './cards/file';
import * as httpCards from './cards/http';
import * as jsonCards from './cards/json';
import * as jwtCards from './cards/jwt';
import * as listCards from './cards/list';
import * as numberCards from './cards/number';
import * as objectCards from './cards/object';
import * as oktaCards from './cards/okta';
import * as oktaEvents from './cards/okta-events';
import * as textCards from './cards/text';
import * as trueFalseCards from './cards/true-false';
import * as urlCards from './cards/url';
import { compose, constructList, formula } from './compose';
import { filterCustom, map, mapObject, mapToList } from './for-each';
import { listUsersWithSearch, streamUsersWithSearch } from './okta';

export { type Field, type Fields, field, type ValueOf } from '../cards/field';
export { action } from './action';
export { customAuth } from './auth';
export { AuthorError } from './author-error';
export { callFlow, callFlowAsync, exportFlow } from './call';
export { comment } from './comment';
export { authping, connector, connectorHelper } from './connector';
export { ifElse, ifElseIf, ifError } from './control';
export { group } from './dialog';
export { type Answers, eventFlow, type HelperFlow, helperFlow } from './flow';
export { forEach, item, reduce, repeat } from './for-each';
export { assign, returnValues } from './hand';
export { connection, pack } from './pack';
export { as, type Ref, type RefsOf, type Value } from './ref';
export {
  clearTable,
  createRow,
  deleteRow,
  exportToCsv,
  findRow,
  findRows,
  importFromCsv,
  readRow,
  readTable,
  updateRow,
} from './rows';
export { apiEndpointFlow, scheduledFlow } from './started-flow';
export { table, than } from './table';

export const text = { ...builders(textCards), compose };
export const url = builders(urlCards);
export const json = builders(jsonCards);
export const date = builders(dateCards);
export const number = { ...builders(numberCards), formula };
export const trueFalse = builders(trueFalseCards);
export const list = { ...builders(listCards), construct: constructList, filterCustom, map };
export const object = { ...builders(objectCards), map: mapObject, mapToList };
/** The platform's own HTTP cards; `api` are those of the API Connector. */
export const http = builders(httpCards);
/** The API Connector: requests with a connection of their own. */
export const api = builders(apiCards);
export const crypto = builders(cryptoCards);
export const jwt = builders(jwtCards);
export const file = builders(fileCards);
/** Okta's connector: its cards, and the events that start flows. */
export const okta = {
  ...builders(oktaCards),
  listUsersWithSearch,
  streamUsersWithSearch,
  events: oktaEvents,
};

/** Continue If: goes on when the condition holds; ends the flow without an error otherwise. */
export const continueIf = build(continueIfCard);
/** Assign If: one of two values, by a condition. */
export const assignIf = build(assignIfCard);
/** Lookup: what the card lists for a text, or else a fallback. */
export const lookup = build(lookupCard);
/** Wait For: pauses the flow for a number of seconds, minutes, hours or days. */
export const waitFor = build(waitForCard);
/** Wait Until: pauses the flow until a date. */
export const waitUntil = build(waitUntilCard);
/** Return Raw: ends the flow with a whole HTTP answer. */
export const returnRaw = build(returnRawCard);
/** Return Error: ends the flow with this error. */
export const returnError = build(returnErrorCard);
/** Return Error If: ends the flow with this error when the condition holds. */
export const returnErrorIf = build(returnErrorIfCard);
