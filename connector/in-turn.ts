/** Working through a list inside the connector: the one shape of its flows that call themselves. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import {
  type Answers,
  callFlow,
  connectorHelper,
  type Field,
  type Fields,
  field,
  type HelperFlow,
  ifElse,
  list,
  type Ref,
  type RefsOf,
} from '../sdk/dsl';
import { auth, type Connection } from './auth';

/** A flow that works through a list: the items, the facts and the state go in, the state comes out. */
export type InTurn<V, F extends Fields, S extends Fields> = HelperFlow<
  { items: Field<V[]> } & F & S,
  S,
  Connection
>;

/** What a step gets: the item, what stays the same for every item, and what the steps before have come to. */
type Step<V, F extends Fields, S extends Fields> = RefsOf<F> &
  RefsOf<S> & { connection: Ref<Connection>; item: Ref<V> };

/**
 * A helper flow that does one step for every item of a list, in order, and gives what the last one came to; for an empty
 * list what it was given. It does the first item and calls itself for the rest: a helper flow of a connector gets its
 * connection from a Call Flow, which the iterators have no field for.
 */
export function inTurn<V extends Json, const F extends Fields, const S extends Fields>(about: {
  name: string;
  description: string;
  /** What an item is. */
  item: Field<V>;
  /** What every step is given as it is. */
  facts: F;
  /** What a step takes from the step before, and hands on. */
  state: S;
  step(given: Step<V, F, S>): Answers<S>;
}): InTurn<V, F, S> {
  const { facts, state, item } = about;
  const items = field.listOf(item);
  const flow: HelperFlow<Fields, Fields, Connection> = connectorHelper({
    auth,
    name: about.name,
    description: about.description,
    inputs: { items, ...facts, ...state } as Fields,
    outputs: state as Fields,
    body({ connection, ...given }) {
      const { items: all, ...same } = given as Record<string, Ref> & { items: Ref<V[]> }; // as inputs lists them
      const { length } = list.length({ list: all });
      const before = Object.fromEntries(Object.keys(state).map((name) => [name, same[name]]));
      return ifElse(
        { a: length, operator: '==', b: 0 },
        {
          then: () => before,
          else() {
            const first = list.getFirstItem({ list: all }, { as: { item, list: items } });
            // One reference per fact and state, which is what a step takes.
            const after = about.step({ ...same, connection, item: first.item } as unknown as Step<V, F, S>);
            return callFlow(flow, { connection, ...same, ...after, items: first.list });
          },
        },
      );
    },
  });
  // The fields are those of `about`, whose names only its author knows.
  return flow as unknown as InTurn<V, F, S>;
}
