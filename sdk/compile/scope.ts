/** One flow body as the file holds it: its cards, pins and orderings, its inner flows, and values that cross into them. */

import type {
  BlockModel,
  CardModel,
  ModelType,
  PortModel,
  SourceModel,
  ValueModel,
  WhereModel,
  WireInlineFlow,
  WireInput,
  WireOutput,
  WireScope,
  WireTree,
} from '@okta/workflows-connector-sdk-types';
import { join as joinCard } from '../cards/control/join';
import { noOp as noOpCard } from '../cards/control/no-op';
import type { Field } from '../cards/field';
import { typeOfConstant } from '../cards/model-type';
import { expand as expandCard } from '../cards/object/expand';
import { shortIdFrom, uuidFrom } from '../pack/ids';
import {
  addInput,
  addOutput,
  authorDraft,
  type CardShape,
  type CompiledCard,
  makeCard,
  retypedDraft,
  shapeOfCard,
} from './card';
import { conversionBetween, transform } from './conversion';
import type { FlowCompiler } from './flow';
import { fieldDraft, type PortDraft } from './port';

/** A block that shares its scope with others: the body itself, or a branch of If/Else. */
interface OpenBlock {
  outer: OpenBlock | null;
  /** The card an ordering edge to the next card starts from; null before the first. */
  last: string | null;
}

/** A scope while it is written. */
interface Scope {
  flow: FlowCompiler;
  names: string[];
  wire: WireScope;
  cards: Map<CardModel, ScopeCard>;
  root: ScopeCard | null;
  /** The card whose block this scope is, and the scope it stands in; null for a flow's own body. */
  outer: { scope: Scope; owner: ScopeCard; block: string } | null;
  /** Sub-field cards, by the output they pick from. */
  expands: Map<string, ScopeCard>;
  /** Values let in from the outer scope, by the outer output. */
  let: Map<string, Resolved>;
  /** Sub-field cards that already lead to a block. */
  led: Set<string>;
}

interface ScopeCard extends CompiledCard {
  shape: CardShape;
  block: OpenBlock;
  /** Outputs by group and key as the model names them. */
  outputs: Map<string, Resolved>;
}

/** An output in this scope, with its type. */
interface Resolved {
  card: ScopeCard;
  output: string;
  type: ModelType;
}

const tree: WireTree = {
  id: 2,
  name: 'empty',
  // A constant of the format (flopack-format §2), part of every flow of every export.
  description: 'This flow has been build w/o a tree and uses the newer, async, Addressing module.',
};

/** Writes a flow's own body. */
export function compileBody(flow: FlowCompiler, body: BlockModel, names: string[]): WireScope {
  return writeScope(flow, body, names, null);
}

export { tree };

function writeScope(flow: FlowCompiler, body: BlockModel, names: string[], outer: Scope['outer']): WireScope {
  const scope: Scope = {
    flow,
    names,
    wire: { methods: [], orderings: {} },
    cards: new Map(),
    root: null,
    outer,
    expands: new Map(),
    let: new Map(),
    led: new Set(),
  };
  writeBlock(scope, body, { outer: null, last: null }, []);
  // Sub-field cards last, as the designer writes them.
  for (const each of scope.expands.values()) scope.wire.methods.push(each.wire);
  markUsed(scope.wire);
  return scope.wire;
}

function writeBlock(scope: Scope, body: BlockModel, block: OpenBlock, path: string[]): void {
  for (const model of body.cards) writeCard(scope, model, block, [...path, model.name]);
}

function writeCard(scope: Scope, model: CardModel, block: OpenBlock, path: string[]): void {
  const shape = scope.flow.shapeOf(model);
  const names = [...scope.names, ...path];
  const card: ScopeCard = {
    model,
    shape,
    names,
    block,
    outputs: new Map(),
    wire: makeCard(model, shape, names, scope.flow.connectionOf(shape)),
  };
  scope.wire.methods.push(card.wire);
  scope.cards.set(model, card);
  scope.root ??= card;
  follow(scope, block, card.wire.uuid);
  writeInputs(scope, card);
  writeOutputs(scope, card);
  if (shape.card?.blocks?.held === 'flat') writeBranches(scope, card, block, path);
}

/** Puts a card behind the last one of its block. */
function follow(scope: Scope, block: OpenBlock, uuid: string): void {
  if (block.last !== null) order(scope, block.last, uuid);
  block.last = uuid;
}

