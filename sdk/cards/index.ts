/** The list of every card: a new card is one file and one line here. */

import { close as apiClose } from './api/close';
import { deleteRequest as apiDeleteRequest } from './api/delete';
import { get as apiGet } from './api/get';
import { post as apiPost } from './api/post';
import { put as apiPut } from './api/put';
import { rawRequest as apiRawRequest } from './api/raw-request';
import type { AnyCard } from './card';
import { assign } from './control/assign';
import { assignIf } from './control/assign-if';
import { callFlow } from './control/call-flow';
import { callFlowAsync } from './control/call-flow-async';
import { comment } from './control/comment';
import { continueIf } from './control/continue-if';
import { helperFlow } from './control/helper-flow';
import { ifElse } from './control/if-else';
import { ifElseIf } from './control/if-elseif';
import { ifError } from './control/if-error';
import { join } from './control/join';
import { lookup } from './control/lookup';
import { noOp } from './control/no-op';
import { repeat } from './control/repeat';
import { returnValues } from './control/return';
import { returnError } from './control/return-error';
import { returnErrorIf } from './control/return-error-if';
import { returnRaw } from './control/return-raw';
import { waitFor } from './control/wait-for';
import { waitUntil } from './control/wait-until';
import { hmac } from './crypto/hmac';
import { add as dateAdd } from './date/add';
import { convert } from './date/convert';
import { dateToText } from './date/date-to-text';
import { difference as dateDifference } from './date/difference';
import { epoch } from './date/epoch';
import { iso } from './date/iso';
import { now } from './date/now';
import { subtract as dateSubtract } from './date/subtract';
import { textToDate } from './date/text-to-date';
import { unix } from './date/unix';
import { download } from './file/download';
import { info } from './file/info';
import { apiEndpoint as httpApiEndpoint } from './http/api-endpoint';
import { close as httpClose } from './http/close';
import { delegatedFlow as httpDelegatedFlow } from './http/delegated-flow';
import { rawRequest as httpRawRequest } from './http/raw-request';
import { parse as jsonParse } from './json/parse';
import { stringify } from './json/stringify';
import { sign as jwtSign } from './jwt/sign';
import { addToEnd as listAddToEnd } from './list/add-to-end';
import { at as listAt } from './list/at';
import { collapse as listCollapse } from './list/collapse';
import { combineAll as listCombineAll } from './list/combine-all';
import { construct as listConstruct } from './list/construct';
import { difference as listDifference } from './list/difference';
import { filter as listFilter } from './list/filter';
import { filterCustom as listFilterCustom } from './list/filter-custom';
import { find as listFind } from './list/find';
import { flatten as listFlatten } from './list/flatten';
import { forEach as listForEach } from './list/for-each';
import { forEachIgnoreErrors as listForEachIgnoreErrors } from './list/for-each-ignore-errors';
import { getFirstItem as listGetFirstItem } from './list/get-first-item';
import { getLastItem as listGetLastItem } from './list/get-last-item';
import { groupBy as listGroupBy } from './list/group-by';
import { includes as listIncludes } from './list/includes';
import { intersection as listIntersection } from './list/intersection';
import { length as listLength } from './list/length';
import { listToText as listListToText } from './list/list-to-text';
import { map as listMap } from './list/map';
import { merge as listMerge } from './list/merge';
import { pluck as listPluck } from './list/pluck';
import { reduce as listReduce } from './list/reduce';
import { removeDuplicates as listRemoveDuplicates } from './list/remove-duplicates';
import { sample as listSample } from './list/sample';
import { sort as listSort } from './list/sort';
import { union as listUnion } from './list/union';
import { add as numberAdd } from './number/add';
import { divide } from './number/divide';
import { formula } from './number/formula';
import { multiply } from './number/multiply';
import { randomInteger } from './number/random-integer';
import { round } from './number/round';
import { roundUp } from './number/round-up';
import { subtract as numberSubtract } from './number/subtract';
import { toNumber } from './number/to-number';
import { clearEmpty as objectClearEmpty } from './object/clear-empty';
import { collapse as objectCollapse } from './object/collapse';
import { construct as objectConstruct } from './object/construct';
import { expand as objectExpand } from './object/expand';
import { filter as objectFilter } from './object/filter';
import { get as objectGet } from './object/get';
import { getMultiple as objectGetMultiple } from './object/get-multiple';
import { keys as objectKeys } from './object/keys';
import { map as objectMap } from './object/map';
import { mapToList as objectMapToList } from './object/map-to-list';
import { merge as objectMerge } from './object/merge';
import { move as objectMove } from './object/move';
import { set as objectSet } from './object/set';
import { values as objectValues } from './object/values';
import { zip as objectZip } from './object/zip';
import { customApiAction as oktaCustomApiAction } from './okta/custom-api-action';
import { suspiciousActivityReported } from './okta/events/suspicious-activity-reported';
import { userActivated } from './okta/events/user-activated';
import { userAddedToGroup } from './okta/events/user-added-to-group';
import { userAssignedToApplication } from './okta/events/user-assigned-to-application';
import { userCreated } from './okta/events/user-created';
import { userDeactivated } from './okta/events/user-deactivated';
import { userMfa } from './okta/events/user-mfa';
import { userMfaFactorActivated } from './okta/events/user-mfa-factor-activated';
import { userMfaFactorDeactivated } from './okta/events/user-mfa-factor-deactivated';
import { userMfaFactorResetAll } from './okta/events/user-mfa-factor-reset-all';
import { userOktaPasswordResetByAnAdmin } from './okta/events/user-okta-password-reset-by-an-admin';
import { userOktaPasswordUpdated } from './okta/events/user-okta-password-updated';
import { userOktaProfileUpdated } from './okta/events/user-okta-profile-updated';
import { userRemovedFromGroup } from './okta/events/user-removed-from-group';
import { userSignInAttempt } from './okta/events/user-sign-in-attempt';
import { userSuspended } from './okta/events/user-suspended';
import { userUnassignedFromApplication } from './okta/events/user-unassigned-from-application';
import { listUsersWithSearch as oktaListUsersWithSearch } from './okta/list-users-with-search';
import { readUser as oktaReadUser } from './okta/read-user';
import { updateUser as oktaUpdateUser } from './okta/update-user';
import { clearTable as tableClearTable } from './tables/clear-table';
import { createRow as tableCreateRow } from './tables/create-row';
import { deleteRow as tableDeleteRow } from './tables/delete-row';
import { exportToCsv as tableExportToCsv } from './tables/export-to-csv';
import { importFromCsv as tableImportFromCsv } from './tables/import-from-csv';
import { readRow as tableReadRow } from './tables/read-row';
import { readTable as tableReadTable } from './tables/read-table';
import { searchRows as tableSearchRows } from './tables/search-rows';
import { updateRow as tableUpdateRow } from './tables/update-row';
import { at as textAt } from './text/at';
import { base64 } from './text/base64';
import { base64Decode } from './text/base64-decode';
import { compose } from './text/compose';
import { concatenate } from './text/concatenate';
import { find as textFind } from './text/find';
import { findEmail } from './text/find-email';
import { findLast } from './text/find-last';
import { findPattern } from './text/find-pattern';
import { length as textLength } from './text/length';
import { random as textRandom } from './text/random';
import { replace } from './text/replace';
import { replacePatterns } from './text/replace-patterns';
import { split } from './text/split';
import { textSegment } from './text/text-segment';
import { toLowerCase } from './text/to-lower-case';
import { toText } from './text/to-string';
import { trim } from './text/trim';
import { uniqueId } from './text/unique-id';
import { and } from './true-false/and';
import { compare } from './true-false/compare';
import { or } from './true-false/or';
import { orExclusive } from './true-false/or-exclusive';
import { encodeComponent } from './url/encode-component';
import { encodeQuery } from './url/encode-query';
import { parse as urlParse } from './url/parse';
import { exportFlow } from './utility/export-flow';

