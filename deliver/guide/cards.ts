/** What the designer calls a card and its fields. */

import type { CardView } from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from '../../sdk/cards/card';
import { cardNamed } from '../../sdk/cards/index';

/** The card as the project describes it; undefined for a card of a connector that nobody has described. */
export function knownCard(card: CardView): AnyCard | undefined {
  return cardNamed(`${card.channel}:${card.method}`);
}

/** The marked ends and beginnings of a connector's flows have names of their own. */
const marked: Record<string, string> = {
  connector_action: 'Connector Action',
  connector_authping: 'Connector Authping',
  connector_child_flo: 'Helper Flow',
  connector_return: 'Return Outputs',
  connector_authping_return: 'Return Status',
  connector_child_flo_return: 'Return',
};

/** Where to find a card in the designer, and its name there. */
export function placeOf(card: CardView): { category: string; title: string } {
  const known = knownCard(card);
  const title = marked[card.marker ?? ''] ?? known?.title ?? card.title;
  return { category: known?.category ?? card.channel, title };
}
