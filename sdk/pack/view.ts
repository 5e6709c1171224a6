/** Makes the view of a pack: flows, blocks and cards in the platform's words, over the untouched JSON. */

import type {
  BlockView,
  CardView,
  ConnectorFlowView,
  ConnectorGroupView,
  ErrorPolicyView,
  FieldView,
  FlowKind,
  FlowView,
  GivenView,
  InputView,
  Json,
  OutputView,
  PackView,
  SourceStep,
  SourceView,
  TableView,
  WireCard,
  WireColumn,
  WireErrorPolicy,
  WireInput,
  WireMethodMeta,
  WireOutput,
  WirePack,
  WirePorts,
  WireTransform,
} from '@okta/workflows-connector-sdk-types';
import { linearise, type Order, type Sequence } from './linearise';
import { pointer } from './pointer';
import { type BodyPlace, type CardPlace, type FlowPlace, isFunction, walkPack } from './walk';
import { isInlineFlow } from './write';

/**
 * Takes a pack that has passed the schema and whose order holds (`checkReferences` finds nothing); gives its
 * view. What refers to nothing is left out. Throws an Error, naming flow and card, where cards have no order.
 */
export function viewPack(pack: WirePack): PackView {
  const flows = walkPack(pack).map(viewFlow);
  const byId = new Map(flows.map((flow) => [flow.id, flow]));
  const byName = new Map<string, FlowView | undefined>();
  for (const flow of flows) byName.set(flow.name, byName.has(flow.name) ? undefined : flow);
  return {
    json: pack,
    flows,
    tables: Object.entries(pack.data.tables).map(([id, table]) => viewTable(id, table)),
    connections: Object.entries(pack.data.configs).map(([id, { name, module }]) => ({ id, name, module })),
    folders: Object.entries(pack.data.groups).map(([id, { data }]) => ({
      id,
      name: data.name,
      path: (data.path ?? '').split('.').filter((part) => part !== ''),
    })),
    flow: (id) => byId.get(id),
    flowNamed: (name) => byName.get(name),
  };
}

/** The one connection between an output and an input, with the card that it leaves. */
interface Pin {
  from: CardPlace;
  output: string;
  transform: WireTransform | null;
}

/** What resolving needs of a flow: all of it is unique in a flow, inline bodies included. */
interface FlowIndex {
  /** By the id of the input; one each, but one per branch for a Join. */
  pins: Map<string, Pin[]>;
  cards: Map<string, CardPlace>;
  orders: Map<BodyPlace, Order>;
  bodies: Map<object, BodyPlace>;
  /** The If/Else card of each Join. */
  ifs: Map<string, WireCard>;
}

/** Where a value comes from, or the constant that it is. */
type Origin = { source: SourceView } | { source: null; value: Json };

function viewTable(id: string, table: WirePack['data']['tables'][string]): TableView {
  return {
    id,
    name: table.name,
    pointer: pointer('/data/tables', id),
    known: table.data !== null,
    columns: (table.data?.structure ?? []).map((column) => ({
      name: column.name,
      type: columnTypes[column.type],
      default: column.default,
    })),
  };
}

/** `ctr` counts up by itself; to a reader it is a number (flopack-format §8.4). */
const columnTypes: Record<WireColumn['type'], TableView['columns'][number]['type']> = {
  str: 'text',
  dte: 'date',
  bln: 'flag',
  dec: 'number',
  ctr: 'number',
};

function viewFlow(place: FlowPlace): FlowView {
  const { flow } = place;
  const [main] = place.bodies;
  const body = main === undefined ? null : viewBody(main, indexFlow(place));
  const trigger = body?.cards[0];
  let flat: CardView[] | undefined;
  return {
    id: place.key,
    name: flow.name,
    description: flow.description ?? '',
    pointer: place.pointer,
    kind: kindOf(trigger, flow.data?.scheduled ?? false),
    saveData: flow.data?.log ?? false,
    folder: flow.data?.group ?? null,
    securityLevel: flow.data?.security_level ?? null,
    cron: flow.data?.cron ?? {},
    connector: viewConnectorFlow(flow.data?.connector_method_meta),
    body,
    cards() {
      flat ??= body === null ? [] : flatten(body);
      return flat;
    },
  };
}

/** flopack-format §3.2, §3.4 and, for Connector Builder, §9. */
function kindOf(trigger: CardView | undefined, scheduled: boolean): FlowKind {
  if (trigger === undefined) return 'unknown';
  if (!trigger.kernel) return 'event';
  switch (`${trigger.channel}:${trigger.method}`) {
    case 'control:callable':
      if (trigger.marker === 'connector_action') return 'connector action';
      if (trigger.marker === 'connector_authping') return 'connector authping';
      if (trigger.marker === 'connector_child_flo') return 'connector helper';
      return scheduled || trigger.title === 'Scheduled Flow' ? 'scheduled' : 'helper';
    case 'http:accept':
      return 'api endpoint';
    case 'http:delegated':
      return 'delegated';
    case 'control:noop':
      return 'no trigger';
    default:
      return 'unknown';
  }
}

