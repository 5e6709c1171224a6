/** Checks that the ids of a pack agree: what an import rests on, and what the view takes for granted. */

import type { Finding, WireCard, WireInput, WireOutput, WirePack } from '@okta/workflows-connector-sdk-types';
import { linearise, type Order } from './linearise';
import { pointer } from './pointer';
import {
  type BodyPlace,
  type CardPlace,
  cardPlace,
  type FlowPlace,
  fieldPlace,
  isFunction,
  own,
  type Place,
  walkPack,
} from './walk';

/**
 * Takes a pack that has passed the schema, and its file's name for the findings; gives every reference that
 * does not hold (flopack-format §10: M1, M2, S1–S5, S7, S8, S11, C4, C5, C7, C8, C12, C19, C21, C24). With
 * none, the pack can be viewed and imported.
 */
export function checkReferences(pack: WirePack, file: string): Finding[] {
  return examinePack(pack, file).findings;
}

/** What checking finds out on the way, for those who go on from there. */
export interface Examination {
  flows: FlowPlace[];
  /** The order of each body that has one. */
  orders: Map<BodyPlace, Order>;
  findings: Finding[];
}

/** As `checkReferences`, but also gives the places and orders it has made. */
export function examinePack(pack: WirePack, file: string): Examination {
  const flows = walkPack(pack);
  const orders = new Map<BodyPlace, Order>();
  const findings: Finding[] = [];
  const report: Report = (rule, place, message, hint) =>
    findings.push({ rule, severity: 'error', file, ...place, message, hint });

  checkKeys(pack, report);
  for (const flow of flows) {
    checkFlow(flow, report);
    for (const body of flow.bodies) {
      const result = linearise(body.body);
      if ('order' in result) {
        orders.set(body, result.order);
      } else {
        for (const { rule, card, path, message, hint } of result.faults) {
          const at = pointer(body.pointer, ...path);
          report(rule, { flow: flow.flow.name, card, pointer: at }, message, hint);
        }
      }
      checkWormholes(body, report);
      for (const card of body.cards) checkCard(card, pack, orders.get(body), report);
    }
  }
  return { flows, orders, findings };
}

/** Whether a finding means that some body has no order, so that the pack cannot be viewed. */
export function hidesView(finding: Finding): boolean {
  return ORDER_RULES.has(finding.rule);
}

/** How a finding names a card: by its title and id. */
export function nameCard(card: WireCard): string {
  return `"${card.node.data.name}" (${card.uuid})`;
}

const ORDER_RULES = new Set([
  'order-names-cards',
  'order-without-cycle',
  'one-trigger',
  'if-branches-meet',
  'cards-in-one-order',
]);

type Report = (rule: string, place: Place, message: string, hint: string) => void;

function checkKeys(pack: WirePack, report: Report): void {
  const maps = { flos: 'flow', configs: 'connection', tables: 'table', groups: 'folder' } as const;
  for (const name of ['flos', 'configs', 'tables', 'groups'] as const) {
    const map: Record<string, { id: string; name?: string }> = pack.data[name];
    for (const [key, entry] of Object.entries(map)) {
      if (key === entry.id) continue;
      report(
        'key-is-id',
        {
          flow: name === 'flos' ? (entry.name ?? null) : null,
          card: null,
          pointer: pointer('/data', name, key, 'id'),
        },
        `The ${maps[name]} under the key "${key}" has the id "${entry.id}"; both must be the same.`,
        'Write the id as the key, and use it wherever something refers to it.',
      );
    }
  }
}

function checkFlow(place: FlowPlace, report: Report): void {
  const { flow } = place;
  if (flow.data !== null && flow.data.uuid !== place.key) {
    report(
      'flow-uuid-is-id',
      { flow: flow.name, card: null, pointer: pointer(place.pointer, 'data', 'uuid') },
      `The flow's "uuid" is "${flow.data.uuid}", its id is "${place.key}"; both must be the same.`,
      'Write the flow\'s id as its "uuid".',
    );
  }
  const cards = new Set<string>();
  const fields = new Map<string, string>();
  for (const card of place.bodies.flatMap((body) => body.cards)) {
    if (cards.has(card.card.uuid)) {
      report(
        'card-ids-unique',
        cardPlace(card, 'uuid'),
        `The id "${card.card.uuid}" of the card "${card.card.node.data.name}" is that of another card of the flow too; inner blocks count.`,
        'Give one of the two another id, in its connections and its order as well.',
      );
    }
    cards.add(card.card.uuid);
  }
  for (const card of place.bodies.flatMap((body) => body.cards)) {
    for (const side of ['inputs', 'outputs'] as const) {
      for (const [key, field] of Object.entries(card.card.node.model[side].data)) {
        const other = fields.get(field.id) ?? (cards.has(field.id) ? 'that is a card itself' : undefined);
        if (other !== undefined) {
          report(
            'field-ids-unique',
            inside(fieldPlace(card, side, key), 'id'),
            `The id "${field.id}" of the field "${field.key}" on ${nameCard(card.card)} is taken: ${other}.`,
            'Give one of the two another id, in its connections as well.',
          );
        }
        fields.set(field.id, `the field "${field.key}" on ${nameCard(card.card)} has it too`);
      }
    }
  }
}

