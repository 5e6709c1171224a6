/** The model: what the language gives and the compiler takes. Plain objects; a value names its source by the card itself. */

import type { Json, JsonObject } from './json';

/** The platform's types, as authors call them. */
export type ModelTypeName = 'text' | 'number' | 'flag' | 'date' | 'object' | 'file' | 'flow' | 'any';

export interface ModelType {
  type: ModelTypeName;
  list: boolean;
  /** Known fields of an object, by key. */
  fields?: Record<string, ModelType & { label?: string }>;
}

/** A folder's worth of flows: becomes `<name>.folder`. */
export interface PackModel {
  /** Kebab-case; the file's name and the root of every id. */
  name: string;
  /** The folder's title in the designer. */
  title: string;
  description: string;
  flows: FlowModel[];
  tables: TableModel[];
  connections: ConnectionModel[];
  /** Files that belong beside the pack, by name: rows to import into a table. */
  files: Record<string, string>;
}

/** A connection that the importing user picks once for all cards of the connector. */
export interface ConnectionModel {
  name: string;
  /** The connector's key, or the model of ours, whose key the binding knows. */
  module: string | ConnectorModel;
}

export interface TableModel {
  name: string;
  description: string;
  columns: { name: string; type: 'text' | 'number' | 'flag' | 'date'; default: string | null }[];
}

export type FlowKindModel =
  | 'helper'
  | 'event'
  | 'scheduled'
  | 'api endpoint'
  | 'connector action'
  | 'connector authping'
  | 'connector helper';

export interface FlowModel {
  name: string;
  description: string;
  kind: FlowKindModel;
  /** "Save all data that passes through the flow"; false where a secret or a token passes. */
  saveData: boolean;
  /** The first card is the trigger. */
  body: BlockModel;
  /** What a caller may pass and gets back, by key. */
  takes: Record<string, ModelType>;
  gives: Record<string, ModelType>;
  /** Flows of a connector: what its dialogs hold. */
  dialog: DialogModel | null;
  /** The connector a flow belongs to; null in ordinary flows. Set when the connector is put together. */
  connector: ConnectorModel | null;
  /** Scheduled flows: when they start. */
  schedule?: ScheduleModel;
  /** API endpoint flows: who may call. `medium` is the platform's client token. */
  securityLevel?: 'open' | 'medium' | 'high';
}

/** A schedule, as the parts of a cron expression, in a time zone of the TZ database. */
export interface ScheduleModel {
  minutes: string;
  hours: string;
  dayOfTheMonth: string;
  month: string;
  dayOfTheWeek: string;
  timeZone: string;
}

export interface BlockModel {
  /** In execution order. */
  cards: CardModel[];
  /** Branches of If/Else: what the branch hands on, by key. */
  gives: Record<string, ValueModel>;
}

export interface CardModel {
  /** Names the card within its block for good: ids come from it. */
  name: string;
  /** `string:concat`, `okta:readUser`; for a connector of ours the action says it. */
  card: string;
  action: ActionModel | null;
  title: string;
  /** The note shown on the card; a comment card's text. */
  note: string;
  /** The card's own fields, by field name. */
  inputs: Record<string, ValueModel>;
  /** Its fields that take many values under the author's keys, by field name, then key. */
  groups: Record<string, Record<string, ValueModel>>;
  /** Fields of the author's own, in order. */
  more: PortModel[];
  /** Outputs the author retyped, by field name. */
  retyped: Record<string, ModelType & { label?: string }>;
  /** Outputs of the author's own, in order. */
  moreOutputs: PortModel[];
  /** Inner blocks, in the order they are tested. */
  blocks: Record<string, BlockModel>;
  /** null: what the card has by default. */
  policy: PolicyModel | null;
  /** A marker of Connector Builder. */
  marker: string | null;
  /** The card's own fields that it has here, by name; null: all of them. Triggers differ by what they start. */
  shows: string[] | null;
}

export interface PortModel {
  group: string | null;
  key: string;
  label?: string;
  type: ModelType;
  /** Inputs only; null: unset. */
  value: ValueModel | null;
  /** What else the designer keeps of it. */
  metadata?: JsonObject;
  /** Iterators: how the helper's input is filled. */
  binding?: { dynamic: boolean; path: string };
}

export interface PolicyModel {
  retry: number;
  delay: [number, number];
  condition: 'ratelimits';
}

export type ValueModel =
  | { kind: 'constant'; value: Json }
  | { kind: 'from'; from: SourceModel }
  | { kind: 'flow'; flow: FlowModel }
  | { kind: 'table'; table: TableModel }
  | { kind: 'where'; conditions: WhereModel[] };

/** An output of a card, or a part of it. */
export interface SourceModel {
  card: CardModel;
  group: string | null;
  key: string;
  /** Keys of sub-fields, outermost first. */
  path: string[];
  type: ModelType;
  /** What the author takes it as: the platform converts on the way. */
  wanted?: ModelType;
}

/** One condition on a table's rows; all of them must hold. */
export interface WhereModel {
  column: string;
  operator: '=' | '!=' | '<' | '<=' | '>' | '>=';
  value: ValueModel;
}

/** What the dialogs of Connector Builder hold about a flow. */
export interface DialogModel {
  options: DialogGroupModel[];
  inputs: DialogGroupModel[];
  outputs: DialogGroupModel[];
}

export interface DialogGroupModel {
  /** The author's name of the group. */
  name: string;
  /** As the designer shows it. */
  title: string;
  fields: DialogFieldModel[];
}

export interface DialogFieldModel {
  /** The author's name of the field; the key in the file gets a suffix from the binding. */
  name: string;
  label: string;
  type: ModelType;
  required: boolean;
  help: string;
  choices: { value: string; label: string }[];
  default: Json;
}

/** One action of a connector: its dialog, its flow, its help. */
export interface ActionModel {
  name: string;
  description: string;
  /** Auth0 scopes it needs. */
  scopes: string[];
  help: { limits: string[] };
  sample: { inputs: JsonObject; outputs: JsonObject };
  dialog: DialogModel;
  flow: FlowModel;
  /** Set when the connector is put together. */
  connector: ConnectorModel | null;
}

export interface ConnectorModel {
  name: string;
  description: string;
  settings: { accentColor: string; documentation: string; supportEmail: string };
  auth: AuthModel;
  /** Helper flows, in upload order. */
  helpers: FlowModel[];
  /** `_authping`. */
  system: FlowModel[];
  actions: ActionModel[];
}

export interface AuthModel {
  type: 'custom';
  /** Display name of the authentication. */
  name: string;
  parameters: { key: string; label: string; secret: boolean; help: string }[];
}

/** The keys a tenant gave a deployed connector; what is missing is made from names. */
export interface BindingModel {
  /** The connector's key in the org. */
  key: string;
  version: string;
  /** Action name → method key. */
  methods: Record<string, string>;
  /** `<action name>/<side>/<group>/<field>` → key, side one of options, inputs, outputs. */
  fields: Record<string, string>;
}
