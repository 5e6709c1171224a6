/** Comment cards: notes between the cards of a flow. */

import { comment as commentCard } from '../cards/control/comment';
import { placeCard } from './build';

/** A note on the canvas, for whoever opens the flow in the designer: markdown, under a title of its own if it needs one. */
export function comment(markdown: string, { title = '' }: { title?: string } = {}): void {
  placeCard(commentCard, {}, { title, note: markdown });
}
