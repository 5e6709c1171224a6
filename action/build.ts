/** Compiles the post-login Action to the one CommonJS file that Auth0 takes. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ModuleKind, NewLineKind, ScriptTarget, transpileModule } from 'typescript';

const BANNER =
  '// Auth0 post-login Action: refuses people whom Okta has deactivated. Built from action/post-login.ts.';

/** The text of the file: no comments but the banner, no require, the same bytes on every machine. */
export function buildAction(): string {
  const source = readFileSync(join(__dirname, 'post-login.ts'), 'utf8');
  const { outputText } = transpileModule(source, {
    compilerOptions: {
      target: ScriptTarget.ES2022,
      module: ModuleKind.CommonJS,
      newLine: NewLineKind.LineFeed,
      removeComments: true,
    },
  });
  return `${BANNER}\n${outputText}`;
}
