/** Binding to a tenant that gave the connector keys of its own. */

import type { BindingModel, WirePack } from '@okta/workflows-connector-sdk-types';
import { auth0 } from '../../connector';
import { auth0Deactivation } from '../../flows/auth0-deactivation';
import { auth0Lifecycle } from '../../flows/auth0-lifecycle';
import { openWorld } from '../../scripts/world';
import { readWorld } from '../../scripts/world-file';
import { fieldKey, localBinding, methodKey } from '../../sdk/compile/binding';
import { compileConnector } from '../../sdk/compile/connector';
import { compilePack } from '../../sdk/compile/pack';
import { viewPack } from '../../sdk/pack/view';
import { bindingFrom } from '../../setup/bind';

const connector = auth0.model;
const needed = connector.actions.filter((action) =>
  ['Get User By Email', 'Update User'].includes(action.name),
);
const own = localBinding(connector);

/** The keys of a tenant: every suffix another one. */
const tenant: BindingModel = {
  key: 'auth0lifecycle_00112233445566778899aabbccddeeff',
  version: '0.3.0',
  methods: {},
  fields: {},
};
for (const action of connector.actions) {
  tenant.methods[action.name] = `${methodKey(own, connector, action.name).slice(0, -10)}Tenant1234`;
  for (const side of ['options', 'inputs', 'outputs'] as const) {
    for (const group of action.dialog[side]) {
      for (const field of group.fields) {
        const key = fieldKey(own, connector, action.name, side, group.name, field);
        tenant.fields[`${action.name}/${side}/${group.name}/${field.name}`] = `${key.slice(0, -6)}TEN4NT`;
      }
    }
  }
}

/** An export of the tenant in which the cards list every output. */
function exported(binding: BindingModel, pack = auth0Deactivation): WirePack {
  const text = JSON.stringify(compilePack(pack, new Map([[connector, binding]])));
  const wire = JSON.parse(text) as WirePack;
  for (const flow of Object.values(wire.data.flos)) addOutputs(flow.data, binding);
  return wire;
}

/** Puts every output on the connector's cards, wherever they stand, as a user who chooses all of them does. */
function addOutputs(value: unknown, binding: BindingModel): void {
  if (typeof value !== 'object' || value === null) return;
  const card = value as {
    address?: unknown;
    node?: { key: string; model: { outputs: { data: Record<string, unknown> } } };
  };
  if (String(card.address).includes(binding.key) && card.node !== undefined) {
    const action = connector.actions.find(
      (each) => methodKey(binding, connector, each.name) === card.node?.key,
    );
    for (const group of action?.dialog.outputs ?? []) {
      for (const field of group.fields) {
        const key = fieldKey(binding, connector, action?.name ?? '', 'outputs', group.name, field);
        const data: Record<string, unknown> = card.node.model.outputs.data;
        const known = Object.values(data).some((port) => (port as { key: string }).key === key);
        if (known) continue;
        const id = `extra${Object.keys(data).length}${key}`.slice(0, 12);
        data[id] = {
          id,
          group: group.title,
          key,
          value: { error: false, type: 'string', collection: false, data: '', available: [] },
          ref: false,
          metadata: { index: Object.keys(data).length, displayname: field.label },
        };
      }
    }
    return;
  }
  for (const each of Object.values(value)) addOutputs(each, binding);
}

test('reads a tenant’s key, version, methods and fields, so that packs resolve and run there', async () => {
  const bound = bindingFrom(connector, viewPack(exported(tenant)), needed);
  if (!('binding' in bound)) throw new Error(bound.problem);
  const { binding } = bound;
  expect([binding.key, binding.version]).toEqual([tenant.key, tenant.version]);
  for (const action of needed) {
    expect(binding.methods[action.name]).toBe(tenant.methods[action.name]);
    const own = Object.entries(tenant.fields).filter(([path]) => path.startsWith(`${action.name}/`));
    for (const [path, key] of own) expect([path, binding.fields[path]]).toEqual([path, key]);
  }

  const world = await openWorld(readWorld(undefined), {
    connectors: [
      {
        key: tenant.key,
        version: tenant.version,
        title: 'The tenant’s',
        secretFields: ['client_secret'],
        packs: [{ pack: compileConnector(connector, tenant).folder, file: 'connector.folder' }],
      },
    ],
  });
  try {
    const imported = world.org.import(
      compilePack(auth0Deactivation, new Map([[connector, binding]])),
      'bound.folder',
    );
    expect(imported.connections).toContain(tenant.key);
    await world.furnish(imported);
    for (const flow of imported.flows) world.org.activate(flow.id);
    await world.deactivate('00u1ada');
    expect(world.delivered.map(({ outcome, innerErrors }) => ({ outcome, innerErrors }))).toEqual([
      { outcome: 'success', innerErrors: [] },
    ]);
    expect(world.auth0.users().find((user) => user.user_id === 'auth0|ada')?.app_metadata).toEqual({
      okta_deactivated: true,
    });
  } finally {
    await world.close();
  }
});

test('fields that an export does not list keep our keys where the upload kept those it lists', () => {
  const kept = { ...own, key: tenant.key, version: '0.2.0' };
  const bound = bindingFrom(
    connector,
    viewPack(compilePack(auth0Deactivation, new Map([[connector, kept]]))),
    needed,
  );
  expect(bound).toMatchObject({ binding: { key: tenant.key, version: '0.2.0' } });
});

test.each([
  [
    'no card of ours',
    {
      version: own.version,
      key: 'other',
      methods: { 'Get User By Email': 'x_1', 'Update User': 'y_2' },
      fields: {},
    },
    'holds no card of "Auth0 Lifecycle"',
  ],
])('says what is wrong with an export with %s', (_what, binding, message) => {
  expect(bindingFrom(connector, viewPack(exported(binding)), needed)).toMatchObject({
    problem: expect.stringContaining(message),
    hint: expect.stringContaining('Drop the cards "Get User By Email", "Update User"'),
  });
});

test('names the cards that are missing', () => {
  const all = connector.actions.filter((action) =>
    [...needed.map(({ name }) => name), 'Deactivate User'].includes(action.name),
  );
  expect(bindingFrom(connector, viewPack(exported(tenant)), all)).toMatchObject({
    problem: 'The export lacks the cards "Deactivate User".',
  });
});

test('refuses an export with cards of two versions', () => {
  const one = exported(tenant);
  const two = exported({ ...tenant, version: '0.4.0' }, auth0Lifecycle);
  const both: WirePack = { ...one, data: { ...one.data, flos: { ...one.data.flos, ...two.data.flos } } };
  expect(bindingFrom(connector, viewPack(both), needed)).toMatchObject({
    problem: expect.stringContaining('several connectors or versions'),
  });
});

test('asks for all outputs where the tenant made new keys and the export hides some', () => {
  const hidden = viewPack(compilePack(auth0Deactivation, new Map([[connector, tenant]])));
  expect(bindingFrom(connector, hidden, needed)).toMatchObject({
    hint: expect.stringContaining('choose all outputs'),
  });
});