function order(scope: Scope, from: string, to: string): void {
  const key = shortIdFrom(10, ...scope.names, 'order', from, to);
  scope.wire.orderings[key] = [from, to];
}

// inputs //////////////////////////////////////////////////////////////////////////////////////////

function writeInputs(scope: Scope, card: ScopeCard): void {
  const { model, shape } = card;
  let furtherWritten = false;
  for (const [name, field] of Object.entries(shape.card?.inputs ?? {})) {
    if (model.shows !== null && !model.shows.includes(name)) continue;
    if (field.group === 'else' && !furtherWritten) {
      writeFurtherBlocks(scope, card);
      furtherWritten = true;
    }
    if (field.many === true) {
      for (const [key, value] of Object.entries(model.groups[name] ?? {})) {
        writeField(scope, card, scope.flow.manyDraft(card, name, field, key, value), value, field);
      }
    } else {
      const draft = retypedDraft(name, field, model);
      writeField(scope, card, shape.kernel ? draft : { ...draft, full: true }, model.inputs[name], field);
    }
  }
  for (const port of model.more) {
    if (isOfFurtherBlock(card, port)) continue;
    writeField(scope, card, scope.flow.portDraft(card, port), port.value ?? undefined, shape.card?.more);
  }
  writeHeldFlows(scope, card);
}

/** Writes one input: a constant into it, or a pin to it; a flexible field takes its value's type first. */
function writeField(
  scope: Scope,
  card: ScopeCard,
  draft: PortDraft,
  value: ValueModel | undefined,
  field: Field | undefined,
): void {
  if (value === undefined) {
    addInput(card, draft);
    return;
  }
  switch (value.kind) {
    case 'constant': {
      const type = flexible(card, field, draft.key, typeOfConstant(value.value)) ?? draft.type;
      addInput(card, { ...draft, type, data: value.value });
      return;
    }
    case 'from': {
      const type = flexible(card, field, draft.key, value.from.type) ?? draft.type;
      const { data: _constant, ...rest } = draft;
      const source = resolve(scope, value.from, card);
      if (source !== undefined) connect(scope, source, card, addInput(card, { ...rest, type }), type);
      return;
    }
    case 'flow':
      addInput(card, { ...draft, data: scope.flow.flowId(value.flow) });
      return;
    case 'table':
      addInput(card, { ...draft, data: scope.flow.tableId(value.table) });
      return;
    case 'where':
      writeWhere(scope, card, draft, value.conditions);
  }
}

/** The type a flexible field takes from its value; undefined where the field has the type it has. */
function flexible(
  card: ScopeCard,
  field: Field | undefined,
  key: string,
  from: ModelType,
): ModelType | undefined {
  if (field?.types === undefined || from.type === 'any') return undefined;
  if (field.types !== '*' && !field.types.includes(from.type)) return undefined;
  if (from.list === field.list) return from;
  // A field for lists stays one; a single field takes a list where the card's rules say so.
  return from.list && takesLists(card, field, key) ? from : undefined;
}

function takesLists(card: ScopeCard, field: Field, key: string): boolean {
  const rule = card.shape.inputs.rules?.[key];
  const known = typeof rule === 'object' && rule !== null && !Array.isArray(rule);
  return field.types === '*' || (known && rule.collection === '*');
}

/** The conditions of Search Rows: constants stay inside, values come in by hidden fields (flopack-format §8.4). */
function writeWhere(scope: Scope, card: ScopeCard, draft: PortDraft, conditions: WhereModel[]): void {
  const sources = new Map<string, { source: Resolved; type: ModelType }>();
  const expr = conditions.map(({ column, operator, value }) => {
    const base = { lhs: column, op: operator, join: 'AND' };
    if (value.kind === 'constant') return { ...base, rhs: value.value };
    const source = value.kind === 'from' ? resolve(scope, value.from, card) : undefined;
    if (source === undefined) return base;
    sources.set(source.output, { source, type: source.type });
    return { ...base, rhd: { methodId: source.card.wire.uuid, outputId: source.output } };
  });
  addInput(card, { ...draft, data: { expr } });
  for (const [output, { source, type }] of sources) {
    const metadata = { forceHide: true, method: source.card.wire.uuid };
    const input = addInput(card, {
      group: '_expr',
      key: output,
      type,
      full: true,
      available: ['*'],
      metadata,
    });
    connect(scope, source, card, input, type);
  }
}

