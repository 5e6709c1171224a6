/** The guide as files: one page for the browser, one for the repository, and the icon. */

import type { DistFile } from '../dist';
import { guidePage } from './html';
import { iconSvg } from './icon';
import { guideMarkdown } from './markdown';
import { guideOf } from './steps';

/** What a build folder gets: `guide.html`, and the icon that the guide speaks of. */
export function guideFiles(version: string): DistFile[] {
  return [
    { path: 'guide.html', text: guidePage(guideOf({ version })) },
    { path: 'connector/icon.svg', text: iconSvg },
  ];
}

/** `docs/guide.md`: the same steps, to read in the repository. */
export function guideDocument(version: string): DistFile {
  return { path: 'docs/guide.md', text: guideMarkdown(guideOf({ version })) };
}
