/** A pack whose references hold, as flows and cards: checked and viewed once, however many orgs import it. */

import type { Finding, PackView, WirePack } from '@okta/workflows-connector-sdk-types';
import { checkReferences } from '../pack/references';
import { viewPack } from '../pack/view';
import { ImportRefused } from './org-error';

/** What `checkPack` made of a pack. Orgs may share it: no run changes it. */
export interface CheckedPack {
  readonly checked: PackView;
}

/**
 * Checks and views a pack, for those who import it many times.
 * Throws ImportRefused, with the findings, for one with a broken reference.
 * @param file The file's name, for the findings.
 */
export function checkPack(pack: WirePack, file: string): CheckedPack {
  const findings: Finding[] = checkReferences(pack, file).filter((finding) => finding.severity === 'error');
  if (findings.length > 0) throw new ImportRefused(file, findings);
  return { checked: viewPack(pack) };
}

/** The view of a pack, checked now unless it was before. Throws as `checkPack` does. */
export function checkedView(pack: WirePack | CheckedPack, file: string): PackView {
  return ('checked' in pack ? pack : checkPack(pack, file)).checked;
}