/** The blocks beyond the fixed ones, each with inputs in a group of its own: the else-ifs of If/ElseIf. */
function writeFurtherBlocks(scope: Scope, card: ScopeCard): void {
  const blocks = card.shape.card?.blocks;
  if (blocks?.held !== 'inline' || blocks.further === undefined) return;
  for (const group of furtherGroups(card)) {
    for (const [name, field] of Object.entries(blocks.further)) {
      const draft: PortDraft = { ...fieldDraft(name, field), group: groupId(card, group), full: true };
      const port = card.model.more.find((each) => each.group === group && each.key === draft.key);
      writeField(scope, card, draft, port?.value ?? undefined, field);
    }
  }
}

function furtherGroups(card: ScopeCard): string[] {
  return Object.keys(card.model.blocks).flatMap((name) => {
    const group = placeGroup(card, name);
    return group === null || hasFixedGroup(card, group) ? [] : [group];
  });
}

function placeGroup(card: ScopeCard, block: string): string | null {
  const blocks = card.shape.card?.blocks;
  const place = blocks?.held === 'inline' ? blocks.place(block) : 'error handler';
  return place === 'error handler' ? null : place.group;
}

function hasFixedGroup(card: ScopeCard, group: string): boolean {
  return Object.values(card.shape.card?.inputs ?? {}).some((field) => field.group === group);
}

function isOfFurtherBlock(card: ScopeCard, port: PortModel): boolean {
  return port.group !== null && furtherGroups(card).includes(port.group);
}

function groupId(card: ScopeCard, group: string): string {
  return shortIdFrom(9, ...card.names, 'group', group);
}

/** Writes the inner flows of a card into the inputs, or the error handler, that hold them. */
function writeHeldFlows(scope: Scope, card: ScopeCard): void {
  const blocks = card.shape.card?.blocks;
  if (blocks?.held !== 'inline') return;
  for (const [name, body] of Object.entries(card.model.blocks)) {
    const inline = writeInline(scope, card, name, body);
    const place = blocks.place(name);
    const { model } = card.wire.node;
    if (place === 'error handler') {
      model.policy = { error: { type: 'handler', flo: inline, merge: 'join' } };
      continue;
    }
    const further = place.group !== null && !hasFixedGroup(card, place.group);
    const group = further && place.group !== null ? groupId(card, place.group) : place.group;
    const port = Object.values(model.inputs.data).find(
      (each) => each.group === group && each.key === place.key,
    );
    if (port !== undefined) port.value.data = inline;
  }
}

function writeInline(scope: Scope, card: ScopeCard, block: string, body: BlockModel): WireInlineFlow {
  const names = [...card.names, `block ${block}`];
  const id = uuidFrom(...names);
  const { methods, orderings } = writeScope(scope.flow, body, names, { scope, owner: card, block });
  const [root] = methods;
  const aliases = scope.flow.aliasOf(card.shape, root?.uuid);
  return {
    id,
    uuid: id,
    display: { aliases },
    tree,
    methods,
    model: {},
    orderings,
    security_level: null,
    log: false,
    inheritLog: false,
    group: null,
    templateName: null,
    connector_method_meta: { inputs: {}, outputs: {}, options: {} },
    monitor_flo: false,
  };
}

// outputs /////////////////////////////////////////////////////////////////////////////////////////

function writeOutputs(scope: Scope, card: ScopeCard): void {
  const { model, shape } = card;
  if (shape.header.mirrored) {
    for (const input of Object.values(card.wire.node.model.inputs.data)) mirror(card, input);
    // A mirrored field is known to the model under the name it was given.
    const names = [
      ...Object.entries(shape.card?.inputs ?? {})
        .filter(([name]) => model.shows === null || model.shows.includes(name))
        .map(([name, field]) => ({ draft: retypedDraft(name, field, model), key: field.key ?? name })),
      ...model.more.map((port) => ({ draft: scope.flow.portDraft(card, port), key: port.key })),
    ];
    for (const { draft, key } of names) nameOutput(card, draft, key);
    return;
  }
  // Connector cards and calls list only the outputs that are used (flopack-format §8.2); events list all of theirs.
  if ((!shape.kernel && !shape.header.webhook) || shape.method === 'spawn') return;
  for (const [name, field] of Object.entries(shape.card?.outputs ?? {})) {
    if (field.many !== true) makeKnownOutput(card, retypedDraft(name, field, model), field.key ?? name);
  }
  for (const port of model.moreOutputs) {
    if (shape.card?.blocks?.held !== 'flat')
      makeKnownOutput(card, scope.flow.portDraft(card, port), port.key);
  }
}

