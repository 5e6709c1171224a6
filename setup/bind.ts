/** Binding: reads from an export the keys that a tenant gave our connector's cards, so that packs resolve there. */

import type {
  ActionModel,
  BindingModel,
  CardView,
  ConnectorModel,
  DialogGroupModel,
  PackView,
} from '@okta/workflows-connector-sdk-types';
import { fieldKey, localBinding, methodKey } from '../sdk/compile/binding';

/** What was read, or why it cannot be used. */
export type Bound = { binding: BindingModel; found: string[] } | { problem: string; hint: string };

type Side = 'options' | 'inputs' | 'outputs';

/**
 * Takes the view of an export in which somebody dropped the connector's cards on a flow.
 * @param needed The actions that our packs use; the others may be missing.
 */
export function bindingFrom(
  connector: ConnectorModel,
  view: PackView,
  needed: readonly ActionModel[],
): Bound {
  const cards = view.flows.flatMap((flow) => flow.cards()).filter((card) => !card.kernel);
  const matches = connector.actions.flatMap((action) =>
    cards.filter((card) => isCardOf(action, card)).map((card) => ({ action, card })),
  );
  const keys = [...new Set(matches.map(({ card }) => `${card.channel} ${card.version}`))];
  const [only, other] = keys;
  if (only === undefined) {
    return {
      problem: `The export holds no card of "${connector.name}".`,
      hint: `Drop the cards ${names(needed)} on a flow of the tenant, and export that flow.`,
    };
  }
  if (other !== undefined) {
    return {
      problem: `The export holds cards of several connectors or versions: ${keys.join(', ')}.`,
      hint: 'Keep the cards of one connector in its deployed version, and export the flow again.',
    };
  }
  const missing = needed.filter((action) => !matches.some((match) => match.action === action));
  if (missing.length > 0) {
    return {
      problem: `The export lacks the cards ${names(missing)}.`,
      hint: 'Drop them on the flow as well, and export it again.',
    };
  }
  const [channel = '', version = ''] = only.split(' ');
  const binding: BindingModel = { key: channel, version, methods: {}, fields: {} };
  const unseen: string[] = [];
  for (const { action, card } of matches) {
    binding.methods[action.name] = card.method;
    for (const side of ['options', 'inputs', 'outputs'] as const) {
      for (const group of action.dialog[side]) unseen.push(...readGroup(binding, action, card, side, group));
    }
  }
  return settle(connector, binding, unseen, needed);
}

/** A deployed method's key is the action's name in camel case, an underscore and a suffix (flopack-format §8.6). */
function isCardOf(action: ActionModel, card: CardView): boolean {
  const { connector } = action;
  if (connector === null) return false;
  const own = methodKey(localBinding(connector), connector, action.name);
  return card.method.replace(/_[^_]*$/, '') === own.slice(0, own.length - SUFFIX) || card.method === own;
}

/** The underscore and the ten characters behind it. */
const SUFFIX = 11;

/** Reads the keys of one group by the labels the designer shows; gives the fields that the card does not list. */
function readGroup(
  binding: BindingModel,
  action: ActionModel,
  card: CardView,
  side: Side,
  group: DialogGroupModel,
): string[] {
  const ports = side === 'outputs' ? card.outputs : card.inputs;
  const heading = side === 'options' ? 'parameters' : group.title;
  return group.fields.flatMap((field) => {
    const path = `${action.name}/${side}/${group.name}/${field.name}`;
    const port = ports.find((each) => each.group === heading && each.label === field.label);
    if (port === undefined) return [path];
    binding.fields[path] = port.key;
    return [];
  });
}

/**
 * Fields that the card does not list have our own keys where all those it lists have: then the upload kept them. Where
 * the tenant made new ones, a field that our packs need must be on the card.
 */
function settle(
  connector: ConnectorModel,
  binding: BindingModel,
  unseen: readonly string[],
  needed: readonly ActionModel[],
): Bound {
  const own = localBinding(connector);
  const kept = Object.entries(binding.fields).every(([path, key]) => key === ownKey(connector, own, path));
  const lacking = unseen.filter((path) => needed.some((action) => path.startsWith(`${action.name}/`)));
  if (!kept && lacking.length > 0) {
    return {
      problem: `The tenant gave the fields new keys, and the export does not show those of ${lacking.map((path) => `"${path}"`).join(', ')}.`,
      hint: 'On each card choose all outputs, and export the flow again.',
    };
  }
  return { binding, found: Object.keys(binding.methods) };
}

function ownKey(connector: ConnectorModel, own: BindingModel, path: string): string | undefined {
  const [name = '', side = '', group = '', field = ''] = path.split('/');
  const dialog = connector.actions.find((action) => action.name === name)?.dialog;
  const found = dialog?.[side as Side] // `path` is one that readGroup made
    ?.find((each) => each.name === group)
    ?.fields.find((each) => each.name === field);
  return found === undefined ? undefined : fieldKey(own, connector, name, side as Side, group, found);
}

function names(actions: readonly ActionModel[]): string {
  return actions.map((action) => `"${action.name}"`).join(', ');
}
