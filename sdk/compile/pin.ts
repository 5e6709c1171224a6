/** Pins: the connection of an output with an input, converted on the way where the platform can. */

import type { ModelType, WireTransform } from '@okta/workflows-connector-sdk-types';
import { conversionBetween, transform } from './conversion';
import type { PlacedCard, Resolved, Scope } from './scope';
import { problem } from './surroundings';

/** Connects an output to an input of this type; a problem where no conversion leads from one to the other. */
export function connect(
  scope: Scope,
  source: Resolved,
  target: PlacedCard,
  input: string,
  type: ModelType,
): void {
  const conversion = conversionBetween(source.type, type);
  if (conversion === undefined) {
    problem(
      scope.flow,
      target.names,
      `Card "${target.title}" cannot take ${spell(source.type)} from card "${source.card.title}" where ${spell(type)} is due.`,
      'Place a card that converts the value.',
    );
    return;
  }
  pin(source, target, input, transform(conversion, source.output));
}

/** Connects an output to an input as it is, or with a conversion that is known. */
export function pin(
  source: Resolved,
  target: PlacedCard,
  input: string,
  how: WireTransform | null = null,
): void {
  const { pins } = source.card.wire;
  const targets = pins[source.output] ?? {};
  targets[target.wire.uuid] = [...(targets[target.wire.uuid] ?? []), { input, transform: how }];
  pins[source.output] = targets;
}

function spell({ type, list }: ModelType): string {
  const one = type === 'any' ? 'value of any type' : type;
  return list
    ? `a list of ${type === 'any' ? 'values of any type' : `${type}s`}`
    : `${/^[aeiou]/.test(one) ? 'an' : 'a'} ${one}`;
}