function mirror(card: ScopeCard, input: WireInput): void {
  const ports = card.wire.node.model.outputs.data;
  const id = shortIdFrom(10, ...card.names, 'output', input.group ?? '', input.key);
  const { required: _required, flags: _flags, ...rest } = input;
  ports[id] = { ...rest, id, ref: input.value.collection, value: { ...input.value }, flags: 'd' };
}

/** Remembers a mirrored output under the name the model has for it. */
function nameOutput(card: ScopeCard, draft: PortDraft, key: string): void {
  const port = Object.values(card.wire.node.model.outputs.data).find(
    (each) => each.group === draft.group && each.key === draft.key,
  );
  if (port !== undefined)
    card.outputs.set(outputName(draft.group, key), { card, output: port.id, type: draft.type });
}

function makeKnownOutput(card: ScopeCard, draft: PortDraft, key: string): Resolved {
  const resolved = { card, output: addOutput(card, draft), type: draft.type };
  card.outputs.set(outputName(draft.group, key), resolved);
  return resolved;
}

function outputName(group: string | null, key: string): string {
  return JSON.stringify([group, key]);
}

/** The output a source names; written now if the card lists only what is used. */
function outputOf(scope: Scope, card: ScopeCard, source: SourceModel): Resolved | undefined {
  const known = card.outputs.get(outputName(source.group, source.key));
  if (known !== undefined) return known;
  const { model, shape } = card;
  const author = model.moreOutputs.find((each) => each.group === source.group && each.key === source.key);
  if (author !== undefined) return makeKnownOutput(card, scope.flow.portDraft(card, author), author.key);
  for (const [name, field] of Object.entries(shape.card?.outputs ?? {})) {
    if ((field.group ?? null) === source.group && (field.key ?? name) === source.key) {
      return makeKnownOutput(card, retypedDraft(name, field, model), source.key);
    }
  }
  const draft = scope.flow.actionOutputDraft(card, source);
  return draft === undefined ? undefined : makeKnownOutput(card, draft, source.key);
}

// where values come from //////////////////////////////////////////////////////////////////////////

/** Finds a source in this scope, letting it in through every block that stands between. */
function resolve(scope: Scope, source: SourceModel, consumer: ScopeCard): Resolved | undefined {
  const card = scope.cards.get(source.card);
  if (card === undefined) return resolveOuter(scope, source, consumer);
  if (!isOpenAt(card.block, consumer.block)) {
    return scope.flow.problem(
      consumer.names,
      `Card "${consumer.model.title}" takes "${source.key}" from card "${card.model.title}", which stands in a branch of If/Else that has ended.`,
      'Hand the value on from the branch: return it from both branches and use what ifElse() gives.',
    );
  }
  const output = outputOf(scope, card, source);
  if (output === undefined) {
    return scope.flow.problem(
      consumer.names,
      `Card "${card.model.title}" has no output "${source.key}".`,
      'Take one of the outputs the card gives.',
    );
  }
  return source.path.length === 0 ? output : pick(scope, output, source, consumer);
}

function isOpenAt(made: OpenBlock, used: OpenBlock | null): boolean {
  for (let block = used; block !== null; block = block.outer) if (block === made) return true;
  return false;
}

function resolveOuter(scope: Scope, source: SourceModel, consumer: ScopeCard): Resolved | undefined {
  if (scope.outer === null) {
    return scope.flow.problem(
      consumer.names,
      `Card "${consumer.model.title}" takes "${source.key}" from card "${source.card.title}", which is not part of this flow or stands in an inner block that has ended.`,
      'Pass it as an input of the flow, or return it from the block.',
    );
  }
  const outside = resolve(scope.outer.scope, source, scope.outer.owner);
  return outside === undefined ? undefined : letIn(scope, outside);
}

