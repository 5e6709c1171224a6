/** How to build each flow of the connector by hand, card by card, from the view of the compiled flow. */

import type {
  BlockView,
  CardView,
  ConnectorModel,
  DialogGroupModel,
  FlowModel,
  FlowView,
  InputView,
  Json,
  JsonObject,
  ModelType,
  OutputView,
  PackView,
  SourceView,
  WireType,
} from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from '../../sdk/cards/card';
import { knownCard, placeOf } from './cards';
import {
  chosen,
  code,
  type Drag,
  type Entry,
  entry,
  type FlowPage,
  type Step,
  say,
  shown,
  slug,
  step,
  strong,
  typed,
  ui,
  type Words,
} from './model';

/** A flow of the connector with its file. */
export interface UploadedFlow {
  model: FlowModel;
  view: FlowView;
  /** In dist/. */
  file: string;
}

/** One page a flow, in upload order. */
export function flowPages(
  connector: ConnectorModel,
  pack: PackView,
  flows: readonly UploadedFlow[],
): FlowPage[] {
  return flows.map(({ model, view, file }, index) => {
    const id = `build-${slug(model.name)}`;
    const number = index + 1;
    const page: Page = { id, connector, pack, flow: model, sources: new Map(), count: 0 };
    const cards = cardSteps(page, view.body, null);
    return { id, number, name: model.name, file, steps: [createStep(page), ...cards, saveStep(page)] };
  });
}

/** What the steps of a page share. */
interface Page {
  id: string;
  connector: ConnectorModel;
  pack: PackView;
  flow: FlowModel;
  /** The cards so far, by id: what may be dragged from. */
  sources: Map<string, { number: number; card: CardView; title: string }>;
  count: number;
}

function createStep({ id, flow }: Page): Step {
  const event: Partial<Record<FlowModel['kind'], string>> = {
    'connector action': 'Action',
    'connector authping': 'Authping',
    'connector helper': 'Helper Flow',
  };
  const start = event[flow.kind] ?? flow.kind;
  return step(
    `${id}-flow`,
    'build.flow',
    { name: flow.name, description: flow.description, event: start, saveData: flow.saveData },
    say`Create the flow ${strong(flow.name)}`,
    {
      body: [
        say`${ui('Flows')} › ${ui('New Flow')}, then ${ui('Add event')} › ${ui(start)}. Give it its name and description.`,
      ],
      entries: [
        typed('Name', flow.name),
        typed('Description', flow.description),
        chosen('Save all data that passes through the flow', flow.saveData ? 'on' : 'off', {
          hint: flow.saveData ? '' : 'A secret or a token passes through this flow.',
        }),
      ],
    },
  );
}

function saveStep({ id, flow }: Page): Step {
  return step(
    `${id}-save`,
    'build.save',
    { name: flow.name },
    say`Save ${strong(flow.name)} and turn it ${ui('ON')}`,
  );
}

/** The cards of a block; `owner` is the card that it belongs to. */
function cardSteps(page: Page, block: BlockView | null, owner: CardView | null): Step[] {
  return (block?.cards ?? []).flatMap((card) => {
    const inside = owner !== null && isTrigger(card);
    if (inside) {
      // The block's own beginning is no card to add; what it gives, the error, stands in the block's head.
      page.sources.set(card.id, {
        number: page.sources.get(owner.id)?.number ?? 0,
        card,
        title: owner.title,
      });
      return [];
    }
    if (owner !== null && isBlockEnd(card)) return [];
    return [cardStep(page, card)];
  });
}

function isTrigger(card: CardView): boolean {
  return card.kernel && card.channel === 'control' && card.method === 'callable';
}

/** The hidden Return of an inline block: the designer shows it as the block's outputs. */
function isBlockEnd(card: CardView): boolean {
  return card.kernel && card.channel === 'control' && card.method === 'return' && card.marker === null;
}

