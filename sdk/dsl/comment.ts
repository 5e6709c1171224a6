/** Comment cards: notes between the cards of a flow. */

import type { AnyCard } from '../cards/card';
import { placeCard } from './build';

/** Places a comment; its first line up to a colon is its title. */
export function placeComment(card: AnyCard, markdown: string): void {
  placeCard(card, {}, { note: markdown });
}
