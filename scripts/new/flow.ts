/** A new flow of a pack: one file, its line in the pack, and its test. */

import { InputError } from '../failure';
import { type Draft, readList, requireFree, withElement, withImport } from './draft';
import { exportName, kebabCase, requireTitle } from './names';
import type { Repository } from './repository';

/** Takes `auth0-deactivation/[util] Notify`: the pack, and the flow's name. `[main]` makes an event flow, all else a helper. */
export function newFlow(repository: Repository, name: string): Draft {
  const slash = name.indexOf('/');
  const pack = name.slice(0, Math.max(0, slash));
  const flow = name.slice(slash + 1);
  const packs = packsOf(repository);
  if (!packs.includes(pack)) {
    throw new InputError(
      slash < 0 ? `"${name}" names no pack.` : `There is no pack "${pack}".`,
      `Write "pack/Flow" with one of ${packs.join(', ')}: "auth0-deactivation/[util] Notify".`,
    );
  }
  const [, prefix, title = flow] = /^(\[[a-z]+\]) (.*)$/.exec(flow) ?? [];
  requireTitle(title, 'a flow', '[util] Notify');
  const list = `flows/${pack}/index.ts`;
  const text = readList(repository, list);
  const event = prefix === '[main]';
  if (event && !text.includes("connection('okta'")) {
    throw new InputError(
      `The pack "${pack}" has no connection to Okta, which a flow that an Okta event starts needs.`,
      `Add connection('okta', 'Okta') to ${list}, or leave out "[main]".`,
    );
  }
  const word = exportName(title, 'flow');
  const path = `flows/${pack}/${kebabCase(title)}.ts`;
  const test = `test/flows/${pack}/${kebabCase(title)}.test.ts`;
  requireFree(repository, path, `The flow "${title}"`);
  requireFree(repository, test, `A test of the flow "${title}"`);
  const namesake = repository
    .list(`flows/${pack}`)
    .map((file) => `flows/${pack}/${file}`)
    .find((file) => repository.read(file)?.includes(`name: '${flow}'`));
  if (namesake !== undefined) {
    throw new InputError(
      `The pack has a flow "${flow}" already: ${namesake}.`,
      'Change that file, or choose another name.',
    );
  }
  const packWord = /^export const (\w+) = pack\(/m.exec(text)?.[1] ?? '';
  const imported = withImport(text, list, `import { ${word} } from './${kebabCase(title)}';`, word);
  return {
    files: [
      { path, text: event ? eventText(flow, word) : helperText(flow, word) },
      { path: list, text: withElement(imported, list, /\bflows: \[([^[\]]*)\]/, word) },
      { path: test, text: testText({ pack, packWord, flow, event }) },
    ],
    next: [`Fill in what ${path} marks with TODO, then its test: npx jest ${test}`],
  };
}

function packsOf(repository: Repository): string[] {
  return repository
    .list('flows')
    .filter((entry) => entry.endsWith('/') && repository.read(`flows/${entry}index.ts`)?.includes('= pack('))
    .map((entry) => entry.slice(0, -1));
}

function helperText(flow: string, word: string): string {
  return `/** ${flow}: TODO what it does, in one sentence. */

import { field, helperFlow, text } from '../../sdk/dsl';

// TODO: inputs, outputs and cards. Until then it trims a text.
export const ${word} = helperFlow({
  name: '${flow}',
  description: 'TODO: say what it does, for whoever opens it in the designer.',
  inputs: { text: field.text() },
  outputs: { trimmed: field.text() },
  body(inputs) {
    const trimmed = text.trim({ string: inputs.text });
    return { trimmed: trimmed.output };
  },
});
`;
}

function eventText(flow: string, word: string): string {
  return `/** ${flow}: TODO what it does, in one sentence. */

import { continueIf, eventFlow, okta } from '../../sdk/dsl';

// TODO: the event and the cards. Until then it goes on for any user, and does nothing more.
export const ${word} = eventFlow({
  name: '${flow}',
  description: 'TODO: say what it does, for whoever opens it in the designer.',
  event: okta.events.userDeactivated,
  body(event) {
    continueIf({ a: event.oktaUser.id, operator: 'is not empty', message: 'The event names no user.' });
  },
});
`;
}

function testText({
  pack,
  packWord,
  flow,
  event,
}: {
  pack: string;
  packWord: string;
  flow: string;
  event: boolean;
}) {
  return `/** ${flow}, run in a local org. */

import { ${packWord} } from '../../../flows/${pack}';
import { compilePack } from '../../../sdk/compile/pack';
import { virtualClock } from '../../../sdk/run/clock';
import { createOrg } from '../../../sdk/run/org';
import { seededRandom } from '../../../sdk/run/random';

const NAME = '${flow}';

/** An org with the pack in it, and nobody to call. */
function orgWithPack() {
  const org = createOrg({
    clock: virtualClock('2026-01-01T00:00:00.000Z'),
    random: seededRandom('new'),
    transport: async ({ url }) => {
      throw new Error(\`Nobody is called here, least of all \${url}\`);
    },
  });
  org.import(compilePack(${packWord}), '${pack}.folder');
  return org;
}

describe(NAME, () => {
${event ? eventTest : helperTest}});
`;
}

const helperTest = `  // TODO: what it gives, what it does with empty inputs, and when a service refuses.
  it('trims a text', async () => {
    const org = orgWithPack();
    org.activate(NAME);
    expect(await org.run(NAME, { text: ' Ada ' })).toMatchObject({ outcome: 'success', outputs: { trimmed: 'Ada' } });
  });
`;

const eventTest = `  // TODO: what it does with the event, when the event comes twice, and when a service refuses.
  it('goes on for an event that names a user', async () => {
    const org = orgWithPack();
    await org.connect('okta', { domain: 'acme.okta.test', token: 'token' });
    org.activate(NAME);
    const target = [{ id: '00u1', type: 'User' }];
    const events = [{ eventType: 'user.lifecycle.deactivate', uuid: 'e-1', target }];
    expect(await org.deliver({ eventId: 'd-1', data: { events } })).toMatchObject([{ flow: NAME, outcome: 'success' }]);
  });
`;