/** Lets a value of the outer scope into this one: a hidden field on the owner, and one on this scope's trigger (§5.2). */
function letIn(scope: Scope, outside: Resolved): Resolved | undefined {
  const { outer, root } = scope;
  if (outer === null || root === null) return undefined;
  const known = scope.let.get(outside.output);
  if (known !== undefined) return known;
  const key = shortIdFrom(10, ...scope.names, 'let in', outside.output);
  const hidden = (card: string): PortDraft => ({
    group: 'context',
    key,
    type: outside.type,
    data: null,
    available: [],
    metadata: { forceHide: true, wormholeMethodId: card },
  });
  const input = addInput(outer.owner, { ...hidden(root.wire.uuid), full: true });
  connect(outer.scope, outside, outer.owner, input, outside.type);
  addInput(root, hidden(outer.owner.wire.uuid));
  const resolved = { card: root, output: addOutput(root, hidden(outer.owner.wire.uuid)), type: outside.type };
  scope.let.set(outside.output, resolved);
  return resolved;
}

/** A part of an output: through the hidden card that picks parts of it, one for each output (§7.3). */
function pick(scope: Scope, whole: Resolved, source: SourceModel, consumer: ScopeCard): Resolved {
  const picker = scope.expands.get(whole.output) ?? makePicker(scope, whole);
  const known = picker.outputs.get(outputName(null, JSON.stringify(source.path)));
  lead(scope, picker, consumer);
  if (known !== undefined) return known;
  const metadata = { path: source.path, srcMethodId: whole.card.wire.uuid, srcOutputId: whole.output };
  const group = shortIdFrom(11, ...picker.names, 'part', ...source.path);
  const part = (key: string, type: ModelType, data: string[] | null): PortDraft => ({
    group,
    key,
    type,
    data,
    available: [],
    metadata,
  });
  addOutput(picker, part('key', { type: 'text', list: true }, source.path));
  const value = addOutput(picker, part('value', source.type, source.type.list ? [] : null));
  for (const port of Object.values(picker.wire.node.model.outputs.data)) delete port.metadata.index;
  const resolved = { card: picker, output: value, type: source.type };
  picker.outputs.set(outputName(null, JSON.stringify(source.path)), resolved);
  return resolved;
}

function makePicker(scope: Scope, whole: Resolved): ScopeCard {
  const names = [...whole.card.names, 'parts of', whole.output];
  // The designer names the hidden card after the one it picks from.
  const model: CardModel = { ...blank, card: expandCard.name, title: whole.card.wire.uuid, name: 'parts' };
  const shape = shapeOfCard(expandCard, null);
  const picker: ScopeCard = {
    model,
    shape,
    names,
    block: whole.card.block,
    outputs: new Map(),
    wire: makeCard(model, shape, names, null),
  };
  const metadata = { srcMethodId: whole.card.wire.uuid, srcOutputId: whole.output };
  const input = addInput(picker, {
    group: null,
    key: 'object',
    type: whole.type,
    required: true,
    data: {},
    metadata,
  });
  const port = picker.wire.node.model.inputs.data[input];
  if (port !== undefined) delete port.metadata.index;
  scope.expands.set(whole.output, picker);
  pin(whole, picker, input, null);
  order(scope, whole.card.wire.uuid, picker.wire.uuid);
  return picker;
}

/** The picking card comes before the first card of each block that uses it; later ones follow that one. */
function lead(scope: Scope, picker: ScopeCard, consumer: ScopeCard): void {
  const key = `${picker.wire.uuid} ${blockNumber(scope, consumer.block)}`;
  if (scope.led.has(key)) return;
  scope.led.add(key);
  order(scope, picker.wire.uuid, consumer.wire.uuid);
}

const blockNumbers = new WeakMap<OpenBlock, string>();
function blockNumber(scope: Scope, block: OpenBlock): string {
  const known = blockNumbers.get(block) ?? String(scope.led.size);
  blockNumbers.set(block, known);
  return known;
}

/** Connects an output to an input, converting where the types differ and the platform can. */
function connect(scope: Scope, source: Resolved, target: ScopeCard, input: string, type: ModelType): void {
  const conversion = conversionBetween(source.type, type);
  if (conversion === undefined) {
    scope.flow.problem(
      target.names,
      `Card "${target.model.title}" cannot take ${spell(source.type)} from card "${source.card.model.title}" where ${spell(type)} is due.`,
      'Place a card that converts the value.',
    );
    return;
  }
  pin(source, target, input, transform(conversion, source.output));
}

function pin(source: Resolved, target: ScopeCard, input: string, how: ReturnType<typeof transform>): void {
  const byCard = source.card.wire.pins;
  byCard[source.output] ??= {};
  const targets = byCard[source.output] ?? {};
  targets[target.wire.uuid] ??= [];
  targets[target.wire.uuid]?.push({ input, transform: how });
}

