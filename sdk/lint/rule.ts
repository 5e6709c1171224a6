/** What a rule is: one true statement about packs, a check for it, and examples that prove the check. */

import type { Finding, PackView, Severity, WirePack } from '@okta/workflows-connector-sdk-types';
import type { Order } from '../pack/linearise';
import type { BodyPlace, CardPlace, FlowPlace, Place } from '../pack/walk';

export interface Rule {
  /** The name of its file. */
  id: string;
  /** The invariants of flopack-format §10 that it holds to. */
  invariants: string[];
  /** `error`: no real export breaks it, or import is known to fail. */
  severity: Severity;
  /** What holds, in one sentence. */
  sentence: string;
  /**
   * What must be in order before it can look: nothing (`json`), the shape of the pack (`shape`), or the order
   * of all cards as well (`view`).
   */
  needs: 'json' | 'shape' | 'view';
  check(context: LintContext, report: Report): void;
  /** Changes to a good pack after which the rule must find something. */
  wrong: Example[];
  /** Changes to a good pack after which it must not. */
  right?: Example[];
}

export interface Example {
  what: string;
  /** Changes the pack that it is given. */
  change(pack: WirePack): void;
}

/** What there is to look at. Where the shape is broken, only `shape` is filled. */
export interface LintContext {
  pack: WirePack;
  /** What the schema says. */
  shape: Finding[];
  /** What the reference checks say. */
  references: Finding[];
  flows: FlowPlace[];
  /** The order of each body that has one. */
  orders: Map<BodyPlace, Order>;
  /** null: the cards of some body have no order. */
  view: PackView | null;
}

export type Report = (place: Place, message: string, hint: string) => void;

/** A check that passes on what the schema says under the rule's id. */
export function fromShape(id: string): Rule['check'] {
  return (context, report) => passOn(context.shape, id, report);
}

/** A check that passes on what the reference checks of `sdk/pack` say under the rule's id. */
export function fromReferences(id: string): Rule['check'] {
  return (context, report) => passOn(context.references, id, report);
}

/** Every card of the pack, hidden ones and those of inner blocks included. */
export function allCards({ flows }: LintContext): CardPlace[] {
  return flows.flatMap((flow) => flow.bodies.flatMap((body) => body.cards));
}

/** Every body that has an order, with the card that starts it. */
export function orderedBodies({ flows, orders }: LintContext): {
  body: BodyPlace;
  order: Order;
  trigger: CardPlace;
}[] {
  return flows.flatMap((flow) =>
    flow.bodies.flatMap((body) => {
      const order = orders.get(body);
      const trigger = body.byId.get(order?.sequence.steps[0]?.card.uuid ?? '');
      return order === undefined || trigger === undefined ? [] : [{ body, order, trigger }];
    }),
  );
}

/** The place of something that belongs to no flow. */
export function packPlace(pointer: string): Place {
  return { flow: null, card: null, pointer };
}

/** The place of something that a flow says of itself. */
export function flowPlace(place: FlowPlace, tail = ''): Place {
  return { flow: place.flow.name, card: null, pointer: `${place.pointer}${tail}` };
}

function passOn(findings: Finding[], id: string, report: Report): void {
  for (const { rule, flow, card, pointer, message, hint } of findings) {
    if (rule === id) report({ flow, card, pointer }, message, hint ?? '');
  }
}
