/** The list of every card: a new card is one file and one line here. */

import type { AnyCard } from './card';
import { callFlow } from './control/call-flow';
import { ifElse } from './control/if-else';
import { ifError } from './control/if-error';
import { returnValues } from './control/return';
import { concatenate } from './text/concatenate';

export const cards: readonly AnyCard[] = [
  // control
  callFlow,
  ifElse,
  ifError,
  returnValues,
  // text
  concatenate,
];

const byName = new Map(cards.map((each) => [each.name, each]));

/** The card of this name (`string:concat`, `okta:readUser`), whatever its version. */
export function cardNamed(name: string): AnyCard | undefined {
  return byName.get(name);
}
