/**
 * The wire: a pack exactly as the designer exports it, versions 1.2.0 to 1.5.0.
 * Only `sdk/pack` and `sdk/compile` speak these names; everyone else sees the view.
 */

import type { Json, JsonObject } from './json';

export type WireVersion = '1.2.0' | '1.3.0' | '1.4.0' | '1.5.0';

/** A `.flow`, `.folder` or `.flopack` file. */
export interface WirePack {
  type: 'flopack';
  version: WireVersion;
  /** ISO-8601, UTC, with milliseconds. */
  created: string;
  flags: JsonObject;
  data: {
    flos: Record<string, WireFlow>;
    configs: Record<string, WireConfig>;
    tables: Record<string, WireTable>;
    groups: Record<string, WireGroup>;
    projectOverview?: JsonObject;
  };
  /** Only at 1.3.0 and 1.4.0; cannot be made outside Okta. */
  checksum?: string;
}

/** A connection: its name and connector, never its values. */
export interface WireConfig {
  id: string;
  name: string;
  module: string;
  data: null;
}

export interface WireTable {
  id: string;
  name: string;
  description: string;
  /** null: a table outside the export. */
  data: { class: string; group_id: string; structure: WireColumn[] } | null;
}

export interface WireColumn {
  name: string;
  type: 'str' | 'dte' | 'bln' | 'dec' | 'ctr';
  default: string | null;
}

/** A folder. */
export interface WireGroup {
  id: string;
  data: { name: string; description: string; media_uri: string; path?: string };
}

export interface WireFlow {
  id: string;
  name: string;
  description: string;
  /** null: a stub, a flow outside the export that some card refers to. */
  data: WireFlowData | null;
}

/** One flow body with its own cards and orderings: a top-level flow, or an inline one. */
export interface WireScope {
  methods: WireCard[];
  /** Random key → [from card, to card]. */
  orderings: Record<string, [string, string]>;
}

export interface WireFlowData extends WireScope {
  id: null;
  uuid: string;
  display: WireFlowDisplay;
  tree: WireTree;
  model: JsonObject;
  cron: JsonObject;
  security_level: string | null;
  /** "Save all data that passes through the flow". */
  log: boolean;
  inheritLog: boolean;
  scheduled: boolean;
  /** The folder's id. */
  group: string;
  templateName?: string | null;
  connector_method_meta?: WireMethodMeta;
  monitor_flo?: boolean;
}

export interface WireTree {
  id: number;
  name: string;
  description?: string;
}

export interface WireFlowDisplay {
  preview?: { module: string; name: string; kernel: boolean }[];
  eventConnecterName?: string;
  isCallable?: boolean;
  isPublishable?: boolean;
  aliases?: Record<string, string>;
}

/** The body of a block that lives inside a port: If/ElseIf, If Error, the body of an event. */
export interface WireInlineFlow extends WireScope {
  id: string;
  uuid: string;
  display?: WireFlowDisplay | null;
  tree: WireTree;
  model: JsonObject;
  security_level: string | null;
  log: boolean;
  inheritLog: boolean;
  group: null;
  templateName?: string | null;
  connector_method_meta?: WireMethodMeta;
  monitor_flo?: boolean;
}

/** What Connector Builder's dialogs store about an action, a helper or `_authping`. */
export interface WireMethodMeta {
  inputs: { groups?: WireMetaGroup[] };
  outputs: { groups?: WireMetaGroup[] };
  options: { groups?: WireMetaGroup[] };
  methodkey?: string;
}

export interface WireMetaGroup {
  id: string;
  type: 'static';
  group_name: string;
  fields: WireMetaField[];
}

export interface WireMetaField {
  data_type: 'string' | 'number' | 'boolean' | 'object' | 'static';
  label: string;
  required?: boolean;
  _key: string;
  collection?: boolean;
  objectShape?: Json[];
  extensible?: boolean;
  static_options?: { default: boolean; option: string; value: string }[];
}

/** A card. */
export interface WireCard {
  /** Only on Join: input → outputs. */
  joins: Record<string, { output: string; transform: WireTransform | null }[]>;
  address: string;
  parents: { version: WireParent; channel: WireParent };
  uuid: string;
  /** Only on If/Else: the No-op that starts each branch → the branch's truth. */
  branches: Record<string, boolean>;
  node: { key: string; data: { name: string }; model: WireModel };
  /** Output → target card → its inputs. */
  pins: Record<string, Record<string, WirePin[]>>;
}

export interface WireParent {
  address: string;
  key: string;
  data: { name: string; id?: number };
}

export interface WireModel {
  type: 'method';
  _v: 2;
  key: string;
  executable: boolean;
  displayed: boolean;
  async: boolean;
  cooperative: boolean;
  mirrored: boolean;
  compat?: false;
  inlined: boolean;
  dependencies: Json[];
  timeout: number;
  idempotent: boolean;
  monitor: boolean;
  webhook: boolean;
  webhookList: boolean;
  webhookConditions: false | JsonObject;
  mobile: boolean;
  hooks: JsonObject;
  policy: { error: WireErrorPolicy };
  metadata: { id: number | null; name: string; description: string | null };
  meta: JsonObject;
  config: string | null;
  partnerChannelKeys: number | null;
  inputs: WirePorts<WireInput>;
  outputs: WirePorts<WireOutput>;
  runtime: JsonObject;
  display?: JsonObject;
  comments?: string | { title: string; markdown: string };
  enableNewMetadata?: boolean;
}

/** What happens when the card fails. */
export interface WireErrorPolicy {
  type: 'finish' | 'return' | 'flo' | 'handler';
  /** Milliseconds, or a range to draw from. */
  delay?: number | [number, number];
  retry?: number;
  retryCondition?: string;
  /** A flow id for `flo`, an inline flow for `handler`. */
  flo?: string | WireInlineFlow;
  merge?: 'join';
}

export interface WirePorts<P> {
  extensible: boolean;
  rules?: JsonObject;
  groupRules?: JsonObject;
  data: Record<string, P>;
}

/** A scalar type name, or an object's known fields. */
export type WireType = string | WireObjectType;
export interface WireObjectType {
  [field: string]: { type: WireType; collection: boolean; displayname?: string };
}

export interface WireValue {
  error?: boolean;
  proxy?: false | WireProxy;
  check?: boolean;
  type: WireType;
  collection: boolean;
  data: Json | WireInlineFlow;
  available?: Json[];
}

/** How an iterator fills an input of its helper: from the item (`dynamic`), or with the same value each time. */
export interface WireProxy {
  dynamic: boolean;
  path: string | null;
  dest: { key: string; group: string | null };
}

export interface WireInput {
  id: string;
  group: string | null;
  key: string;
  value: WireValue;
  required: boolean;
  ref: boolean;
  metadata: JsonObject;
  /** "d" data, "p" parameter (option). */
  flags: 'd' | 'p';
  _used?: boolean;
}

export interface WireOutput {
  id: string;
  group: string | null;
  key: string;
  value: WireValue;
  ref: boolean;
  metadata: JsonObject;
  flags?: 'd';
  _used?: boolean;
}

export interface WirePin {
  input: string;
  transform: WireTransform | null;
}

/** Output id → how its value is converted on the way. */
export interface WireTransform {
  [output: string]: { convert?: WireConvert; forceWrapArray: boolean; dest: string };
}

export type WireConvert =
  | 'parse'
  | 'dateTime'
  | 'toString'
  | 'stringify'
  | 'wrapArray'
  | 'parseFloat'
  | 'isoString'
  | 'booleanToString';