function viewConnectorFlow(meta: WireMethodMeta | undefined): ConnectorFlowView | null {
  if (meta === undefined) return null;
  const sides = [meta.options, meta.inputs, meta.outputs].map((side) => side.groups ?? []);
  const [options = [], inputs = [], outputs = []] = sides.map((groups) =>
    groups.map(
      (group): ConnectorGroupView => ({
        name: group.group_name,
        fields: group.fields.map((field) => ({
          key: field._key,
          label: field.label,
          type: field.data_type,
          list: field.collection ?? false,
          required: field.required ?? false,
          choices: (field.static_options ?? []).map((choice) => choice.value),
        })),
      }),
    ),
  );
  // Ordinary flows have the three sides too, empty and without a key.
  if (meta.methodkey === undefined && options.length + inputs.length + outputs.length === 0) return null;
  return { methodKey: meta.methodkey ?? null, options, inputs, outputs };
}

function flatten(body: BlockView): CardView[] {
  const cards: CardView[] = [];
  const open = [...body.cards].reverse();
  for (let card = open.pop(); card !== undefined; card = open.pop()) {
    cards.push(card);
    const inner = Object.values(card.blocks).flatMap((block) => block.cards);
    for (const one of inner.reverse()) open.push(one);
  }
  return cards;
}

function indexFlow(place: FlowPlace): FlowIndex {
  const index: FlowIndex = {
    pins: new Map(),
    cards: place.cards,
    orders: new Map(),
    bodies: new Map(),
    ifs: new Map(),
  };
  for (const body of place.bodies) {
    index.bodies.set(body.body, body);
    const result = linearise(body.body);
    if ('faults' in result) {
      const [fault] = result.faults;
      throw new Error(`The flow "${place.flow.name}" has no order of cards: ${fault?.message ?? ''}`);
    }
    index.orders.set(body, result.order);
    const open = [result.order.sequence];
    for (let block = open.pop(); block !== undefined; block = open.pop()) {
      for (const { card, branches } of block.steps) {
        if (branches === null) continue;
        index.ifs.set(branches.join.uuid, card);
        open.push(branches.then, branches.else);
      }
    }
    for (const from of body.cards) {
      for (const [output, targets] of Object.entries(from.card.pins)) {
        for (const pins of Object.values(targets)) {
          for (const { input, transform } of pins) {
            const pin = { from, output, transform };
            const known = index.pins.get(input);
            if (known === undefined) index.pins.set(input, [pin]);
            else known.push(pin);
          }
        }
      }
    }
  }
  return index;
}

function viewBody(body: BodyPlace, index: FlowIndex): BlockView {
  const order = index.orders.get(body);
  const id = body.inline?.id ?? body.flow.key;
  if (order === undefined) return { id, pointer: body.pointer, cards: [], gives: {} };
  return { ...viewSequence(order.sequence, body, index), id, pointer: body.pointer };
}

function viewSequence(sequence: Sequence, body: BodyPlace, index: FlowIndex): BlockView {
  const start = sequence.start === null ? undefined : body.byId.get(sequence.start.uuid);
  return {
    id: sequence.start?.uuid ?? '',
    pointer: start?.pointer ?? body.pointer,
    cards: sequence.steps.flatMap(({ card, branches }) => {
      const place = body.byId.get(card.uuid);
      if (place === undefined) return [];
      const view = viewCard(place, index);
      const join = branches === null ? undefined : body.byId.get(branches.join.uuid);
      if (branches === null || join === undefined) return [view];
      const blocks = {
        then: viewSequence(branches.then, body, index),
        else: viewSequence(branches.else, body, index),
      };
      for (const block of Object.values(blocks)) block.gives = viewGives(block.id, join, index);
      return [{ ...view, outputs: [...view.outputs, ...viewOutputs(join)], blocks }];
    }),
    gives: {},
  };
}

