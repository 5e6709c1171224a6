/** Connectors: our flows against the three real ones of Connector Builder, the files, their order, and the definition. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { WireFlow, WirePack } from '@okta/workflows-connector-sdk-types';
import Ajv from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { auth0 } from '../../../connector';
import { compileConnector, connectorFlows } from '../../../sdk/compile/connector';
import { definitionSchema } from '../../../sdk/compile/definition-schema';
import { callFlow, connector, connectorHelper, customAuth, field } from '../../../sdk/dsl';
import { lintPack } from '../../../sdk/lint';
import { corpusFolder, describeCorpus } from '../../support/corpus';
import { type Traits, traitsOf } from './support/traits';

const compiled = compileConnector(auth0.model);

/** Where our flows differ from the real ones, and why that is right. A difference that no line explains fails. */
const explained: { difference: RegExp; why: string }[] = [
  {
    difference: /^adds flow display eventConnecterName/,
    why: '1.5.0 has it; the real flows are 1.3.0 (§1.1).',
  },
  {
    difference: /^has flow log = false/,
    why: 'Secrets pass through our flows, so they do not save their data (D17).',
  },
  {
    difference: /context:error value type part/,
    why: 'The real ones carry what a person typed into the error’s fields; ours has those that If Error gives.',
  },
  {
    difference: /expand inputs field picked object value type part/,
    why: 'The parts of that same error.',
  },
  {
    difference: /^lacks .* metadata (description|displayname)/,
    why: 'A person renamed an output there; ours keep their names.',
  },
  {
    difference: /^lacks .* metadata ghost/,
    why: 'What is left of a deleted connection; nothing reads it (§4.2).',
  },
  { difference: /^lacks card tryCatch display/, why: 'Kernel cards rarely have it: 300 of 10,298 (§3.1).' },
  {
    difference: /^adds .* value (error|available)/,
    why: 'Some fixed fields leave these two out; only type, collection and data are always there (§4.2).',
  },
  {
    difference: /^has card (raw inputs field ssl|parse outputs field).* value available/,
    why: 'What the designer offers to retype a field to is free (§4.2).',
  },
  { difference: /^(lacks|adds) pin transform/, why: 'Other values are connected, so others are converted.' },
  { difference: /^adds card concat inputs field own/, why: 'Ours joins three texts, theirs two.' },
  {
    difference: /^(has|lacks) card spawn outputs field own value type/,
    why: 'Our httpHelper gives its body as text.',
  },
  {
    difference:
      /^has card return \(connector_child_flo_return\) (in|out)puts field own value type = "string"/,
    why: 'The same, where it is returned; and the token.',
  },
];

describeCorpus('the real connector flows', () => {
  const pairs = [
    { real: 'authping.flow', our: '_authping' },
    { real: 'httpHelper.flow', our: 'httpHelper' },
    { real: 'customApiAction.flow', our: 'Custom API Action' },
  ];
  const found = pairs.map(({ real, our }) => {
    // JSON.parse gives `any`; the corpus holds packs.
    const pack: WirePack = JSON.parse(readFileSync(join(corpusFolder, 'connector-builder', real), 'utf8'));
    const ourPack = compiled.flows.find(({ name }) => name === our)?.pack;
    if (ourPack === undefined) throw new Error(`The connector has no flow "${our}".`);
    return { our, differences: differences(traitsOf(wholeFlow(pack)), traitsOf(wholeFlow(ourPack))) };
  });
  const all = found.flatMap(({ differences }) => differences);

  it.each(found)('$our has the same keys, markers and constants in the same places', ({ differences }) => {
    expect(differences.filter((one) => !explained.some(({ difference }) => difference.test(one)))).toEqual(
      [],
    );
  });

  it.each(explained)('differs, because: $why', ({ difference }) => {
    // A line that explains nothing any more must go.
    expect(all.filter((one) => difference.test(one))).not.toEqual([]);
  });
});