function inside(place: Place, ...tokens: (string | number)[]): Place {
  return { ...place, pointer: pointer(place.pointer, ...tokens) };
}

function checkCard(place: CardPlace, pack: WirePack, order: Order | undefined, report: Report): void {
  const { card } = place;
  const { model } = card.node;
  for (const [key, input] of Object.entries(model.inputs.data)) {
    checkField(place, 'inputs', key, input, report);
    if (input.value.type === 'flo' && typeof input.value.data === 'string') {
      checkFlowReference(
        pack,
        input.value.data,
        inside(fieldPlace(place, 'inputs', key), 'value', 'data'),
        card,
        report,
      );
    }
  }
  for (const [key, output] of Object.entries(model.outputs.data)) {
    checkField(place, 'outputs', key, output, report);
  }
  if (typeof model.policy.error.flo === 'string') {
    const at = cardPlace(place, 'node', 'model', 'policy', 'error', 'flo');
    checkFlowReference(pack, model.policy.error.flo, at, card, report);
  }
  if (Object.keys(card.branches).length > 0 && !isFunction(card, 'control', 'if')) {
    report(
      'branches-only-on-if',
      cardPlace(place, 'branches'),
      `The card ${nameCard(card)} has "branches", which only an If/Else has.`,
      'Make "branches" an empty object.',
    );
  }
  checkConnection(place, pack, report);
  checkPins(place, order, report);
}

function checkField(
  place: CardPlace,
  side: 'inputs' | 'outputs',
  key: string,
  field: WireInput | WireOutput,
  report: Report,
): void {
  const at = fieldPlace(place, side, key);
  const what = `The field "${field.key}" on ${nameCard(place.card)}`;
  if (field.id !== key) {
    report(
      'field-key-is-id',
      inside(at, 'id'),
      `${what} has the id "${field.id}" under the key "${key}"; both must be the same.`,
      'Write the id as the key.',
    );
  } else if (!SHORT_ID.test(key)) {
    report(
      'field-key-is-id',
      inside(at, 'id'),
      `${what} has the id "${key}"; allowed are 8 to 32 characters of 0-9, A-Z, a-z, "_" and "-".`,
      'Give it another id, in its connections as well.',
    );
  }
  const { collection, data } = field.value;
  if (collection && data !== null && !Array.isArray(data)) {
    report(
      'list-holds-list',
      inside(at, 'value', 'data'),
      `${what} is a list, but its "data" is ${describe(data)}; allowed is a list or null.`,
      'Import fails on this. Make "data" a list, [] where it is unset.',
    );
  }
  if (!collection && Array.isArray(data)) {
    report(
      'list-holds-list',
      inside(at, 'value', 'data'),
      `${what} is a single value, but its "data" is a list.`,
      'Make "collection" true, or "data" a single value.',
    );
  }
}

/** Real ids have 8 to 12 characters; ones of 32 hexadecimal digits are known to import (flopack-format §2.2). */
const SHORT_ID = /^[0-9A-Za-z_-]{8,32}$/;

function describe(data: unknown): string {
  return typeof data === 'object' ? 'an object' : JSON.stringify(data);
}

function checkFlowReference(pack: WirePack, id: string, at: Place, card: WireCard, report: Report): void {
  if (Object.hasOwn(pack.data.flos, id)) return;
  report(
    'flow-reference-exists',
    at,
    `The card ${nameCard(card)} refers to a flow "${id}", which is not in the pack.`,
    'Export the helper flow with it (export the folder), or choose another flow.',
  );
}

function checkConnection(place: CardPlace, pack: WirePack, report: Report): void {
  const { card } = place;
  const id = card.node.model.config;
  if (id === null) return;
  const at = cardPlace(place, 'node', 'model', 'config');
  const connection = own(pack.data.configs, id);
  if (connection === undefined) {
    report(
      'connection-exists',
      at,
      `The card ${nameCard(card)} uses a connection "${id}", which is not in the pack.`,
      'Make "config" null, or add the connection to "configs".',
    );
  } else if (connection.module !== card.parents.channel.key) {
    report(
      'connection-exists',
      at,
      `The card ${nameCard(card)} of "${card.parents.channel.key}" uses the connection "${connection.name}", which is one of "${connection.module}".`,
      'Name a connection of the same connector.',
    );
  }
}