export const cards: readonly AnyCard[] = [
  // control
  assignIf,
  assign,
  callFlowAsync,
  callFlow,
  comment,
  continueIf,
  helperFlow,
  ifElse,
  ifElseIf,
  ifError,
  join,
  lookup,
  noOp,
  repeat,
  returnErrorIf,
  returnError,
  returnRaw,
  returnValues,
  waitFor,
  waitUntil,
  // list
  listAddToEnd,
  listAt,
  listCollapse,
  listCombineAll,
  listConstruct,
  listDifference,
  listFilterCustom,
  listFilter,
  listFind,
  listFlatten,
  listForEachIgnoreErrors,
  listForEach,
  listGetFirstItem,
  listGetLastItem,
  listGroupBy,
  listIncludes,
  listIntersection,
  listLength,
  listListToText,
  listMap,
  listMerge,
  listPluck,
  listReduce,
  listRemoveDuplicates,
  listSample,
  listSort,
  listUnion,
  // object
  objectClearEmpty,
  objectCollapse,
  objectConstruct,
  objectExpand,
  objectFilter,
  objectGetMultiple,
  objectGet,
  objectKeys,
  objectMapToList,
  objectMap,
  objectMerge,
  objectMove,
  objectSet,
  objectValues,
  objectZip,
  // http
  httpApiEndpoint,
  httpClose,
  httpDelegatedFlow,
  httpRawRequest,
  // api
  apiClose,
  apiDeleteRequest,
  apiGet,
  apiPost,
  apiPut,
  apiRawRequest,
  // tables
  tableClearTable,
  tableCreateRow,
  tableDeleteRow,
  tableExportToCsv,
  tableImportFromCsv,
  tableReadRow,
  tableReadTable,
  tableSearchRows,
  tableUpdateRow,
  // okta
  oktaCustomApiAction,
  oktaListUsersWithSearch,
  oktaReadUser,
  oktaUpdateUser,
  // okta events
  suspiciousActivityReported,
  userActivated,
  userAddedToGroup,
  userAssignedToApplication,
  userCreated,
  userDeactivated,
  userMfaFactorActivated,
  userMfaFactorDeactivated,
  userMfaFactorResetAll,
  userMfa,
  userOktaPasswordResetByAnAdmin,
  userOktaPasswordUpdated,
  userOktaProfileUpdated,
  userRemovedFromGroup,
  userSignInAttempt,
  userSuspended,
  userUnassignedFromApplication,
  // text
  concatenate,
  textAt,
  compose,
  replace,
  toLowerCase,
  trim,
  base64,
  base64Decode,
  textFind,
  findEmail,
  findLast,
  findPattern,
  textLength,
  textRandom,
  replacePatterns,
  split,
  textSegment,
  toText,
  uniqueId,
  // url
  encodeComponent,
  encodeQuery,
  urlParse,
  // json
  jsonParse,
  stringify,
  // true-false
  compare,
  and,
  or,
  orExclusive,
  // date
  now,
  dateAdd,
  convert,
  dateToText,
  dateDifference,
  epoch,
  iso,
  dateSubtract,
  textToDate,
  unix,
  // number
  numberAdd,
  divide,
  formula,
  multiply,
  randomInteger,
  round,
  roundUp,
  numberSubtract,
  toNumber,
  // crypto
  hmac,
  // jwt
  jwtSign,
  // utility
  exportFlow,
  // file
  download,
  info,
];

const byName = new Map(cards.map((each) => [each.name, each]));

/** The card of this name (`string:concat`, `okta:readUser`), whatever its version. */
export function cardNamed(name: string): AnyCard | undefined {
  return byName.get(name);
}