function cardStep(page: Page, card: CardView): Step {
  page.count += 1;
  const number = page.count;
  const { category, title } = placeOf(card);
  const at = { number, card, title: card.title };
  const entries = entriesOf(page, card);
  page.sources.set(card.id, at);
  const value: JsonObject = { number, card: `${card.channel}:${card.method}`, title: card.title };
  const id = `${page.id}-${number}`;
  const blocks = Object.entries(card.blocks).map(([name, block]) => {
    const steps = cardSteps(page, block, card);
    return { title: blockTitle(card, name), steps, gives: givenBy(page, card, block) };
  });
  return step(
    id,
    'build.card',
    {
      ...value,
      entries: entries.map(entryValue),
      blocks: blocks.map(({ title, gives }) => ({ title, gives: gives.map(entryValue) })),
    },
    isTrigger(card) ? say`${strong(card.title)}` : say`${category} › ${strong(title)}`,
    { body: cardBody(card, title), entries, blocks },
  );
}

/** What a machine reads of a field: the same as a person. */
function entryValue({ label, group, what }: Entry): JsonObject {
  const { do: how } = what;
  const rest: JsonObject =
    what.do === 'drag'
      ? { card: what.from.card, output: what.from.output, path: what.from.path }
      : what.do === 'type' || what.do === 'choose'
        ? { value: what.value }
        : {};
  return { label, ...(group === null ? {} : { group }), do: how, ...rest };
}

function cardBody(card: CardView, title: string): Words[] {
  const body: Words[] = [];
  if (isTrigger(card)) body.push(say`The card is there already.`);
  if (card.title !== title && !isTrigger(card)) body.push(say`Rename the card to ${code(card.title)}.`);
  if (card.note !== '') body.push(say`Note on the card: ${code(card.note)}`);
  const { retries, delay, condition } = card.onError;
  if (retries > 0) {
    const [least, most] = delay.map((wait) => wait / 60_000);
    const cases = condition === 'ratelimits' ? 'Rate limits' : 'All error codes';
    body.push(
      say`Gear › ${ui('Error handling')}: for ${ui(cases)}, retry ${code(String(retries))} times, between ${code(String(least))} and ${code(String(most))} minutes.`,
    );
  }
  return body;
}

function entriesOf(page: Page, card: CardView): Entry[] {
  if (card.marker === 'connector_action') return dialogEntries(page);
  const inputs = card.inputs.filter((input) => !input.hidden && !isConnectionOfTrigger(card, input));
  if (isTrigger(card))
    return inputs.map((input) =>
      typed('Field', input.label, { type: typeName(input.type, input.list), added: true }),
    );
  if (card.marker === 'connector_return') return inputs.map((input) => returnedEntry(page, card, input));
  return [...inputs.map((input) => inputEntry(page, card, input)), ...outputEntries(card)];
}

/** A trigger has the connection by itself. */
function isConnectionOfTrigger(card: CardView, input: InputView): boolean {
  return isTrigger(card) && input.group === 'auth';
}

/** Add Options and Add Inputs of an action. */
function dialogEntries({ connector, flow }: Page): Entry[] {
  const dialog = connector.actions.find((action) => action.flow === flow)?.dialog;
  if (dialog === undefined) return [];
  const options = dialog.options.flatMap((group) => dialogGroup(group, 'Add Options'));
  const inputs = dialog.inputs.flatMap((group) => dialogGroup(group, 'Add Inputs'));
  return [...options, ...inputs];
}

function dialogGroup(group: DialogGroupModel, dialog: string): Entry[] {
  return group.fields.map((field) => {
    const need = field.required ? 'required' : 'not required';
    const choices = field.choices.map(({ value, label }) =>
      value === label ? label : `${label} = ${value}`,
    );
    const parts = [
      need,
      ...(choices.length === 0 ? [] : [`Dropdown, static values: ${choices.join(', ')}`]),
      ...(field.default === null ? [] : [`default ${shown(field.default)}`]),
      ...(field.help === '' ? [] : [field.help]),
    ];
    return typed('Label', field.label, {
      group: `${dialog} › ${group.title}`,
      type: modelTypeName(field.type),
      added: true,
      hint: parts.join('; '),
    });
  });
}

