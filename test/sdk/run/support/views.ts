/** Makes views of flows in a few words, for tests of what runs them. */

import type {
  BlockView,
  CardView,
  ErrorPolicyView,
  FlowView,
  InputView,
  Json,
  OutputView,
  SourceStep,
} from '@okta/workflows-connector-sdk-types';

/** A value that comes from a card's output, known by its key. */
export interface From {
  from: string;
  key: string;
  steps?: SourceStep[];
}

/** `card.key`, and what happens on the way. */
export const from = (place: string, ...steps: SourceStep[]): From => {
  const [card = '', ...key] = place.split('.');
  return { from: card, key: key.join('.'), steps };
};

export interface CardPlan {
  /** By `key`, or `group/key`. */
  inputs?: Record<string, Json | From>;
  /** Iterators: what the helper gets; a path into the item, or a value that stays. */
  each?: Record<string, { path: string } | { value: Json | From }>;
  outputs?: string[];
  blocks?: Record<string, BlockView>;
  onError?: Partial<ErrorPolicyView>;
  title?: string;
}

/** A card `channel:method`, or `connector@version:method`. */
export function aCard(id: string, name: string, plan: CardPlan = {}): CardView {
  const [place = '', method = ''] = name.split(':');
  const [channel = '', version] = place.split('@');
  const kernel = version === undefined;
  return {
    id,
    pointer: `/${id}`,
    address: kernel
      ? `root:kernel:${channel}:0.0.1:${method}`
      : `root:channels:http:${channel}:${version}:${method}`,
    kernel,
    channel,
    version: version ?? '0.0.1',
    method,
    title: plan.title ?? method,
    note: '',
    marker: null,
    inputs: [
      ...Object.entries(plan.inputs ?? {}).map(([field, value]) => anInput(field, value)),
      ...Object.entries(plan.each ?? {}).map(([field, bound]) => ({
        ...anInput(field, 'value' in bound ? bound.value : null),
        binding: 'path' in bound ? { dynamic: true, path: bound.path } : { dynamic: false, path: '' },
      })),
    ],
    outputs: (plan.outputs ?? []).map(anOutput),
    blocks: plan.blocks ?? {},
    onError: { then: 'halt', flow: null, retries: 0, delay: [0, 0], condition: null, ...plan.onError },
    connection: null,
  };
}

/** The trigger `start` of a helper flow with these parameters. */
export function aTrigger(...outputs: string[]): CardView {
  return aCard('start', 'control:callable', { outputs });
}

export function aBlock(cards: CardView[], gives: Record<string, From> = {}): BlockView {
  return {
    id: 'block',
    pointer: '',
    cards,
    gives: Object.fromEntries(
      Object.entries(gives).map(([key, value]) => [key, { output: key, source: sourceOf(value) }]),
    ),
  };
}

export function aFlow(name: string, cards: CardView[], more: Partial<FlowView> = {}): FlowView {
  const body = aBlock(cards);
  const all = (block: BlockView): CardView[] =>
    block.cards.flatMap((card) => [card, ...Object.values(card.blocks).flatMap(all)]);
  return {
    id: name,
    name,
    description: '',
    pointer: '',
    kind: 'helper',
    saveData: false,
    folder: null,
    securityLevel: null,
    cron: {},
    connector: null,
    body,
    cards: () => all(body),
    ...more,
  };
}

function anInput(name: string, value: Json | From): InputView {
  const source = isFrom(value) ? value : null;
  return {
    ...aField(name),
    type: name === 'flo' ? 'flo' : 'string',
    required: false,
    option: name.startsWith('parameters/'),
    value: isFrom(value) ? null : value,
    source: source === null ? null : sourceOf(source),
    binding: null,
  };
}

function anOutput(name: string): OutputView {
  return { ...aField(name), used: true };
}

// Ids of fields are their names here, so that sources can be written down.
function aField(name: string) {
  const slash = name.indexOf('/');
  const [group, key] = slash < 0 ? [null, name] : [name.slice(0, slash), name.slice(slash + 1)];
  return {
    id: name,
    pointer: `/${name}`,
    group,
    key,
    label: key,
    type: 'string',
    list: false,
    custom: true,
    hidden: false,
    metadata: {},
  };
}

function sourceOf({ from: card, key, steps }: From) {
  return { card, output: key, steps: steps ?? [] };
}

function isFrom(value: Json | From): value is From {
  return (
    typeof value === 'object' && value !== null && !Array.isArray(value) && typeof value.from === 'string'
  );
}