function checkPins(place: CardPlace, order: Order | undefined, report: Report): void {
  const { card, body } = place;
  for (const [output, targets] of Object.entries(card.pins)) {
    if (!Object.hasOwn(card.node.model.outputs.data, output)) {
      report(
        'pin-target-exists',
        cardPlace(place, 'pins', output),
        `A connection leaves the output "${output}" of ${nameCard(card)}, which it does not have.`,
        'Remove the entry of "pins", or name an output of the card.',
      );
    }
    for (const [targetId, pins] of Object.entries(targets)) {
      const target = body.byId.get(targetId);
      const at = cardPlace(place, 'pins', output, targetId);
      if (target === undefined) {
        const where = body.flow.cards.has(targetId) ? 'is in another block of the flow' : 'does not exist';
        report(
          'pin-target-exists',
          at,
          `A connection leads from ${nameCard(card)} to the card "${targetId}", which ${where}.`,
          'Connect cards of the same block only; into an inner block, values go through hidden context fields.',
        );
        continue;
      }
      for (const [index, { input }] of pins.entries()) {
        if (Object.hasOwn(target.card.node.model.inputs.data, input)) continue;
        report(
          'pin-target-exists',
          inside(at, String(index), 'input'),
          `A connection leads from ${nameCard(card)} to the input "${input}" of ${nameCard(target.card)}, which it does not have.`,
          'Remove the entry of "pins", or name an input of the card.',
        );
      }
      if (order === undefined) continue;
      if (!order.reaches(card.uuid, targetId)) {
        report(
          'pin-points-forward',
          at,
          `A connection leads from ${nameCard(card)} to ${nameCard(target.card)}, which does not run after it.`,
          'Take values from earlier cards only, or move the card.',
        );
      } else if (leavesBranch(order, place, target)) {
        report(
          'branch-values-leave-by-join',
          at,
          `A connection leads from ${nameCard(card)} in a branch of If/Else to ${nameCard(target.card)} beyond it.`,
          "Give the value out of the branch through the If/Else's own outputs.",
        );
      }
    }
  }
}

/** A value may stay in the branch (and branches in it) or go to the If's own Join (flopack-format §5.2a). */
function leavesBranch(order: Order, from: CardPlace, to: CardPlace): boolean {
  const innermost = order.branchesOf(from.card.uuid).at(-1);
  if (innermost === undefined || order.branchesOf(to.card.uuid).includes(innermost)) return false;
  return order.joinOf(innermost) !== to.card.uuid;
}

/** Hidden context fields come in pairs that name each other (flopack-format §5.2). */
function checkWormholes(body: BodyPlace, report: Report): void {
  for (const inner of body.cards) {
    for (const side of ['inputs', 'outputs'] as const) {
      for (const [id, field] of Object.entries(inner.card.node.model[side].data)) {
        const other = field.metadata.wormholeMethodId;
        if (typeof other !== 'string') continue;
        if (isPaired(body, inner, side, field, other)) continue;
        report(
          'wormholes-paired',
          fieldPlace(inner, side, id),
          `The hidden field "${field.key}" on ${nameCard(inner.card)} hands a value into an inner block, but its counterpart on the card "${other}" is missing.`,
          'Around the block: an input; on its first card: an input and an output; group "context", the same key, each naming the other card.',
        );
      }
    }
  }
}

function isPaired(
  body: BodyPlace,
  card: CardPlace,
  side: 'inputs' | 'outputs',
  field: WireInput | WireOutput,
  otherId: string,
): boolean {
  const has = (one: CardPlace, where: 'inputs' | 'outputs', names: string) =>
    Object.values(one.card.node.model[where].data).some(
      (each) =>
        each.group === 'context' && each.key === field.key && each.metadata.wormholeMethodId === names,
    );
  if (field.group !== 'context') return false;
  if (body.owner !== null && body.owner.card.uuid === otherId) {
    return (
      has(body.owner, 'inputs', card.card.uuid) &&
      has(card, side === 'inputs' ? 'outputs' : 'inputs', otherId)
    );
  }
  const other = body.flow.cards.get(otherId);
  if (side === 'outputs' || other === undefined || other.body.owner !== card) return false;
  return has(other, 'inputs', card.card.uuid) && has(other, 'outputs', card.card.uuid);
}
