/** Calls from one flow to another. */

import type { CardModel, PortModel } from '@okta/workflows-connector-sdk-types';
import type { AnyCard } from '../cards/card';
import { callFlow as callFlowCard } from '../cards/control/call-flow';
import { callFlowAsync as callFlowAsyncCard } from '../cards/control/call-flow-async';
import type { Fields } from '../cards/field';
import { typeOfField } from '../cards/model-type';
import { exportFlow as exportFlowCard } from '../cards/utility/export-flow';
import { AuthorError } from './author-error';
import { build, nameList, placeCard } from './build';
import type { Answers, HelperFlow } from './flow';
import type { Said } from './hand';
import { flowValue, keyOf, type Ref, type RefsOf, refsTo, type Value, valueModel } from './ref';

/** What a caller gives: the inputs it wants to, and the connection where the flow is a connector's helper. */
export type CallInputs<I extends Fields, C> = Partial<Answers<I>> &
  ([C] extends [never] ? unknown : { connection: Ref<C> });

/** Call Flow: runs a helper flow and goes on with what it returns. */
export function callFlow<I extends Fields, O extends Fields, C>(
  flow: HelperFlow<I, O, C>,
  inputs: CallInputs<I, C>,
  options: Said = {},
): RefsOf<O> {
  const moreOutputs = Object.entries(flow.outputs).map(([name, output]) => ({
    group: null,
    key: keyOf(name, output),
    type: typeOfField(output),
    value: null,
  }));
  return refsTo(placeCall(callFlowCard, flow, inputs, options, { moreOutputs }), flow.outputs);
}

/** Call Flow Async: starts a helper flow and goes on at once; its errors stay its own. */
export function callFlowAsync<I extends Fields, O extends Fields>(
  flow: HelperFlow<I, O, never>,
  inputs: CallInputs<I, never>,
  options: Said = {},
): void {
  placeCall(callFlowAsyncCard, flow, inputs, options);
}

/** Export Flow: a flow of the org as a JSON file. */
export function exportFlow(
  flow: HelperFlow<Fields, Fields, unknown>,
  inputs: { pretty?: Value<boolean>; indent?: Value<number> } = {},
  options: Said = {},
) {
  return build(exportFlowCard)({ flow: flowValue(flow.model), pretty: true, ...inputs }, options);
}

function placeCall<I extends Fields, O extends Fields, C>(
  card: AnyCard,
  flow: HelperFlow<I, O, C>,
  inputs: CallInputs<I, C>,
  options: Said,
  outputs: Partial<CardModel> = {},
): CardModel {
  const { connection, ...rest }: Record<string, unknown> = inputs;
  // Only a connector's helper takes a connection; another flow may have an input of that name.
  const given: Record<string, unknown> = flow.connection === undefined ? { ...inputs } : rest;
  const auth = flow.connection === undefined ? {} : { auth: { blob: connection } };
  refuseUnknown(flow, given);
  const more = Object.entries(flow.inputs).flatMap(([name, input]): PortModel[] => {
    const value = given[name];
    if (value === undefined) return [];
    return [
      {
        group: null,
        key: keyOf(name, input),
        type: typeOfField(input),
        value: valueModel(value),
        metadata: { custom: true, transient: true },
      },
    ];
  });
  return placeCard(card, { flow: flowValue(flow.model), ...auth }, options, { more, ...outputs });
}

/** Refuses an input that a helper flow does not have. */
export function refuseUnknown(flow: HelperFlow<Fields, Fields, unknown>, given: object): void {
  const unknown = Object.keys(given).find((name) => flow.inputs[name] === undefined);
  if (unknown === undefined) return;
  throw new AuthorError(
    `Flow "${flow.model.name}" has no input "${unknown}"; it has ${nameList(flow.inputs)}.`,
  );
}