/** What one branch of If/Else hands to each output of the Join (flopack-format §5.2a). */
function viewGives(start: string, join: CardPlace, index: FlowIndex): Record<string, GivenView> {
  const given: [string, GivenView][] = [];
  const order = index.orders.get(join.body);
  for (const [id, input] of Object.entries(join.card.node.model.inputs.data)) {
    const pins = index.pins.get(id) ?? [];
    const inside = (pin: Pin) => order?.branchesOf(pin.from.card.uuid).includes(start) ?? false;
    const pin = pins.find(inside) ?? pins.find((one) => isOutside(one, join, order));
    for (const { output, transform } of Object.hasOwn(join.card.joins, id)
      ? (join.card.joins[id] ?? [])
      : []) {
      if (!Object.hasOwn(join.card.node.model.outputs.data, output)) continue;
      const origin = pin === undefined ? null : resolvePin(pin, index);
      const source = origin?.source ?? null;
      given.push([
        input.key,
        {
          output,
          source: source === null ? null : { ...source, steps: [...source.steps, ...conversions(transform)] },
        },
      ]);
    }
  }
  return Object.fromEntries(given);
}

/** A hidden card that picks a part of an outer value may stand before the If; it serves whichever branch is left. */
function isOutside(pin: Pin, join: CardPlace, order: Order | undefined): boolean {
  const depth = order?.branchesOf(join.card.uuid).length ?? 0;
  return (order?.branchesOf(pin.from.card.uuid).length ?? 0) <= depth;
}

function viewCard(place: CardPlace, index: FlowIndex): CardView {
  const { card } = place;
  const model = card.node.model;
  const parts = card.address.split(':');
  const kernel = parts[1] === 'kernel';
  const [channel = '', version = '', method = ''] = kernel ? parts.slice(2) : parts.slice(3);
  const marker = model.meta.type;
  const address =
    typeof marker === 'object' && marker !== null && !Array.isArray(marker) ? marker.address : null;
  const { comments } = model;
  return {
    id: card.uuid,
    pointer: place.pointer,
    address: card.address,
    kernel,
    channel,
    version,
    method,
    title: card.node.data.name,
    note: typeof comments === 'string' ? comments : (comments?.markdown ?? ''),
    marker: typeof address === 'string' ? address : null,
    inputs: viewInputs(place, index),
    outputs: viewOutputs(place),
    blocks: viewBlocks(place, index),
    onError: viewPolicy(model.policy.error),
    connection: model.config,
  };
}

function viewInputs(place: CardPlace, index: FlowIndex): InputView[] {
  const { inputs } = place.card.node.model;
  const at = pointer(place.pointer, 'node', 'model', 'inputs', 'data');
  const views: InputView[] = [];
  for (const [id, input] of inDesignerOrder(place.card, inputs)) {
    const { value } = input;
    if (isWormhole(input) || isInlineFlow(value)) continue;
    const [pin] = index.pins.get(id) ?? [];
    // An inline body has been left out above; what remains is a constant.
    const constant = value.data as Json;
    const origin: Origin = pin === undefined ? { source: null, value: constant } : resolvePin(pin, index);
    const { proxy } = value;
    views.push({
      ...viewField(id, input, at),
      required: input.required,
      option: input.flags === 'p',
      value: origin.source === null ? origin.value : constant,
      source: origin.source,
      binding:
        typeof proxy === 'object' && proxy !== null
          ? { dynamic: proxy.dynamic, path: proxy.path ?? '' }
          : null,
    });
  }
  return views;
}

function viewOutputs(place: CardPlace): OutputView[] {
  const at = pointer(place.pointer, 'node', 'model', 'outputs', 'data');
  return inDesignerOrder(place.card, place.card.node.model.outputs)
    .filter(([, output]) => !isWormhole(output))
    .map(([id, output]) => ({ ...viewField(id, output, at), used: output._used ?? false }));
}

function viewField(id: string, field: WireInput | WireOutput, at: string): FieldView {
  const { metadata } = field;
  const label = metadata.displayname;
  return {
    id,
    pointer: pointer(at, id),
    group: field.group,
    key: field.key,
    label: typeof label === 'string' && label !== '' ? label : field.key,
    type: field.value.type,
    list: field.value.collection,
    custom: metadata.custom === true,
    hidden: metadata.hidden === true || metadata.forceHide === true,
    metadata,
  };
}

/**
 * Options first, then by the group's index, then by the field's. Built-in functions number their fields
 * through, connectors within each group (flopack-format §4.2, §8.2).
 */
function inDesignerOrder<F extends WireInput | WireOutput>(
  card: WireCard,
  fields: WirePorts<F>,
): [string, F][] {
  const kernel = card.address.startsWith('root:kernel:');
  const last = Number.MAX_SAFE_INTEGER;
  const groupRank = (group: string | null) => {
    if (kernel || group === null) return -2;
    if (group === 'parameters') return -1;
    const rules = fields.groupRules ?? {};
    const rule = Object.hasOwn(rules, group) ? rules[group] : null;
    const index = typeof rule === 'object' && rule !== null && !Array.isArray(rule) ? rule.index : null;
    return typeof index === 'number' ? index : last;
  };
  const rank = (field: F) => {
    const index = field.metadata.index;
    return [groupRank(field.group), typeof index === 'number' ? index : last] as const;
  };
  return Object.entries(fields.data)
    .map(([id, field]) => ({ id, field, rank: rank(field) }))
    .sort((a, b) => a.rank[0] - b.rank[0] || a.rank[1] - b.rank[1])
    .map(({ id, field }) => [id, field]);
}

