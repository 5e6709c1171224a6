/** Writing a flow down: the block that is open, to which every card an author places is added. */

import type { BlockModel, CardModel } from '@okta/workflows-connector-sdk-types';
import { AuthorError } from './author-error';

const open: BlockModel[] = [];

/** Runs `write` with a new block open, and gives the block with what `write` gave. */
export function inBlock<T>(write: () => T): { block: BlockModel; result: T } {
  const block: BlockModel = { cards: [], gives: {} };
  open.push(block);
  try {
    return { block, result: write() };
  } finally {
    open.pop();
  }
}

/** A card as its builder makes it: what is not said is not set. */
export type NewCard = Pick<CardModel, 'card' | 'title'> & Partial<Omit<CardModel, 'name'>>;

/**
 * Places a card at the end of the open block. Its name within the block, from which its ids come, is its title and
 * how many cards of that title stand before it: the same source gives the same name.
 */
export function place(card: NewCard): CardModel {
  const block = open.at(-1);
  if (block === undefined) {
    throw new AuthorError(
      `Card "${card.title}" stands outside a flow; place cards inside the body of helperFlow(), eventFlow() or action().`,
    );
  }
  const namesakes = block.cards.filter((each) => each.title === card.title).length;
  const placed: CardModel = { ...nothingSet(), ...card, name: `${card.title}#${namesakes + 1}` };
  block.cards.push(placed);
  return placed;
}

function nothingSet(): Omit<CardModel, 'name' | 'card' | 'title'> {
  return {
    action: null,
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
}

/** The cards of the open block so far. */
export function currentCards(): readonly CardModel[] {
  return open.at(-1)?.cards ?? [];
}
