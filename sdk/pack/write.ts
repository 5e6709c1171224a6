/** Writes a pack as the designer does: JSON in one line; and puts the keys of a pack of ours into its order. */

import type {
  Finding,
  WireCard,
  WireFlow,
  WireFlowData,
  WireInlineFlow,
  WirePack,
  WirePorts,
  WireValue,
} from '@okta/workflows-connector-sdk-types';

/**
 * Takes any pack; gives its text without a final newline, keys in the order they have (flopack-format §1:
 * exports are JSON without spaces).
 */
export function writePack(pack: WirePack): string {
  return JSON.stringify(pack);
}

/**
 * Takes a pack; gives an equal one whose keys stand in the order of 1.5.0 exports (flopack-format §1, §2, §3,
 * §12). Maps of entries, and keys that the order does not name, keep the order they have.
 */
export function canonicalPack(pack: WirePack): WirePack {
  const ordered = inOrder(pack, ['type', 'version', 'created', 'flags', 'data', 'checksum']);
  const data = inOrder(ordered.data, ['flos', 'configs', 'tables', 'groups', 'projectOverview']);
  return {
    ...ordered,
    data: {
      ...data,
      flos: mapValues(data.flos, canonicalFlow),
      configs: mapValues(data.configs, (config) => inOrder(config, ['id', 'name', 'module', 'data'])),
      tables: mapValues(data.tables, (table) => {
        const whole = inOrder(table, ['id', 'name', 'description', 'data']);
        if (whole.data === null) return whole;
        const body = inOrder(whole.data, ['class', 'group_id', 'structure']);
        const structure = body.structure.map((column) => inOrder(column, ['name', 'type', 'default']));
        return { ...whole, data: { ...body, structure } };
      }),
      groups: mapValues(data.groups, (group) => {
        const whole = inOrder(group, ['id', 'data']);
        return { ...whole, data: inOrder(whole.data, ['name', 'description', 'media_uri', 'path']) };
      }),
    },
  };
}

/**
 * Takes a file's text and the pack read from it; gives a finding where writing the pack does not give the
 * same text back, a final newline aside. Formatting, numbers spelled otherwise (`1.0`) and keys of digits out
 * of order do that.
 */
export function checkRoundTrip(text: string, pack: WirePack, file: string): Finding[] {
  const original = text.replace(/\r?\n$/, '');
  const written = writePack(pack);
  if (original === written) return [];
  let at = 0;
  while (original[at] === written[at]) at++;
  const shown = (source: string) => JSON.stringify(source.slice(Math.max(0, at - 20), at + 20));
  return [
    {
      rule: 'round-trip',
      severity: 'error',
      file,
      flow: null,
      card: null,
      pointer: '',
      message: `Written again, the file differs from character ${at + 1} on: it has ${shown(original)}, written is ${shown(written)}.`,
      hint: 'Exports are JSON in one line without spaces; take a fresh export, or write the file with this tool.',
    },
  ];
}

const SCOPE_KEYS = ['id', 'uuid', 'display', 'tree', 'methods', 'model', 'orderings'];
const SCOPE_TAIL_KEYS = [
  'group',
  'templateName',
  'templateFlowKey',
  'connector_method_meta',
  'monitor_flo',
  'actionId',
  'active_version_external_id',
  'apiSpecMethod',
  'apiSpecRoute',
  'projectApiSpecId',
];
const FLOW_KEYS = [
  ...SCOPE_KEYS,
  'cron',
  'security_level',
  'log',
  'inheritLog',
  'scheduled',
  ...SCOPE_TAIL_KEYS,
];
const INLINE_KEYS = [...SCOPE_KEYS, 'security_level', 'log', 'inheritLog', ...SCOPE_TAIL_KEYS];
const DISPLAY_KEYS = [
  'preview',
  'eventConnecterName',
  'isCallable',
  'isPublishable',
  'collapsedMethods',
  'aliases',
];
const CARD_KEYS = ['joins', 'address', 'parents', 'uuid', 'branches', 'node', 'pins'];
const MODEL_KEYS = [
  'type',
  '_v',
  'key',
  'executable',
  'displayed',
  'async',
  'cooperative',
  'mirrored',
  'compat',
  'inlined',
  'dependencies',
  'timeout',
  'idempotent',
  'monitor',
  'webhook',
  'webhookList',
  'webhookConditions',
  'mobile',
  'hooks',
  'policy',
  'metadata',
  'meta',
  'config',
  'partnerChannelKeys',
  'inputs',
  'outputs',
  'runtime',
  'display',
  'comments',
  'enableNewMetadata',
];
const POLICY_KEYS = ['type', 'delay', 'retry', 'retryCondition', 'flo', 'merge'];
const VALUE_KEYS = ['error', 'proxy', 'check', 'type', 'collection', 'data', 'available'];
const FIELD_KEYS = ['id', 'group', 'key', 'value', 'required', 'ref', 'metadata', 'flags', '_used'];

