/** A card, described once: how it is encoded, what it takes and gives, what it does, and examples that prove it. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { CardContext } from './context';
import type { Field, Fields, ValuesOf } from './field';

/** The part of a card's header that differs between cards; each a constant of the function (kernel-catalog.json). */
export interface CardHeader {
  executable: boolean;
  displayed: boolean;
  async: boolean;
  cooperative: boolean;
  /** Its outputs are its inputs over again. */
  mirrored: boolean;
  /** Milliseconds. */
  timeout: number;
  /** Connector events only. */
  webhook: boolean;
  webhookList: boolean;
  webhookConditions: false | JsonObject;
}

/** What the designer allows on one side of a card, as constants of the function. */
export interface PortRules {
  /** May the author add fields of their own? */
  extensible: boolean;
  /** Types allowed, by key or `*`. */
  rules?: JsonObject;
  groupRules?: JsonObject;
}

/** How a card is tried again and what it does when it fails in the end. */
export interface ErrorPolicy {
  retry: number;
  /** Milliseconds: a range to draw the wait from. */
  delay: [number, number];
  /** 429 and 504 only. */
  condition: 'ratelimits';
}

/** Where an inline block of a card lives: in an input that holds a flow, or in the card's error handler. */
export type BlockPlace = { group: string | null; key: string } | 'error handler';

/** The blocks a card holds: flat between its No-ops and its Join, or inline. */
export type CardBlocks =
  | { held: 'flat'; names: readonly [whenTrue: string, whenFalse: string] }
  | {
      held: 'inline';
      place(block: string): BlockPlace;
      /** What every further block has of its own, each in a group of its own: the else-ifs of If/ElseIf. */
      further?: Fields;
    };

export interface CardExample {
  /** Inputs by field name; the author's own fields beside them. */
  inputs: JsonObject;
  /** Outputs by field name. */
  outputs?: JsonObject;
  /** Short for `outputs`, where there is one output. */
  output?: Json;
  /** Part of the message of the error it ends with. */
  error?: string;
  /** What the example needs around it. */
  given?: ExampleWorld;
  /** Where it is documented: a page of the function reference, `exports` where real flows show it, `assumed`. */
  source: string;
}

export interface ExampleWorld {
  /** The virtual clock's instant. */
  now?: string;
  /** What `random()` gives, in turn. */
  random?: number[];
  /** Answers to requests, in turn. */
  replies?: { status: number; headers?: Record<string, string>; body: string }[];
  /** The rows of the one table there is, whose id is `table`. */
  rows?: JsonObject[];
  columns?: { name: string; type: 'text' | 'number' | 'flag' | 'date'; default?: string }[];
  connection?: Record<string, string>;
  /** What blocks, called flows and helpers give: by block name, flow id, or `each` with one result per item. */
  gives?: Record<string, Json>;
  /** Keys of the outputs the author asked for, on cards with outputs of the author's own. */
  wants?: string[];
  assume?: Record<string, string>;
  /** Inputs of groups, by key: what `context.group` gives. */
  groups?: Record<string, JsonObject>;
}

export interface CardSpec<
  I extends Fields,
  O extends Fields,
  M extends Field | undefined = Field | undefined,
> {
  /** As the designer shows it. */
  title: string;
  /** The designer's section: Text, Object, List, Flow Control, … */
  category: string;
  /** One sentence: what it does. */
  summary: string;
  /** How its behaviour was established; documented when absent. */
  established?: 'documented' | 'inferred' | 'assumed';
  header?: Partial<CardHeader>;
  ports?: { inputs?: Partial<PortRules>; outputs?: Partial<PortRules> };
  /** What a new card of the kind has; halt without retry when absent. */
  policy?: ErrorPolicy;
  inputs: I;
  outputs: O;
  /** Inputs of the author's own, without a group. */
  more?: M;
  /** Outputs of the author's own, without a group. */
  moreOutputs?: Field;
  blocks?: CardBlocks;
  examples: readonly CardExample[];
  /** What the file's `meta` holds on this card: the fields the designer loads when the card is opened. */
  dynamic?: readonly DynamicFields[];
  /**
   * Does the card's work. Inputs are coerced to their field's type: an unset text is '', an unset list [], an unset
   * object {}, an unset number, date or `any` null (so check before you count on one). `more` holds the author's own.
   */
  run(inputs: ValuesOf<I>, context: CardContext, more: JsonObject): JsonObject | Promise<JsonObject>;
}

/** One mark in the file that tells the designer which fields to load, and by what method of the connector. */
export interface DynamicFields {
  /** A constant of the connector's build. */
  uuid: string;
  group: string | null;
  at: { groupIndex: number } | { fieldIndex: number };
  method: string;
  path?: string[];
  dependsOn?: string[];
  side: 'input' | 'output';
}

/** A card of the platform: its spec, with what its address says. */
export interface Card<
  I extends Fields = Fields,
  O extends Fields = Fields,
  M extends Field | undefined = Field | undefined,
> extends CardSpec<I, O, M> {
  /** `root:kernel:string:0.0.1:concat`, or `root:channels:http:okta:1.0.712:readUser`. */
  readonly address: string;
  /** A built-in function (true) or a card of a connector. */
  readonly kernel: boolean;
  /** `string`, `okta`, … */
  readonly channel: string;
  readonly version: string;
  /** `concat`, `readUser`, … */
  readonly method: string;
  /** What a card is known by whatever its version: `string:concat`, `okta:readUser`. */
  readonly name: string;
}

/** Any card, whatever its fields. */
// A card's `run` takes narrower inputs than `Fields` promises, so cards of different fields meet only here.
export type AnyCard = Omit<Card, 'run'> & {
  run(inputs: never, context: CardContext, more: JsonObject): JsonObject | Promise<JsonObject>;
};

const KERNEL_VERSION = '0.0.1';

/**
 * Describes a card.
 * @param name `channel:method` of a built-in function, or `connector@version:method`.
 */
export function card<
  const I extends Fields,
  const O extends Fields,
  const M extends Field | undefined = undefined,
>(name: `${string}:${string}`, spec: CardSpec<I, O, M>): Card<I, O, M> {
  const [place = '', method = ''] = name.split(':');
  const [channel = '', version] = place.split('@');
  const kernel = version === undefined;
  const address = kernel
    ? `root:kernel:${channel}:${KERNEL_VERSION}:${method}`
    : `root:channels:http:${channel}:${version}:${method}`;
  return {
    ...spec,
    address,
    kernel,
    channel,
    version: version ?? KERNEL_VERSION,
    method,
    name: `${channel}:${method}`,
  };
}
