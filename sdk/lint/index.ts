/** Checks packs: the list of all rules, and what runs them. */

import type { Finding, WirePack } from '@okta/workflows-connector-sdk-types';
import { pointerTokens } from '../pack/pointer';
import { readPack, schemaFindings } from '../pack/read';
import { examinePack, hidesView } from '../pack/references';
import { viewPack } from '../pack/view';
import { argumentsMatchHelper } from './arguments-match-helper';
import { blockReturnsMatch } from './block-returns-match';
import { branchValuesLeaveByJoin } from './branch-values-leave-by-join';
import { branchesOnlyOnIf } from './branches-only-on-if';
import { callableFlag } from './callable-flag';
import { calledFlowIsHelper } from './called-flow-is-helper';
import { cardAddressAgrees } from './card-address-agrees';
import { cardIdsUnique } from './card-ids-unique';
import { cardShape } from './card-shape';
import { cardsInOneOrder } from './cards-in-one-order';
import { connectionExists } from './connection-exists';
import { connectionIsUsed } from './connection-is-used';
import { connectionWithoutValues } from './connection-without-values';
import { constantFlowKeys } from './constant-flow-keys';
import { conversionAgrees } from './conversion-agrees';
import { createdInMilliseconds } from './created-in-milliseconds';
import { expandNamesSource } from './expand-names-source';
import { fieldIdsUnique } from './field-ids-unique';
import { fieldKeyIsId } from './field-key-is-id';
import { firstCardNamed } from './first-card-named';
import { flagsAsExported } from './flags-as-exported';
import { flowReferenceExists } from './flow-reference-exists';
import { flowShape } from './flow-shape';
import { flowUuidIsId } from './flow-uuid-is-id';
import { folderExists } from './folder-exists';
import { functionWithoutOrgIds } from './function-without-org-ids';
import { idsAreUuids } from './ids-are-uuids';
import { ifBranchesMeet } from './if-branches-meet';
import { inlineBodyShape } from './inline-body-shape';
import { joinsOnlyOnJoin } from './joins-only-on-join';
import { keyIsId } from './key-is-id';
import { listFlag } from './list-flag';
import { listHoldsList } from './list-holds-list';
import { mirroredFields } from './mirrored-fields';
import { neighboursJoined } from './neighbours-joined';
import { onePinPerInput } from './one-pin-per-input';
import { oneTrigger } from './one-trigger';
import { optionFlag } from './option-flag';
import { orderNamesCards } from './order-names-cards';
import { orderWithoutCycle } from './order-without-cycle';
import { packMaps } from './pack-maps';
import { packShape } from './pack-shape';
import { packType } from './pack-type';
import { packVersion } from './pack-version';
import { pinPointsForward } from './pin-points-forward';
import { pinTargetExists } from './pin-target-exists';
import { placeholdersResolve } from './placeholders-resolve';
import { previewListsCards } from './preview-lists-cards';
import { publishableFlag } from './publishable-flag';
import type { LintContext, Rule } from './rule';
import { scheduleAgrees } from './schedule-agrees';
import { securityLevelAgrees } from './security-level-agrees';
import { stubIsCalled } from './stub-is-called';
import { tableExists } from './table-exists';
import { titleAgrees } from './title-agrees';
import { triggerKind } from './trigger-kind';
import { usedFlag } from './used-flag';
import { whereOperandConnected } from './where-operand-connected';
import { wormholesPaired } from './wormholes-paired';

