/** A new lint rule: one file and its line in the list; the loop over all rules tests it by its own examples. */

import { InputError } from '../failure';
import { type Draft, readList, requireFree, withImport } from './draft';
import { camelCase } from './names';
import type { Repository } from './repository';

const ROOM = 'sdk/lint';
const LIST = 'sdk/lint/index.ts';

/** Takes the rule's id: `no-empty-branch`. A new rule is a warning. */
export function newRule(repository: Repository, id: string): Draft {
  if (!/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id) || id.length > 60) {
    throw new InputError(
      `"${id}" is no id of a rule.`,
      'Write what holds, in two or more words of small letters with hyphens: no-empty-branch.',
    );
  }
  const path = `${ROOM}/${id}.ts`;
  requireFree(repository, path, `The rule "${id}"`);
  const word = camelCase(id);
  const text = withImport(readList(repository, LIST), LIST, `import { ${word} } from './${id}';`, word);
  return {
    files: [
      { path, text: ruleText(id, word) },
      { path: LIST, text: listed(repository, text, word) },
    ],
    next: [
      `Fill in what ${path} marks with TODO; its examples are its tests: npx jest test/sdk/lint -t ${id}`,
      'Then write the reference anew: npm run docs',
    ],
  };
}

/** The list with the rule in its place by letter among the warnings, which come after the errors. */
function listed(repository: Repository, text: string, word: string): string {
  const match = /export const rules[^=]*= \[\n((?: {2}\w+,\n)*)\];/.exec(text);
  const [whole, elements] = match ?? [];
  if (match === null || whole === undefined || elements === undefined) {
    throw new InputError(
      `${LIST} has no list of rules to put "${word}" into.`,
      'Add the line by hand, and mend scripts/new/rule.ts.',
    );
  }
  const words = elements.trim().split(/,\s*/).filter(Boolean);
  const isWarning = (each: string) => {
    const file = new RegExp(`import \\{ ${each} \\} from '\\./([^']+)'`).exec(text)?.[1] ?? '';
    return repository.read(`${ROOM}/${file}.ts`)?.includes("severity: 'warning'") === true;
  };
  const after = words.findIndex((each) => each > word && isWarning(each));
  words.splice(after < 0 ? words.length : after, 0, word);
  const start = match.index + whole.indexOf(elements);
  const lines = words.map((each) => `  ${each},\n`).join('');
  return text.slice(0, start) + lines + text.slice(start + elements.length);
}

function ruleText(id: string, word: string): string {
  return `/** TODO: what holds, in one sentence. */

import { first } from './example';
import { flowPlace, type Rule } from './rule';

// TODO: the invariant, the check, and changes that break it. Until then it finds flows that are called "TODO".
export const ${word}: Rule = {
  id: '${id}',
  invariants: [],
  severity: 'warning',
  sentence: 'TODO: what holds, in one sentence.',
  needs: 'shape',
  check({ flows }, report) {
    for (const place of flows) {
      if (place.flow.name !== 'TODO') continue;
      report(flowPlace(place, '/name'), 'A flow is called "TODO".', 'Give it a name that says what it does.');
    }
  },
  wrong: [
    {
      what: 'a flow called "TODO"',
      change(pack) {
        const [, flow] = first(pack.data.flos);
        flow.name = 'TODO';
      },
    },
  ],
};
`;
}
