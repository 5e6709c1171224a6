/** What packs use of the connector and of Okta: which actions, which scopes. */

import type { CardView, ConnectorModel, PackModel, PackView } from '@okta/workflows-connector-sdk-types';
import { localBinding, methodKey } from '../../sdk/compile/binding';

/** A pack, and what its file shows of it. */
export interface ViewedPack {
  model: PackModel;
  view: PackView;
}

/** The connector's actions that a pack uses. */
export function usedActions(
  connector: ConnectorModel,
  views: readonly ViewedPack[],
): ConnectorModel['actions'] {
  const { key } = localBinding(connector);
  const used = new Set(
    views
      .flatMap(({ view }) => cardsOf(view).filter(({ channel }) => channel === key))
      .map(({ method }) => method),
  );
  return connector.actions.filter((action) =>
    used.has(methodKey(localBinding(connector), connector, action.name)),
  );
}

/** The scopes of those. A pack without the connector does the same, and needs no others. */
export function neededScopes(connector: ConnectorModel, views: readonly ViewedPack[]): string[] {
  return [...new Set(usedActions(connector, views).flatMap(({ scopes }) => scopes))].sort();
}

/** Every card of a pack. */
export function cardsOf(view: PackView): CardView[] {
  return view.flows.flatMap((flow) => flow.cards());
}
