/**
 * The view: a pack in the platform's own words — flows, blocks, cards in order, fields and where each value
 * comes from — over the untouched JSON. `sdk/pack` makes it; lint, diff, run and view read nothing else.
 */

import type { Json, JsonObject } from './json';
import type { WireConvert, WirePack, WireType } from './wire';

export interface PackView {
  /** The file as parsed; nothing of it is changed or lost. */
  json: WirePack;
  /** Every flow in the file's order, stubs included. */
  flows: FlowView[];
  tables: TableView[];
  connections: ConnectionView[];
  folders: FolderView[];
  /** The flow with this id. */
  flow(id: string): FlowView | undefined;
  /** The flow with this name; undefined where none or more than one has it. */
  flowNamed(name: string): FlowView | undefined;
}

export interface FolderView {
  id: string;
  name: string;
  /** Ids of the folders around it, outermost first. */
  path: string[];
}

export interface TableView {
  id: string;
  name: string;
  pointer: string;
  /** False: a table outside the export, its columns unknown. */
  known: boolean;
  columns: { name: string; type: 'text' | 'number' | 'flag' | 'date'; default: string | null }[];
}

export interface ConnectionView {
  id: string;
  name: string;
  /** The connector's key. */
  module: string;
}

/** What starts a flow. */
export type FlowKind =
  | 'helper'
  | 'scheduled'
  | 'event'
  | 'api endpoint'
  | 'delegated'
  | 'no trigger'
  | 'connector action'
  | 'connector authping'
  | 'connector helper'
  | 'unknown';

export interface FlowView {
  id: string;
  name: string;
  description: string;
  /** A JSON pointer to the flow. */
  pointer: string;
  kind: FlowKind;
  /** "Save all data that passes through the flow". */
  saveData: boolean;
  /** The folder's id; may dangle in single-flow exports. */
  folder: string | null;
  securityLevel: string | null;
  cron: JsonObject;
  /** What Connector Builder keeps of an action or helper; null in ordinary flows. */
  connector: ConnectorFlowView | null;
  /** null: a stub, a flow outside the export. */
  body: BlockView | null;
  /** Every card of the flow, those of inner blocks included, in order. */
  cards(): CardView[];
}

export interface ConnectorFlowView {
  methodKey: string | null;
  options: ConnectorGroupView[];
  inputs: ConnectorGroupView[];
  outputs: ConnectorGroupView[];
}

export interface ConnectorGroupView {
  name: string;
  fields: { key: string; label: string; type: string; list: boolean; required: boolean; choices: string[] }[];
}

/** Cards that run one after the other. */
export interface BlockView {
  /** The flow's id, the inline flow's id, or for a branch of If/Else the id of the card that starts it. */
  id: string;
  pointer: string;
  /** In execution order. A flow's and an inline block's first card is its trigger. */
  cards: CardView[];
  /** Branches of If/Else only: what the branch hands on, by key. Inline blocks end in a Return card instead. */
  gives: Record<string, GivenView>;
}

export interface GivenView {
  /** The output, listed on the If/Else card, that takes the value. */
  output: string;
  /** null: the branch leaves it unset. */
  source: SourceView | null;
}

export interface CardView {
  id: string;
  pointer: string;
  /** The whole address, `root:kernel:string:0.0.1:concat`. */
  address: string;
  /** Built-in function (true) or a connector's card. */
  kernel: boolean;
  /** `string`, `okta`, … */
  channel: string;
  version: string;
  /** `concat`, `readUser`, … */
  method: string;
  title: string;
  /** The text of a comment card, or the note on another. */
  note: string;
  /** A marker of Connector Builder: `connector_action`, `connector_return`, … */
  marker: string | null;
  /** By the designer's order. Values from outer blocks and picked sub-fields are resolved, so neither shows up. */
  inputs: InputView[];
  /** By the designer's order. For If/Else also what its branches give. */
  outputs: OutputView[];
  /** Inner blocks by name: `then`/`else`; `if`, `elseif:<group>`…, `else` in the order they are tested; `try`/`catch`; `each`. */
  blocks: Record<string, BlockView>;
  onError: ErrorPolicyView;
  /** The connection's id. */
  connection: string | null;
}

export interface FieldView {
  id: string;
  pointer: string;
  group: string | null;
  key: string;
  /** What the designer shows: the renamed label, or the key. */
  label: string;
  type: WireType;
  list: boolean;
  /** Made by the author, not fixed by the card. */
  custom: boolean;
  hidden: boolean;
  metadata: JsonObject;
}

export interface InputView extends FieldView {
  required: boolean;
  /** An option of a connector card. */
  option: boolean;
  /** The constant; what an input without a source has. */
  value: Json;
  /** Where the value comes from; null: the constant. */
  source: SourceView | null;
  /** Iterators: the item or a part of it (`dynamic`), or the same value each time. */
  binding: { dynamic: boolean; path: string } | null;
}

export interface OutputView extends FieldView {
  used: boolean;
}

/** Where a value comes from, and what happens to it on the way. */
export interface SourceView {
  card: string;
  output: string;
  steps: SourceStep[];
}
export type SourceStep = { path: string[] } | { convert: WireConvert | null; wrap: boolean };

export interface ErrorPolicyView {
  then: 'halt' | 'return' | 'run flow' | 'catch';
  /** The flow that runs, for `run flow`. */
  flow: string | null;
  /** How often it is tried again. */
  retries: number;
  /** Milliseconds between tries: a range to draw from. */
  delay: [number, number];
  /** `ratelimits`: 429 and 504 only; null: the platform's default. */
  condition: string | null;
}