/** The inner blocks that a card holds inline, in the order in which they are tested or tried (flopack-format §5.2). */
function viewBlocks(place: CardPlace, index: FlowIndex): Record<string, BlockView> {
  const blocks: [string, BlockView][] = [];
  const model = place.card.node.model;
  const tries = isFunction(place.card, 'control', 'tryCatch');
  const chooses = isFunction(place.card, 'control', 'branch');
  const order = (group: string | null) => (group === 'if' ? 0 : group === 'else' ? 2 : 1);
  const held = inDesignerOrder(place.card, model.inputs);
  if (chooses) held.sort(([, a], [, b]) => order(a.group) - order(b.group));
  for (const [, input] of held) {
    if (!isInlineFlow(input.value)) continue;
    const body = index.bodies.get(input.value.data);
    if (body === undefined) continue;
    let name = tries ? 'try' : 'each';
    if (chooses) name = order(input.group) === 1 ? `elseif:${input.group ?? ''}` : (input.group ?? '');
    blocks.push([name, viewBody(body, index)]);
  }
  const caught = model.policy.error.flo;
  const body = typeof caught === 'object' && caught !== null ? index.bodies.get(caught) : undefined;
  if (body !== undefined) blocks.push(['catch', viewBody(body, index)]);
  return Object.fromEntries(blocks);
}

/** flopack-format §3.5. */
function viewPolicy(policy: WireErrorPolicy): ErrorPolicyView {
  const then = { finish: 'halt', return: 'return', flo: 'run flow', handler: 'catch' } as const;
  const { delay = 0 } = policy;
  return {
    then: then[policy.type],
    flow: typeof policy.flo === 'string' ? policy.flo : null,
    retries: policy.retry ?? 0,
    delay: typeof delay === 'number' ? [delay, delay] : delay,
    condition: policy.retryCondition ?? null,
  };
}

/**
 * Follows a connection back to the card that makes the value: through hidden cards that pick a part of it, and
 * out of inner blocks (flopack-format §5.2, §7.3). What happens on the way becomes steps, in the order in
 * which they happen.
 */
function resolvePin(start: Pin, index: FlowIndex): Origin {
  const backwards: SourceStep[][] = [];
  const seen = new Set<string>();
  let pin = start;
  for (;;) {
    backwards.push(conversions(pin.transform));
    const { card } = pin.from;
    const outputs = card.node.model.outputs.data;
    const output = Object.hasOwn(outputs, pin.output) ? outputs[pin.output] : undefined;
    let through: WireInput | undefined;
    if (output !== undefined && isFunction(card, 'object', 'expand')) {
      backwards.push(pathOf(output));
      through = Object.values(card.node.model.inputs.data).find((input) => input.key === 'object');
    } else if (output !== undefined && isWormhole(output)) {
      through = outerSide(pin.from, output, index);
    }
    // Seen twice: a pack whose hidden fields lead in a circle; what is known so far must do.
    if (through === undefined || seen.has(through.id)) break;
    seen.add(through.id);
    const [outer] = index.pins.get(through.id) ?? [];
    // The hidden field holds no body of a block but a constant.
    if (outer === undefined) return { source: null, value: through.value.data as Json };
    pin = outer;
  }
  const { card } = pin.from;
  return {
    source: {
      card: index.ifs.get(card.uuid)?.uuid ?? card.uuid,
      output: pin.output,
      steps: backwards.reverse().flat(),
    },
  };
}

/** The hidden input of the card around a block, through which the block gets a value from outside. */
function outerSide(inner: CardPlace, output: WireOutput, index: FlowIndex): WireInput | undefined {
  const owner = index.cards.get(String(output.metadata.wormholeMethodId));
  return Object.values(owner?.card.node.model.inputs.data ?? {}).find(
    (input) =>
      input.group === output.group &&
      input.key === output.key &&
      input.metadata.wormholeMethodId === inner.card.uuid,
  );
}

function isWormhole(field: WireInput | WireOutput): boolean {
  return typeof field.metadata.wormholeMethodId === 'string';
}

function pathOf(output: WireOutput): SourceStep[] {
  const { path } = output.metadata;
  return Array.isArray(path) ? [{ path: path.map(String) }] : [];
}

function conversions(transform: WireTransform | null): SourceStep[] {
  return Object.values(transform ?? {}).map(({ convert, forceWrapArray }) => ({
    convert: convert ?? null,
    wrap: forceWrapArray,
  }));
}