function spell(type: ModelType): string {
  return type.list ? `a list of ${type.type}` : `a ${type.type}`;
}

// If/Else /////////////////////////////////////////////////////////////////////////////////////////

/** The two branches of If/Else and the Join where they meet (flopack-format §5.2a). */
function writeBranches(scope: Scope, card: ScopeCard, block: OpenBlock, path: string[]): void {
  const blocks = card.shape.card?.blocks;
  if (blocks?.held !== 'flat') return;
  const joinModel: CardModel = { ...blank, card: joinCard.name, title: joinCard.title, name: 'join' };
  const join = hiddenCard(scope, joinModel, shapeOfCard(joinCard, null), block, [...path, 'join']);
  blocks.names.forEach((name, index) => {
    const body = card.model.blocks[name] ?? { cards: [], gives: {} };
    const branch: OpenBlock = { outer: block, last: null };
    const startModel: CardModel = {
      ...blank,
      card: noOpCard.name,
      title: noOpCard.title,
      name: `start of ${name}`,
    };
    const start = hiddenCard(scope, startModel, shapeOfCard(noOpCard, null), branch, [...path, name]);
    scope.wire.methods.push(start.wire);
    card.wire.branches[start.wire.uuid] = index === 0;
    branch.last = start.wire.uuid;
    writeBlock(scope, body, branch, [...path, name]);
    order(scope, branch.last ?? start.wire.uuid, join.wire.uuid);
    if (branch.last !== start.wire.uuid) order(scope, start.wire.uuid, join.wire.uuid);
    joinValues(scope, card, join, branch, body);
  });
  scope.wire.methods.push(join.wire);
  block.last = join.wire.uuid;
}

function hiddenCard(
  scope: Scope,
  model: CardModel,
  shape: CardShape,
  block: OpenBlock,
  path: string[],
): ScopeCard {
  const names = [...scope.names, ...path];
  return { model, shape, names, block, outputs: new Map(), wire: makeCard(model, shape, names, null) };
}

/** What a branch hands on goes into the Join; the If/Else's own outputs are the Join's. */
function joinValues(
  scope: Scope,
  card: ScopeCard,
  join: ScopeCard,
  branch: OpenBlock,
  body: BlockModel,
): void {
  for (const port of card.model.moreOutputs) {
    const value = body.gives[port.key];
    const name = outputName(null, port.key);
    if (!card.outputs.has(name)) {
      const draft: PortDraft = { ...authorDraft(port), custom: false, full: true, available: anyAvailable };
      const input = addInput(join, draft);
      const output = addOutput(join, { ...draft, full: false });
      join.wire.joins[input] = [{ output, transform: null }];
      card.outputs.set(name, { card: join, output, type: port.type });
    }
    const input = Object.values(join.wire.node.model.inputs.data).find((each) => each.key === port.key);
    if (value?.kind !== 'from' || input === undefined) continue;
    const consumer: ScopeCard = { ...join, block: branch };
    const source = resolve(scope, value.from, consumer);
    if (source === undefined) continue;
    connect(scope, source, join, input.id, port.type);
    if (source.card.wire.uuid !== branch.last) order(scope, source.card.wire.uuid, join.wire.uuid);
  }
}

const anyAvailable = ['string', 'number', 'boolean', 'Date', 'Array', 'object', 'file', 'flo', 'folder'];

const blank: CardModel = {
  name: '',
  card: '',
  action: null,
  title: '',
  note: '',
  inputs: {},
  groups: {},
  more: [],
  retyped: {},
  moreOutputs: [],
  blocks: {},
  policy: null,
  marker: null,
  shows: null,
};

// after all ///////////////////////////////////////////////////////////////////////////////////////

/** Marks the outputs that something takes, and the inputs of mirrored cards whose output is taken. */
function markUsed(wire: WireScope): void {
  for (const card of wire.methods) {
    const { inputs, outputs, mirrored } = card.node.model;
    const taken: WireOutput[] = [];
    for (const output of Object.values(outputs.data)) {
      if (Object.keys(card.pins[output.id] ?? {}).length === 0) continue;
      output._used = true;
      taken.push(output);
    }
    if (!mirrored || card.node.key !== 'callable') continue;
    for (const input of Object.values(inputs.data)) {
      if (taken.some((output) => output.group === input.group && output.key === input.key))
        input._used = true;
    }
  }
}