/** Return Outputs: the field is made in its dialog, then filled. */
function returnedEntry(page: Page, card: CardView, input: InputView): Entry {
  return { ...inputEntry(page, card, input), group: `Add Outputs › ${input.group ?? ''}`, added: true };
}

function inputEntry(page: Page, card: CardView, input: InputView): Entry {
  const more: Partial<Entry> = {
    group: groupTitle(card, input.group),
    type: typeName(input.type, input.list),
    added: input.custom && !isFilledByChoice(card),
  };
  if (input.source !== null)
    return entry(input.label, { do: 'drag', from: dragOf(page, input.source) }, more);
  const { value } = input;
  if (input.type === 'flo' && typeof value === 'string') {
    const called = page.pack.flow(value)?.name ?? value;
    const itself = called === page.flow.name ? '; the flow calls itself, so save it first' : '';
    return chosen(input.label, called, { ...more, type: null, hint: `Choose Flow${itself}` });
  }
  if (isEmpty(value)) return entry(input.label, { do: 'leave' }, more);
  const choice = choiceLabel(input, value);
  if (choice !== null) return chosen(input.label, choice, { ...more, type: null });
  return typed(input.label, shown(value), { ...more, hint: blanks(value) });
}

/** Call Flow shows the helper's inputs as soon as the flow is chosen. */
function isFilledByChoice(card: CardView): boolean {
  return card.channel === 'control' && card.method === 'spawn';
}

/** What one adds or changes among the outputs: fields of one's own, new types, new names. */
function outputEntries(card: CardView): Entry[] {
  // Their outputs are their inputs over again; of a block card each block says what it gives.
  const mirrored = ['control:return', 'control:let'];
  if (mirrored.includes(`${card.channel}:${card.method}`)) return [];
  const known = knownCard(card);
  return card.outputs
    .filter((output) => !output.hidden && (isOwnOutput(card, output) || isRetyped(known, output)))
    .map((output) =>
      typed('Output', output.label, {
        type: typeName(output.type, output.list),
        added: isOwnOutput(card, output),
        hint: [output.label === output.key ? '' : `key ${output.key}`, subFields(output.type)]
          .filter((part) => part !== '')
          .join('; '),
      }),
    );
}

function isOwnOutput(card: CardView, output: OutputView): boolean {
  const known = knownCard(card);
  return output.custom || (known !== undefined && keysOf(known.outputs).every((key) => key !== output.key));
}

function isRetyped(known: AnyCard | undefined, output: OutputView): boolean {
  const field = Object.entries(known?.outputs ?? {}).find(
    ([name, each]) => (each.key ?? name) === output.key,
  )?.[1];
  if (field === undefined) return false;
  return (
    fieldTypes[field.type] !== typeName(output.type, false) ||
    field.list !== output.list ||
    (field.label ?? output.key) !== output.label
  );
}

function keysOf(fields: AnyCard['outputs']): string[] {
  return Object.entries(fields).map(([name, field]) => field.key ?? name);
}

const fieldTypes: Record<string, string> = {
  text: 'Text',
  number: 'Number',
  flag: 'True/False',
  date: 'Date & Time',
  object: 'Object',
  file: 'File',
  flow: 'Flow',
  any: 'Text',
};

/** The fields that an object's output is given by name. */
function subFields(type: WireType): string {
  if (typeof type === 'string') return '';
  const names = Object.entries(type).map(([key, part]) => `${key} (${typeName(part.type, part.collection)})`);
  return names.length === 0 ? '' : `with the keys ${names.join(', ')}`;
}

