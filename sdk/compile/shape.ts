/** What a card is, be it the platform's or an action of a connector of ours: its address, its constants, its rules. */

import type { ActionModel, CardModel, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { AnyCard, CardHeader, PortRules } from '../cards/card';
import { helperFlow } from '../cards/control/helper-flow';
import { cardNamed } from '../cards/index';
import { connectorOf, methodKey } from './binding';
import { rulesOfMarker } from './marker';
import { CompileError } from './problem';
import type { FlowContext } from './surroundings';

/** A card's address and constants, wherever they come from. */
export interface CardShape {
  address: string;
  kernel: boolean;
  channel: string;
  version: string;
  method: string;
  summary: string;
  header: CardHeader;
  inputs: PortRules;
  outputs: PortRules;
  dynamic: AnyCard['dynamic'];
  /** The platform's card; undefined for an action of ours. */
  card: AnyCard | undefined;
}

const plainHeader: CardHeader = {
  executable: false,
  displayed: true,
  async: false,
  cooperative: false,
  mirrored: false,
  timeout: 90_000,
  webhook: false,
  webhookList: false,
  webhookConditions: false,
};
/** Every connector card: executable, 30 seconds (flopack-format §8.2). */
const connectorHeader: CardHeader = { ...plainHeader, executable: true, timeout: 30_000 };

/** Where a card stands, as far as its shape depends on it. */
export type Place = 'flow' | 'event body' | 'block';

/** The shape of a card in a flow. */
export function shapeOf(flow: FlowContext, model: CardModel, place: Place): CardShape {
  if (model.action !== null) return shapeOfAction(flow, model.action);
  const card = cardNamed(model.card);
  if (card === undefined) {
    throw new CompileError([
      {
        where: [...flow.around.names, model.name],
        message: `Card "${model.card}" is not in the list of cards.`,
        hint: 'Add it to sdk/cards/index.ts.',
      },
    ]);
  }
  const shape = shapeOfCard(card, model.marker);
  if (card !== helperFlow || model.marker !== null) return shape;
  const { groupRules: _ofFlow, ...outputs } = shape.outputs;
  const groupRules = triggerRules[flow.model.schedule === undefined || place !== 'flow' ? place : 'schedule'];
  return { ...shape, outputs: { ...outputs, ...(groupRules === null ? {} : { groupRules }) } };
}

const closed = { extensible: false };

/** What can be added to the outputs of a trigger: less where the platform alone fills them (every 1.5.0 export). */
const triggerRules: Record<Place | 'schedule', JsonObject | null> = {
  flow: { context: closed },
  schedule: { context: closed, null: closed },
  'event body': { context: closed, null: closed, '*': closed },
  block: null,
};

/** The shape of one of the platform's cards. */
export function shapeOfCard(card: AnyCard, marker: string | null): CardShape {
  const marked = marker === null ? undefined : rulesOfMarker(marker);
  const connectorRules: Partial<PortRules> = card.kernel ? {} : { rules: {} };
  return {
    address: card.address,
    kernel: card.kernel,
    channel: card.channel,
    version: card.version,
    method: card.method,
    summary: card.summary,
    header: { ...(card.kernel ? plainHeader : connectorHeader), ...card.header },
    inputs: marked?.inputs ?? { extensible: false, ...connectorRules, ...card.ports?.inputs },
    outputs: marked?.outputs ?? { extensible: false, ...connectorRules, ...card.ports?.outputs },
    dynamic: card.dynamic,
    card,
  };
}

function shapeOfAction(flow: FlowContext, action: ActionModel): CardShape {
  const connector = connectorOf(action);
  const binding = flow.around.bindingOf(connector);
  const method = methodKey(binding, connector, action.name);
  const rules = (groups: { title: string }[]): PortRules => ({
    extensible: false,
    rules: {},
    groupRules: Object.fromEntries(
      groups.map(({ title }, index) => [title, { extensible: false, reserved: {}, index, type: 'object' }]),
    ),
  });
  return {
    address: `root:channels:http:${binding.key}:${binding.version}:${method}`,
    kernel: false,
    channel: binding.key,
    version: binding.version,
    method,
    summary: action.description,
    header: { ...connectorHeader, async: true },
    inputs: rules(action.dialog.inputs),
    outputs: rules(action.dialog.outputs),
    dynamic: undefined,
    card: undefined,
  };
}
