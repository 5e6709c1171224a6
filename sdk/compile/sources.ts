/** Where values come from: finds an output in its scope, and lets values of outer scopes into inner ones. */

import type { SourceModel } from '@okta/workflows-connector-sdk-types';
import { shortIdFrom } from '../pack/ids';
import { addInput, addOutput } from './card';
import { outputOf, whyMissing } from './outputs';
import { pick } from './picker';
import { connect } from './pin';
import type { PortDraft } from './port';
import { isOpenAt, type PlacedCard, type Resolved, resolved, type Scope } from './scope';
import { problem } from './surroundings';

/** Finds a source in this scope, letting it in through every block that stands between; undefined with a problem noted. */
export function resolve(scope: Scope, source: SourceModel, consumer: PlacedCard): Resolved | undefined {
  const card = scope.cards.get(source.card);
  if (card === undefined) return resolveOuter(scope, source, consumer);
  if (!isOpenAt(card.block, consumer.block)) {
    return problem(
      scope.flow,
      consumer.names,
      `Card "${consumer.title}" takes "${source.key}" from card "${card.title}", which stands in a branch of If/Else that has ended.`,
      'Hand the value on from the branch: return it from both branches and use what ifElse() gives.',
    );
  }
  const output = outputOf(scope, card, source);
  if (output === undefined) {
    return problem(
      scope.flow,
      consumer.names,
      `Card "${card.title}" has no output "${source.key}"${whyMissing(card, source)}.`,
      'Take one of the outputs the card gives.',
    );
  }
  return source.path.length === 0 ? output : pick(scope, output, source.path, source.type, consumer);
}

function resolveOuter(scope: Scope, source: SourceModel, consumer: PlacedCard): Resolved | undefined {
  if (scope.outer === null) {
    return problem(
      scope.flow,
      consumer.names,
      `Card "${consumer.title}" takes "${source.key}" from card "${source.card.title}", which is not part of this flow or stands in an inner block that has ended.`,
      'Pass it as an input of the flow, or return it from the block.',
    );
  }
  const outside = resolve(scope.outer.scope, source, scope.outer.owner);
  return outside === undefined ? undefined : letIn(scope, outside, scope.outer);
}

/** Lets a value of the outer scope into this one: a hidden field on the owner, and one on this scope's trigger (flopack-format §5.2). */
function letIn(scope: Scope, outside: Resolved, outer: NonNullable<Scope['outer']>): Resolved | undefined {
  const known = scope.letIn.get(outside.output);
  const { trigger } = scope;
  if (known !== undefined || trigger === null) return known;
  const key = shortIdFrom(10, ...scope.names, 'let in', outside.output);
  const hidden = (card: PlacedCard): PortDraft => ({
    group: 'context',
    key,
    type: outside.type,
    wireType: outside.wireType,
    unordered: true,
    data: null,
    available: [],
    metadata: { forceHide: true, wormholeMethodId: card.wire.uuid },
  });
  const input = addInput(outer.owner, { ...hidden(trigger), full: true });
  connect(outer.scope, outside, outer.owner, input, outside.type);
  addInput(trigger, hidden(outer.owner));
  const output = addOutput(trigger, hidden(outer.owner));
  const inside = resolved(trigger, output, outside.type);
  scope.letIn.set(outside.output, inside);
  return inside;
}
