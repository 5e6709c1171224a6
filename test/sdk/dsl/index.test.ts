/** The words of the language: every card has one. */

import { cards } from '../../../sdk/cards';
import { compilePack } from '../../../sdk/compile/pack';
import * as language from '../../../sdk/dsl';
import * as api from '../../../sdk/dsl/cards/api';
import * as crypto from '../../../sdk/dsl/cards/crypto';
import * as date from '../../../sdk/dsl/cards/date';
import * as file from '../../../sdk/dsl/cards/file';
import * as http from '../../../sdk/dsl/cards/http';
import * as json from '../../../sdk/dsl/cards/json';
import * as jwt from '../../../sdk/dsl/cards/jwt';
import * as list from '../../../sdk/dsl/cards/list';
import * as number from '../../../sdk/dsl/cards/number';
import * as object from '../../../sdk/dsl/cards/object';
import * as okta from '../../../sdk/dsl/cards/okta';
import * as oktaEvents from '../../../sdk/dsl/cards/okta-events';
import * as text from '../../../sdk/dsl/cards/text';
import * as trueFalse from '../../../sdk/dsl/cards/true-false';
import * as url from '../../../sdk/dsl/cards/url';
import { packOf } from '../compile/support/compiled';

const lists = { api, crypto, date, file, http, json, jwt, list, number, object, okta, text, trueFalse, url };

const categories: Record<string, object> = {
  api: language.api,
  crypto: language.crypto,
  date: language.date,
  file: language.file,
  http: language.http,
  json: language.json,
  jwt: language.jwt,
  list: language.list,
  number: language.number,
  object: language.object,
  okta: language.okta,
  text: language.text,
  trueFalse: language.trueFalse,
  url: language.url,
};

/** Cards that the language has its own words for. */
const ownWords: Record<string, unknown> = {
  'control:assignIf': language.assignIf,
  'control:branch': language.ifElseIf,
  'control:callable': language.helperFlow,
  'control:comment': language.comment,
  'control:continueIf': language.continueIf,
  'control:if': language.ifElse,
  'control:let': language.assign,
  'control:lookup': language.lookup,
  'control:return': language.returnValues,
  'control:returnRaw': language.returnRaw,
  'control:run': language.callFlowAsync,
  'control:spawn': language.callFlow,
  'control:throw': language.returnError,
  'control:throwIf': language.returnErrorIf,
  'control:times': language.repeat,
  'control:tryCatch': language.ifError,
  'control:until': language.waitUntil,
  'control:wait': language.waitFor,
  'http:accept': language.apiEndpointFlow,
  'list:asyncEach': language.forEach,
  'list:construct': language.list.construct,
  'list:each': language.forEach,
  'list:filter': language.list.filterCustom,
  'list:map': language.list.map,
  'list:reduce': language.reduce,
  'math:expression': language.number.formula,
  'object:map': language.object.mapToList,
  'object:process': language.object.map,
  'okta:listUsersWithSearch': language.okta.listUsersWithSearch,
  'stash:clearTable': language.clearTable,
  'stash:createRow': language.createRow,
  'stash:deleteRow': language.deleteRow,
  'stash:exportToCSV': language.exportToCsv,
  'stash:importFromCSV': language.importFromCsv,
  'stash:readRow': language.readRow,
  'stash:readTable': language.readTable,
  'stash:searchRows2': language.findRows,
  'stash:updateRow': language.updateRow,
  'string:compose': language.text.compose,
  'utility:exportFlo': language.exportFlow,
};

/** Cards that come with others: If/Else brings its Join and No-ops, a part of an object its picking card. */
const unseen = ['control:join', 'control:noop', 'object:expand'];
/** Started by an administrator's hand: nothing here needs it yet. */
const withoutWord = ['http:delegated'];

const listed = [...Object.values(lists), oktaEvents].flatMap((each) => Object.values(each));

it('has a word for every card', () => {
  const said = [...listed.map(({ name }) => name), ...Object.keys(ownWords), ...unseen, ...withoutWord];
  expect(cards.map(({ name }) => name).filter((name) => !said.includes(name))).toEqual([]);
  expect(said.filter((name) => !cards.some((card) => card.name === name))).toEqual([]);
  expect(new Set(said).size).toBe(said.length);
  for (const word of Object.values(ownWords)) expect(word).toBeInstanceOf(Function);
});

it.each(Object.entries(lists))('takes every card of the list %s under its name', (category, listOfCards) => {
  const words: Record<string, unknown> = { ...categories[category] };
  for (const name of Object.keys(listOfCards)) expect(words[name]).toBeInstanceOf(Function);
});

it('starts flows by every event', () => {
  for (const event of Object.values(language.okta.events)) {
    const flow = language.eventFlow({
      name: 'Flow',
      description: '',
      event: event as Event,
      body: () => undefined,
    });
    expect(compilePack(packOf([flow])).data.flos).toBeDefined();
  }
});

type Event = typeof language.okta.events.userCreated;
