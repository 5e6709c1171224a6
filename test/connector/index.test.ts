/** The connector as a whole: its actions do what their samples say, in every way to run them, and its artefacts agree. */

import type { FlowView, JsonObject, World } from '@okta/workflows-connector-sdk-types';
import Ajv2020 from 'ajv/dist/2020';
import addFormats from 'ajv-formats';
import { auth0 } from '../../connector';
import { compileConnector } from '../../sdk/compile/connector';
import { definitionSchema } from '../../sdk/compile/definition-schema';
import { compilePack } from '../../sdk/compile/pack';
import { connection, field, helperFlow, pack } from '../../sdk/dsl';
import { lintPack } from '../../sdk/lint/index';
import { viewPack } from '../../sdk/pack/view';
import { account, SCOPES, withPack, worldOf } from '../support/story';
import { act, actionNamed, connector, sampleOf } from './act';

const compiled = compileConnector(connector);
const view = viewPack(compiled.folder);

/** The tenant that the samples speak of. */
const sampleWorld = (): World => {
  const { auth0: tenant, ...rest } = worldOf({
    accounts: [account('auth0|64f0', 'ada@acme.test'), account('google-oauth2|1815', 'ada@mail.test')],
    scopes: [...new Set([...SCOPES, ...connector.actions.flatMap((action) => action.scopes)])],
  });
  const organizations = [{ id: 'org_1', name: 'acme', members: ['auth0|64f0'] }];
  return { ...rest, auth0: { ...tenant, organizations } };
};

describe('the sample of', () => {
  it.each(connector.actions.map((action) => [action.name, action] as const))(
    '%s is true',
    async (name, action) => {
      const { outputs, error } = await act(name, sampleOf(action), { world: sampleWorld() });
      expect(error).toBeUndefined();
      expect(outputs).toMatchObject(action.sample.outputs);
    },
  );

  it.each(connector.actions.map((action) => [action.name, action] as const))(
    '%s names every required input, and outputs that exist',
    (_, { dialog, sample }) => {
      const given = sampleOf({ dialog, sample } as Parameters<typeof sampleOf>[0]);
      const missing = [
        ...dialog.options.flatMap(({ fields }) =>
          fields.filter(({ name, required }) => required && given.options?.[name] === undefined),
        ),
        ...dialog.inputs.flatMap((group) =>
          group.fields.filter(
            ({ name, required }) => required && given.inputs?.[group.name]?.[name] === undefined,
          ),
        ),
      ];
      expect(missing.map(({ label }) => label)).toEqual([]);
      for (const [group, values] of Object.entries(sample.outputs)) {
        const fields = dialog.outputs.find(({ name }) => name === group)?.fields.map(({ name }) => name);
        expect(fields).toEqual(expect.arrayContaining(Object.keys(values as JsonObject)));
      }
    },
  );

  it('Get User By Email is true through a card of a flow as well', async () => {
    const look = helperFlow({
      name: 'Look',
      description: 'Looks an address up.',
      inputs: { email: field.text() },
      outputs: { ids: field.listOf(field.text()), count: field.number() },
      body({ email }) {
        const { result } = auth0.getUserByEmail({ user: { email } });
        return { ids: result.ids, count: result.count };
      },
    });
    const flows = pack({
      name: 'looking',
      title: 'Looking',
      description: 'One flow.',
      flows: [look],
      tables: [],
      connections: [connection(auth0, 'Auth0')],
    });
    await withPack(compilePack(flows), sampleWorld(), {}, async ({ org }) => {
      const { outputs, error } = await org.run('Look', { email: 'Ada@acme.test' });
      expect(error).toBeUndefined();
      expect(outputs).toEqual({ ids: ['auth0|64f0'], count: 1 });
    });
  });
});

describe('every required input of', () => {
  const required = connector.actions.flatMap((action) =>
    action.dialog.inputs.flatMap((group) =>
      group.fields
        .filter((each) => each.required)
        .map((each) => [action.name, each.label, each, group.name] as const),
    ),
  );
  it.each(required)('%s: nothing is sent without %s', async (name, label, { name: input, type }, group) => {
    const action = connector.actions.find((each) => each.name === name);
    if (action === undefined) throw new Error(name);
    const { options = {}, inputs = {} } = sampleOf(action);
    const { error, requests } = await act(name, {
      options,
      inputs: { ...inputs, [group]: { ...inputs[group], [input]: type.type === 'object' ? {} : '' } },
    });
    expect(error).toMatchObject({ statusCode: 400 });
    expect(error?.message).toContain(label);
    expect(requests).toEqual([]);
  });
});