function wholeFlow(pack: WirePack): WireFlow {
  const flow = Object.values(pack.data.flos).find((each) => each.data !== null);
  if (flow === undefined) throw new Error('The pack has stubs alone.');
  return flow;
}

/** What differs on the cards that both have: a place that one lacks, or a constant that the real one never has. */
function differences(real: Traits, our: Traits): string[] {
  const cardOf = (path: string) => /^card \S+( \(\S+\))?/.exec(path)?.[0];
  const has = (traits: Traits, card: string) => [...traits.keys()].some((path) => cardOf(path) === card);
  const isShared = (path: string) => {
    const card = cardOf(path);
    return card === undefined || (has(real, card) && has(our, card));
  };
  const lacks = [...real]
    .filter(([path]) => isShared(path) && !our.has(path))
    .map(([path]) => `lacks ${path}`);
  const more = [...our]
    .filter(([path]) => isShared(path))
    .flatMap(([path, values]) => {
      const known = real.get(path);
      if (known === undefined) return [`adds ${path}`];
      return [...values].filter((value) => !known.has(value)).map((value) => `has ${path} = ${value}`);
    });
  return [...lacks, ...more];
}

describe('compileConnector', () => {
  it('has every flow in the order in which they can be uploaded: what is called comes first', () => {
    const names = compiled.flows.map(({ name }) => name);
    expect(names).toEqual(connectorFlows(auth0.model).map(({ name }) => name));
    for (const [at, { pack, name }] of compiled.flows.entries()) {
      const called = Object.values(pack.data.flos).filter((flow) => flow.data === null);
      for (const { name: callee } of called) {
        expect({ name, callee, first: names.indexOf(callee) <= at }).toEqual({ name, callee, first: true });
      }
    }
  });

  it('has one whole flow a file, and no stub in the folder', () => {
    for (const { name, pack } of compiled.flows) {
      expect(
        Object.values(pack.data.flos).flatMap((flow) => (flow.data === null ? [] : [flow.name])),
      ).toEqual([name]);
      expect(lintPack(pack, `${name}.flow`)).toEqual([]);
    }
    expect(Object.values(compiled.folder.data.flos).every((flow) => flow.data !== null)).toBe(true);
    expect(lintPack(compiled.folder, 'connector.folder')).toEqual([]);
  });

  it('gives the keys of a binding to the methods and fields that it names', () => {
    const path = 'Custom API Action/inputs/request/relativeUrl';
    const bound = compileConnector(auth0.model, {
      key: 'auth0_1',
      version: '2.0.0',
      methods: { 'Custom API Action': 'customApiAction_abcdefghij' },
      fields: { [path]: 'relative_url_AAAAAA' },
    });
    const text = JSON.stringify(bound.folder);
    expect(text).toContain('"methodkey":"customApiAction_abcdefghij"');
    expect(text).toContain('"key":"relative_url_AAAAAA"');
    expect(bound.definition).toMatchObject({ key: 'auth0_1', version: '2.0.0' });
  });

  it('writes a definition that its schema takes', () => {
    const ajv = addFormats(new Ajv({ strict: false }));
    expect(ajv.validate(definitionSchema, compiled.definition)).toBe(true);
  });

  it('names the flow that is called but is not part of the connector', () => {
    const auth = customAuth('Key', { key: field.text('Key', { secret: true }) });
    const inputs = { text: field.text() };
    const other = connectorHelper({
      auth,
      name: 'other',
      description: '',
      inputs,
      outputs: {},
      body: () => ({}),
    });
    const helper = connectorHelper({
      auth,
      name: 'helper',
      description: '',
      inputs,
      outputs: {},
      body: ({ connection, text }) => callFlow(other, { connection, text }),
    });
    const settings = { accentColor: '#fff', documentation: '', supportEmail: '' };
    const lonely = connector({
      name: 'C',
      description: '',
      settings,
      auth,
      helpers: [helper],
      system: [],
      actions: {},
    });
    expect(() => compileConnector(lonely.model)).toThrow(
      'Card "Call Flow" uses the flow "other", which is not part of "C".',
    );
  });
});