function canonicalFlow(flow: WireFlow): WireFlow {
  const whole = inOrder(flow, ['id', 'name', 'description', 'data']);
  if (whole.data === null) return whole;
  return { ...whole, data: canonicalScope(inOrder<WireFlowData>(whole.data, FLOW_KEYS)) };
}

function canonicalInline(inline: WireInlineFlow): WireInlineFlow {
  return canonicalScope(inOrder(inline, INLINE_KEYS));
}

function canonicalScope<S extends WireFlowData | WireInlineFlow>(scope: S): S {
  const display =
    scope.display === undefined || scope.display === null
      ? {}
      : { display: inOrder(scope.display, DISPLAY_KEYS) };
  const tree = inOrder(scope.tree, ['id', 'name', 'description']);
  return { ...scope, ...display, tree, methods: scope.methods.map(canonicalCard) };
}

function canonicalCard(card: WireCard): WireCard {
  const whole = inOrder(card, CARD_KEYS);
  const node = inOrder(whole.node, ['key', 'data', 'model']);
  const model = inOrder(node.model, MODEL_KEYS);
  const error = inOrder(model.policy.error, POLICY_KEYS);
  const parent = (one: WireCard['parents']['version']) => ({
    ...inOrder(one, ['address', 'key', 'data']),
    data: inOrder(one.data, ['name', 'id']),
  });
  return {
    ...whole,
    parents: { version: parent(card.parents.version), channel: parent(card.parents.channel) },
    node: {
      ...node,
      model: {
        ...model,
        policy: {
          error: typeof error.flo === 'object' ? { ...error, flo: canonicalInline(error.flo) } : error,
        },
        metadata: inOrder(model.metadata, ['id', 'name', 'description']),
        inputs: canonicalFields(model.inputs),
        outputs: canonicalFields(model.outputs),
      },
    },
    pins: mapValues(whole.pins, (targets) =>
      mapValues(targets, (pins) => pins.map((pin) => inOrder(pin, ['input', 'transform']))),
    ),
  };
}

function canonicalFields<F extends { value: WireValue }>(fields: WirePorts<F>): WirePorts<F> {
  const ordered = inOrder(fields, ['extensible', 'rules', 'groupRules', 'data']);
  return {
    ...ordered,
    data: mapValues(ordered.data, (field) => {
      const value = inOrder(field.value, VALUE_KEYS);
      const whole = { ...inOrder(field, FIELD_KEYS), value };
      return isInlineFlow(value)
        ? { ...whole, value: { ...value, data: canonicalInline(value.data) } }
        : whole;
    }),
  };
}

/** Whether a field's value holds the body of a block. */
export function isInlineFlow(value: WireValue): value is WireValue & { data: WireInlineFlow } {
  return (
    value.type === 'flo' &&
    typeof value.data === 'object' &&
    value.data !== null &&
    !Array.isArray(value.data)
  );
}

function inOrder<T extends object>(value: T, keys: readonly string[]): T {
  const place = new Map(keys.map((key, index) => [key, index]));
  const rank = (key: string) => place.get(key) ?? keys.length;
  const entries = Object.entries(value).sort(([a], [b]) => rank(a) - rank(b));
  // The entries are the value's own, so the type is unchanged.
  return Object.fromEntries(entries) as T;
}

function mapValues<T>(map: Record<string, T>, change: (value: T) => T): Record<string, T> {
  return Object.fromEntries(Object.entries(map).map(([key, value]) => [key, change(value)]));
}
