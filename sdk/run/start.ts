/** What a flow is started with: its inputs, an event of its kind, or an event hook's payload. */

import type { FlowView, Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { cardNamed } from '../cards/index';
import type { OrgFlow, Start } from './execution';
import { type Shape, sampleStart } from './sample';

/**
 * Inputs of a helper flow are plain; an API endpoint's and a delegated flow's stand in groups of the trigger.
 * @param auto How inputs are made up where none are given; null: they are not.
 */
export function inputStart(flow: OrgFlow, inputs: JsonObject | undefined, auto: Shape | null): Start {
  if (inputs === undefined && auto !== null) return sampleStart(flow, auto);
  const given = inputs ?? {};
  const groups: Record<string, JsonObject> = {};
  for (const { group } of flow.view.body?.cards[0]?.outputs ?? []) {
    if (group !== null && group !== 'context') groups[group] = given;
  }
  return { inputs: given, groups };
}

/** What the card of an event would make of one: a list of events, or its fields themselves. */
export function eventStart(flow: OrgFlow, fields: JsonObject | undefined, auto: Shape | null): Start {
  if (fields === undefined && auto !== null) return sampleStart(flow, { ...auto, fill: 'full' });
  const given = fields ?? {};
  const start = inputStart(flow, given, null);
  const list = flow.view.body?.cards[0]?.outputs.find((output) => output.list && output.group === null);
  if (list === undefined) return start;
  const groups = typeof list.type === 'object' ? Object.keys(list.type) : ['Output'];
  const grouped = Object.keys(given).some((key) => groups.includes(key));
  const event = grouped ? given : Object.fromEntries(groups.map((group) => [group, given]));
  return { ...start, inputs: { [list.key]: [event] } };
}

/** The events of an event hook's payload, `data.events`, each with the payload that brings it alone. */
export function deliveredEvents(payload: Json): { type: Json; delivery: JsonObject }[] {
  const { events } = asObject(asObject(payload).data);
  return (Array.isArray(events) ? events : []).map((event) => ({
    type: asObject(event).eventType ?? null,
    delivery: { ...asObject(payload), data: { events: [asObject(event)] } },
  }));
}

/** Whether an event flow's card is about events of this type. */
export function listensTo(view: FlowView, type: Json): boolean {
  const trigger = view.body?.cards[0];
  const card = trigger === undefined ? undefined : cardNamed(`${trigger.channel}:${trigger.method}`);
  return card !== undefined && 'logType' in card && card.logType === type;
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