describe('an id that is a step in a path', () => {
  const byId = connector.actions.flatMap((action) =>
    action.dialog.inputs.flatMap((group) =>
      group.fields
        .filter(({ required, label }) => required && /ID$/.test(label))
        // A secondary's id, and a member's, go in a body.
        .filter(({ label }) => label !== 'Secondary User ID')
        .map((each) => [action.name, each.label, each.name, group.name] as const),
    ),
  );
  it.each(byId.flatMap((row) => ['.', '..'].map((id) => [...row, id] as const)))(
    '%s with a %s of dots sends no such request',
    async (name, _, input, group, id) => {
      if (name === 'Remove User from Organization' && group === 'user') return;
      const { options = {}, inputs = {} } = sampleOf(actionNamed(name));
      const given = { options, inputs: { ...inputs, [group]: { ...inputs[group], [input]: id } } };
      const { error, requests } = await act(name, given, { world: sampleWorld() });
      expect(error).toMatchObject({ statusCode: 400, message: 'An ID of dots alone is no ID.' });
      expect(requests.filter(({ path }) => path !== '/oauth/token')).toEqual([]);
    },
  );
});

describe('connector.json', () => {
  const ajv = new Ajv2020({ allErrors: true });
  addFormats(ajv);
  const validate = ajv.compile(definitionSchema);

  it('is as its schema says', () => {
    validate(compiled.definition);
    expect(validate.errors).toBeNull();
  });

  it.each<[string, JsonObject]>([
    ['an unknown key', { extra: 1 }],
    ['no name', { name: '' }],
    ['a version that is none', { version: 'latest' }],
    ['no action', { actions: [] }],
  ])('the schema refuses %s', (_, change) => {
    expect(validate({ ...compiled.definition, ...change })).toBe(false);
  });

  it('names the flows and methods that the flows have', () => {
    const { flows, actions } = compiled.definition as { flows: JsonObject[]; actions: JsonObject[] };
    expect(flows.map(({ name }) => name)).toEqual(view.flows.map(({ name }) => name));
    const methods = view.flows
      .filter(({ kind }) => kind === 'connector action')
      .map((flow) => flow.connector?.methodKey);
    expect(actions.map(({ methodKey }) => methodKey)).toEqual(methods);
  });
});

describe('its flows', () => {
  it('come in an order in which no flow calls one that is not uploaded yet', () => {
    const uploaded = new Set<string>();
    for (const flow of view.flows) {
      for (const called of calls(flow)) {
        // A flow that calls itself is there when it is saved.
        if (called !== flow.id)
          expect({
            flow: flow.name,
            calls: view.flow(called)?.name,
            there: uploaded.has(called),
          }).toMatchObject({ there: true });
      }
      uploaded.add(flow.id);
    }
  });

  it('hand the connection on in every Call Flow', () => {
    const callFlows = view.flows.flatMap((flow) =>
      flow.cards().filter((card) => calls({ cards: () => [card] }).length > 0),
    );
    expect(callFlows.length).toBeGreaterThan(0);
    for (const card of callFlows) {
      const connected = card.inputs.find((input) => input.group === 'auth' && input.key === 'blob');
      expect({ card: card.pointer, source: connected?.source?.card }).toEqual({
        card: card.pointer,
        source: expect.any(String),
      });
    }
  });

  it('save nothing where a secret or a token passes (D17)', () => {
    const open = view.flows.filter(({ saveData }) => saveData).map(({ name }) => name);
    expect(open).toEqual([]);
  });

  it('obey every rule', () => {
    for (const { name, pack: each } of [
      ...compiled.flows,
      { name: 'connector.folder', pack: compiled.folder },
    ]) {
      expect(lintPack(each, name)).toEqual([]);
    }
  });

  it('hold no value of a connection', () => {
    const texts = JSON.stringify(compiled.folder);
    const values = [...texts.matchAll(/"(?:domain|client_id|client_secret)":"([^"]*)"/g)].map(
      ([, value]) => value,
    );
    expect(values.length).toBeGreaterThan(0);
    expect(values.filter((value) => value !== '')).toEqual([]);
  });
});

/** The ids of the flows that cards call. */
function calls({ cards }: Pick<FlowView, 'cards'>): string[] {
  return cards().flatMap((card) =>
    card.inputs.flatMap(({ type, value }) =>
      type === 'flo' && typeof value === 'string' && value !== '' ? [value] : [],
    ),
  );
}