/** Every rule: errors first, from the file as a whole inwards, then warnings. */
export const rules: readonly Rule[] = [
  packType,
  packVersion,
  packMaps,
  packShape,
  flowShape,
  cardShape,
  branchValuesLeaveByJoin,
  branchesOnlyOnIf,
  cardAddressAgrees,
  cardIdsUnique,
  cardsInOneOrder,
  connectionExists,
  connectionWithoutValues,
  fieldIdsUnique,
  fieldKeyIsId,
  flowReferenceExists,
  flowUuidIsId,
  ifBranchesMeet,
  keyIsId,
  listHoldsList,
  oneTrigger,
  orderNamesCards,
  orderWithoutCycle,
  pinPointsForward,
  pinTargetExists,
  placeholdersResolve,
  wormholesPaired,
  argumentsMatchHelper,
  blockReturnsMatch,
  callableFlag,
  calledFlowIsHelper,
  connectionIsUsed,
  constantFlowKeys,
  conversionAgrees,
  createdInMilliseconds,
  expandNamesSource,
  firstCardNamed,
  flagsAsExported,
  folderExists,
  functionWithoutOrgIds,
  idsAreUuids,
  inlineBodyShape,
  joinsOnlyOnJoin,
  listFlag,
  mirroredFields,
  neighboursJoined,
  onePinPerInput,
  optionFlag,
  previewListsCards,
  publishableFlag,
  scheduleAgrees,
  securityLevelAgrees,
  stubIsCalled,
  tableExists,
  titleAgrees,
  triggerKind,
  usedFlag,
  whereOperandConnected,
];

/**
 * Takes a file's text and name; gives what is wrong with it, in the order of the file: that it cannot be read,
 * or else what the rules find. Never throws.
 */
export function lintText(text: string, file: string): Finding[] {
  const result = readPack(text, file);
  return 'findings' in result ? result.findings : lintPack(result.pack, file);
}

/**
 * Takes a pack, be it broken, and its file's name; gives what the rules find, in the order of the file. Where
 * the shape is broken, only that is said; where cards have no order, rules that need it are left out. A rule
 * that throws becomes a finding `rule-crashed`.
 */
export function lintPack(pack: WirePack, file: string, selected: readonly Rule[] = rules): Finding[] {
  const findings: Finding[] = [];
  const context = look(pack, file);
  const shaped = context.shape.length === 0;
  for (const rule of selected) {
    if (!shaped && rule.needs !== 'json') continue;
    if (context.view === null && rule.needs === 'view') continue;
    try {
      rule.check(context, (place, message, hint) =>
        findings.push({ rule: rule.id, severity: rule.severity, file, ...place, message, hint }),
      );
    } catch (cause) {
      findings.push({
        rule: 'rule-crashed',
        severity: 'error',
        file,
        flow: null,
        card: null,
        pointer: '',
        message: `The rule "${rule.id}" broke down (${cause instanceof Error ? cause.message : String(cause)}).`,
        hint: 'This is a fault of the tool; the other rules have run.',
      });
    }
  }
  return inFileOrder(pack, findings);
}

function look(pack: WirePack, file: string): LintContext {
  const shape = schemaFindings(pack, file);
  const nothing = { pack, shape, references: [], flows: [], orders: new Map(), view: null };
  if (shape.length > 0) return nothing;
  const { findings, flows, orders } = examinePack(pack, file);
  const view = findings.some(hidesView) ? null : viewPack(pack);
  return { pack, shape, references: findings, flows, orders, view };
}

function inFileOrder(pack: WirePack, findings: Finding[]): Finding[] {
  const positions = new Map<object, Map<string, number>>();
  const position = (value: object, key: string) => {
    const known = positions.get(value) ?? new Map(Object.keys(value).map((one, at) => [one, at]));
    positions.set(value, known);
    return known.get(key) ?? -1;
  };
  const path = ({ pointer }: Finding) => {
    const places: number[] = [];
    let value: unknown = pack;
    for (const token of pointerTokens(pointer)) {
      if (typeof value !== 'object' || value === null) break;
      const at = position(value, token);
      places.push(at);
      value = at < 0 ? undefined : Reflect.get(value, token);
    }
    return places;
  };
  return findings
    .map((finding) => ({ finding, path: path(finding) }))
    .sort((a, b) => compare(a.path, b.path))
    .map(({ finding }) => finding);
}

/** What lies around comes before what lies inside. */
function compare(a: number[], b: number[]): number {
  for (const [level, place] of a.entries()) {
    const other = b[level];
    if (other === undefined) return 1;
    if (place !== other) return place - other;
  }
  return a.length - b.length;
}
