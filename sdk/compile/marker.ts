/** Cards of Connector Builder: ordinary triggers and ends with a marker, and rules of their own (flopack-format §9). */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { PortRules } from '../cards/card';

/** What a field of the author's own may be in them. */
export const markedTypes = ['string', 'number', 'boolean', 'Date', 'Array', 'object', 'file', 'flo'];
const anyOf = { '*': { types: markedTypes, collection: '*' } };
const single = { '*': { collection: false } };
const request = {
  body: { type: 'object', reserved: {}, extensible: true },
  headers: { type: 'object', reserved: { 'Content-Type': 'string' }, extensible: true },
  query: { type: 'object', reserved: {}, extensible: true },
};
const auth = { readOnly: true, extensible: false, index: 1 };
const closed = { readOnly: true, extensible: false };

interface MarkedRules {
  inputs: PortRules;
  outputs: PortRules;
}

/** The constants of each marked card, as the three real connector flows have them. */
const markedRules: Record<string, MarkedRules> = {
  connector_action: {
    inputs: { extensible: true, rules: single, groupRules: request },
    outputs: {
      extensible: false,
      rules: single,
      groupRules: { auth, '*': closed, Inputs: { ...closed, index: 3 }, Options: { ...closed, index: 2 } },
    },
  },
  connector_return: {
    inputs: { extensible: false, rules: anyOf, groupRules: { Outputs: { ...closed, index: 0 } } },
    outputs: { extensible: true, rules: { '*': { types: ['*'], collection: '*' } } },
  },
  connector_authping: {
    inputs: {
      extensible: true,
      rules: single,
      groupRules: { ...request, null: { extensible: false }, auth: { extensible: false } },
    },
    outputs: { extensible: false, rules: single, groupRules: { '*': closed, auth } },
  },
  connector_authping_return: {
    inputs: { extensible: false, rules: anyOf, groupRules: { '*': { extensible: false } } },
    outputs: { extensible: true, rules: { '*': { types: ['*'], collection: '*' } } },
  },
  connector_child_flo: {
    inputs: { extensible: true, rules: single, groupRules: request },
    outputs: { extensible: true, rules: anyOf, groupRules: { auth, '*': { extensible: true } } },
  },
  connector_child_flo_return: {
    inputs: { extensible: true, rules: anyOf },
    outputs: { extensible: true, rules: { '*': { types: ['*'], collection: '*' } } },
  },
};

/** The rules of a marked card; undefined for a marker nobody knows. */
export function rulesOfMarker(marker: string): MarkedRules | undefined {
  return markedRules[marker];
}

/** What a marked card's `meta` holds. */
export function markerMeta(marker: string, id: string): JsonObject {
  return { type: { id, address: marker } };
}