/** What a block hands on. */
function givenBy(page: Page, card: CardView, block: BlockView): Entry[] {
  const end = block.cards.findLast(isBlockEnd);
  if (end !== undefined) {
    return end.inputs.map((input) => ({ ...inputEntry(page, end, input), added: false }));
  }
  return Object.entries(block.gives).map(([key, { source }]) => {
    const output = card.outputs.find((each) => each.key === key);
    const type = output === undefined ? null : typeName(output.type, output.list);
    if (source === null) return entry(key, { do: 'leave' }, { type });
    return entry(output?.label ?? key, { do: 'drag', from: dragOf(page, source) }, { type });
  });
}

/** A block as the card's own menu calls it; the else-ifs of If/ElseIf are numbered. */
function blockTitle(card: CardView, name: string): string {
  const titles: Record<string, string> = {
    if: 'If',
    then: 'True',
    try: 'Try',
    catch: 'If Error',
    each: 'Each',
  };
  if (name === 'else') return card.method === 'if' ? 'False' : 'Else';
  const further = Object.keys(card.blocks).filter((each) => each.startsWith('elseif:'));
  return titles[name] ?? `Else If ${further.indexOf(name) + 1}`;
}

/** The heading of a field: of If/ElseIf the block whose condition it is part of. */
function groupTitle(card: CardView, group: string | null): string | null {
  if (group === null || card.method !== 'branch') return group;
  return blockTitle(card, Object.hasOwn(card.blocks, group) ? group : `elseif:${group}`);
}

function dragOf(page: Page, source: SourceView): Drag {
  const from = page.sources.get(source.card);
  if (from === undefined)
    throw new Error(`"${page.flow.name}" drags from a card that stands after the one it is dragged to.`);
  const output = from.card.outputs.find((each) => each.id === source.output);
  return {
    card: from.number,
    title: from.title,
    output: output?.label ?? source.output,
    path: source.steps.flatMap((each) => ('path' in each ? each.path : [])),
  };
}

function choiceLabel(input: InputView, value: Json): string | null {
  const { choices } = input.metadata;
  if (!Array.isArray(choices)) return null;
  for (const choice of choices) {
    if (choice === value) return shown(value);
    if (typeof choice !== 'object' || choice === null || Array.isArray(choice)) continue;
    if (choice.value === value) return shown(choice.label ?? value);
  }
  return null;
}

function isEmpty(value: Json): boolean {
  if (value === null || value === '') return true;
  return typeof value === 'object' && Object.keys(value).length === 0;
}

/** A blank at an end is easily lost. */
function blanks(value: Json): string {
  if (typeof value !== 'string' || value === value.trim()) return '';
  const ends = [value !== value.trimStart() ? 'begins' : '', value !== value.trimEnd() ? 'ends' : ''];
  return `${ends.filter((end) => end !== '').join(' and ')} with a blank`;
}

const wireTypes: Record<string, string> = {
  string: 'Text',
  number: 'Number',
  boolean: 'True/False',
  Date: 'Date & Time',
  object: 'Object',
  file: 'File',
  flo: 'Flow',
};

/** A type as the designer's menu calls it. */
function typeName(type: WireType, list: boolean): string {
  const name = typeof type === 'string' ? (wireTypes[type] ?? type) : 'Object';
  return list ? `List of ${name}` : name;
}

function modelTypeName({ type, list }: ModelType): string {
  const name = fieldTypes[type] ?? type;
  return list ? `List of ${name}` : name;
}

/** The flows that a flow calls, by name, in the order of its cards. */
export function calledBy(pack: PackView, view: FlowView): string[] {
  const ids = view
    .cards()
    .flatMap((card) => [
      ...card.inputs
        .filter(({ type, source }) => type === 'flo' && source === null)
        .map(({ value }) => value),
      card.onError.flow,
    ]);
  const names = ids.flatMap((id) => (typeof id === 'string' ? (pack.flow(id)?.name ?? []) : []));
  return [...new Set(names)];
}
