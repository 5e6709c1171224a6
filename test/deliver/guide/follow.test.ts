/** The guide is followed: each step of the generated page is done, in order, in a local org and embedded tenants. */

import type {
  Auth0Seed,
  CardView,
  FlowView,
  Json,
  JsonObject,
  PackView,
  SourceView,
  WirePack,
} from '@okta/workflows-connector-sdk-types';
import axios from 'axios';
import { distFiles } from '../../../deliver/dist';
import { guideFiles } from '../../../deliver/guide';
import type { StepKind } from '../../../deliver/guide/model';
import { guideOf } from '../../../deliver/guide/steps';
import { packs } from '../../../flows';
import { compilePack } from '../../../sdk/compile/pack';
import { field, findRow, helperFlow, pack as packOf, table, updateRow } from '../../../sdk/dsl';
import { readPack } from '../../../sdk/pack/read';
import { viewPack } from '../../../sdk/pack/view';
import { virtualClock } from '../../../sdk/run/clock';
import type { FlowResult } from '../../../sdk/run/execution';
import { createOrg, type Imported, type Org } from '../../../sdk/run/org';
import { seededRandom } from '../../../sdk/run/random';
import { httpTransport } from '../../../sdk/run/transport';
import { type Auth0Tenant, type BoundAction, startAuth0Tenant } from '../../../tenants/auth0';
import { type OktaTenant, startOktaTenant } from '../../../tenants/okta';
import { setUpTenant } from '../../setup/support';
import { cli, workplace } from '../../support/cli';
import { type PageStep, stepsOf, unescaped } from './page';

const place = workplace();
const dist = new Map([...distFiles(), ...guideFiles('0.1.0')].map(({ path, text }) => [path, text]));
const page = dist.get('guide.html') ?? '';
const steps = stepsOf(page);
const built = viewPack(packIn('connector/connector.folder'));

const DATABASE = 'Username-Password-Authentication';
const USER = { id: '00u1test', email: 'test.user@acme.test', password: 'Correct-Horse-1' };
const DOMAINS = { okta: 'acme.okta.test', auth0: 'acme.eu.auth0.test' };
/** What the reader keeps of the application, by the key of the connector's parameter. */
const CREDENTIALS: Record<string, string> = {
  domain: DOMAINS.auth0,
  client_id: 'a-client',
  client_secret: 'a-secret-that-the-page-does-not-know',
};
const CUSTOMER_APPLICATION = { client_id: 'shop', client_secret: 'shop-secret', scopes: [] as string[] };

/** The reader's desk: what has been made so far. */
interface Desk {
  /** Of the application, until its scopes are granted. */
  application: string | null;
  /** What it was granted. */
  scopes: string[];
  okta: OktaTenant | null;
  auth0: Auth0Tenant | null;
  org: Org | null;
  /** The connector as it is being built, from the page alone. */
  connector: {
    name: string;
    icon: string;
    authentication: string;
    parameters: { key: string; label: string; type: string }[];
    uploaded: Map<string, WirePack>;
    on: string[];
    tested: boolean;
    version: boolean;
    key: string;
  };
  imported: Imported | null;
  view: PackView | null;
  connected: string[];
  delivered: FlowResult[];
  /** Actions made, deployed and bound, by name. */
  actions: Map<string, { code: string; deployed: boolean }>;
  bound: BoundAction[];
  login: { status: number; error?: string };
  /** Building by hand: the flow on the page, and its cards so far by number. */
  building: {
    flow: FlowView;
    cards: CardView[];
    done: Map<number, CardView>;
    /** What blocks hand on, which can be checked when their cards are there. */
    later: (() => void)[];
  } | null;
}

type Performer = (value: JsonObject, desk: Desk) => Promise<void> | void;

/** How each kind of step is done; a kind without one is an error of types, and one that the page invents fails below. */
const performers: Record<StepKind, Performer> = {
  'auth0.application': ({ name, type }, desk) => {
    expect(type).toBe('Machine to Machine');
    desk.application = text(name);
  },
  'auth0.scopes': async ({ scopes }, desk) => {
    expect(desk.application).not.toBeNull();
    desk.scopes = texts(scopes);
    await startTenants(desk, desk.scopes);
  },
  'auth0.credentials': ({ fields }) => expect(texts(fields)).toEqual(Object.keys(CREDENTIALS)),
  'connector.create': ({ name, description }, desk) => {
    expect(description).not.toBe('');
    desk.connector.name = text(name);
  },
  'connector.settings': ({ accentColor, documentation, supportEmail }) => {
    expect(accentColor).toMatch(/^#([0-9A-Fa-f]{3}|[0-9A-Fa-f]{6})$/);
    expect(new URL(text(documentation)).protocol).toBe('https:');
    expect(supportEmail).toContain('@');
  },
  'connector.icon': ({ file }, desk) => {
    desk.connector.icon = fileOf(file);
    expect(desk.connector.icon).toMatch(/^<svg [^>]*viewBox=/);
  },
  'connector.authentication': ({ type }, desk) => {
    desk.connector.authentication = text(type);
  },
  'connector.parameter': ({ key, label, type }, desk) => {
    expect(desk.connector.authentication).toBe('Custom');
    desk.connector.parameters.push({ key: text(key), label: text(label), type: text(type) });
  },
  'connector.upload': ({ file, flow, calls }, { connector }) => {
    const pack = packIn(file);
    const own = viewPack(pack).flows.find((each) => each.body !== null);
    expect(own?.name).toBe(flow);
    // The dialog offers only what is there already.
    for (const called of texts(calls)) expect([...connector.uploaded.keys(), flow]).toContain(called);
    connector.uploaded.set(text(flow), pack);
  },
  'connector.on': ({ flows }, { connector }) => {
    connector.on = texts(flows);
    expect(connector.on).toEqual([...connector.uploaded.keys()]);
  },
  'connector.test': async ({ fields }, desk) => {
    deploy(desk, 'a-test-version');
    const { working, serviceResponse } = await orgOf(desk).ping('a-test-version', valuesOf(fields));
    expect({ working, serviceResponse }).toMatchObject({ working: true });
    desk.connector.tested = true;
  },
  'connector.version': ({ flows }, { connector }) => {
    expect(connector.tested).toBe(true);
    expect(connector.on).toHaveLength(Number(flows));
    connector.version = true;
  },
  'connector.deploy': ({ name }, desk) => {
    expect(desk.connector).toMatchObject({ version: true, name });
    // What a tenant would choose by itself; here it is the key that packs without a binding call.
    const { key } = definition();
    deploy(desk, text(key));
    desk.connector.key = text(key);
  },
  'connector.bind': ({ key, actions }, desk) => {
    const { key: own, version, actions: known } = definition();
    expect(key).toBe(own);
    expect(desk.connector.key).toBe(own);
    expect(version).toBeDefined();
    expect(texts(actions)).toEqual(list(known).map(({ name }) => name));
  },
  'pack.import': ({ file, flows, tables }, desk) => {
    const pack = packIn(file);
    desk.imported = orgOf(desk).import(pack, text(file));
    desk.view = viewPack(pack);
    expect(desk.imported.flows).toHaveLength(Number(flows));
    expect(desk.imported.tables).toHaveLength(Number(tables));
  },
  'pack.table': ({ table: name, file, own }, desk) => {
    const mine = new Set(texts(own));
    const rows = csvRows(fileOf(file)).map((row) =>
      mine.has(row.name ?? '') ? { ...row, value: CREDENTIALS[row.name ?? ''] ?? '' } : row,
    );
    orgOf(desk).fillTable(text(name), rows);
  },
  'pack.connection': async ({ connector, fields }, desk) => {
    const okta = { domain: DOMAINS.okta, token: desk.okta?.apiToken ?? '' };
    await orgOf(desk).connect(text(connector), connector === 'okta' ? okta : valuesOf(fields), ['token']);
    desk.connected.push(text(connector));
  },
  'pack.assign': ({ connector, cards }, { connected, view }) => {
    expect(connected).toContain(connector);
    const there = view?.flows.flatMap((flow) =>
      flow
        .cards()
        .flatMap((card) => (card.channel === connector ? [{ flow: flow.name, card: card.title }] : [])),
    );
    expect(cards).toEqual(there);
  },
  'pack.on': ({ flows }, desk) => {
    const on = new Set<string>();
    for (const name of texts(flows)) {
      const flow = desk.view?.flowNamed(name);
      for (const called of flow === undefined ? [] : calledBy(flow, desk.view)) {
        if (called !== name) expect([...on]).toContain(called);
      }
      orgOf(desk).activate(name);
      on.add(name);
    }
    expect(
      orgOf(desk)
        .flows()
        .filter((flow) => !flow.on),
    ).toEqual([]);
    expect(desk.imported?.connections.filter((module) => !desk.connected.includes(module))).toEqual([]);
  },
  'pack.endpoint': ({ flow, securityLevel }, { view }) => {
    expect(view?.flowNamed(text(flow))).toMatchObject({ kind: 'api endpoint', securityLevel });
  },
  'pack.fill': ({ flow }, { view }) => {
    expect(view?.flowNamed(text(flow))?.kind).toBe('helper');
  },
  'pack.run': async ({ flow }, desk) => {
    expect(await orgOf(desk).run(text(flow), {})).toMatchObject({ outcome: 'success' });
  },
  'pack.live': async ({ table: name, row, value }, desk) => {
    const before = orgOf(desk).tables()[text(name)] ?? [];
    expect(before.map((each) => each.name)).toContain(row);
    await changeRow(orgOf(desk), text(name), text(row), text(value));
    expect(orgOf(desk).tables()[text(name)]).toContainEqual({ name: row, value });
  },
  'action.create': ({ name, trigger, file }, { actions }) => {
    expect(trigger).toBe('post-login');
    actions.set(text(name), { code: fileOf(file), deployed: false });
  },
  'action.deploy': ({ name }, { actions }) => {
    const action = actions.get(text(name));
    expect(action).toBeDefined();
    if (action !== undefined) action.deployed = true;
  },
  'action.bind': ({ name, trigger }, desk) => {
    const action = desk.actions.get(text(name));
    expect(trigger).toBe('post-login');
    expect(action?.deployed).toBe(true);
    bind(desk, [...desk.bound, { name: text(name), code: action?.code ?? '' }]);
  },
  'try.doctor': async ({ command, scopes }, { scopes: granted, bound }) => {
    // A tenant as this one is now, but over HTTPS, which real clients insist on.
    const actions = bound.map(({ name, code }) => ({ name, code }));
    const { tenant, ca, application, close } = await setUpTenant([...granted, ...texts(scopes)], { actions });
    try {
      const { clientId, clientSecret } = application();
      const places = ['--ca', place.file('ca.pem', ca), place.file('searched.txt', '')];
      const [program, ...words] = commandWords(text(command).replace('acme.eu.auth0.com', tenant.domain));
      expect(program).toBe('owf');
      Object.assign(process.env, { AUTH0_CLIENT_ID: clientId, AUTH0_CLIENT_SECRET: clientSecret });
      try {
        const { code, stdout, stderr } = await cli(...words, ...places);
        expect({ code, stdout, stderr }).toMatchObject({ code: 0, stderr: '' });
      } finally {
        delete process.env.AUTH0_CLIENT_ID;
        delete process.env.AUTH0_CLIENT_SECRET;
      }
    } finally {
      await close();
    }
  },
  'try.login': async (_, desk) => {
    await logIn(desk);
    expect(desk.login).toEqual({ status: 200 });
  },
  'try.deactivate': async (_, desk) => {
    const reply = await axios.post(
      `${desk.okta?.url}/api/v1/users/${USER.id}/lifecycle/deactivate`,
      undefined,
      { headers: { Authorization: `SSWS ${desk.okta?.apiToken}` } },
    );
    expect(reply.status).toBe(200);
    await desk.okta?.settled();
  },
  'try.history': ({ outcome }, { delivered }) => {
    expect(delivered.map((run) => run.outcome)).toEqual([outcome]);
    expect(delivered.flatMap((run) => run.innerErrors)).toEqual([]);
  },
  'try.profile': (value, { auth0 }) => {
    expect(auth0?.users().find(({ email }) => email === USER.email)).toMatchObject(value);
  },
  'try.refused': async (_, desk) => {
    await logIn(desk);
    // By the Action, or because a pack has blocked the account; a tenant that is out of order proves nothing.
    expect(['access_denied', 'unauthorized']).toContain(desk.login.error);
  },
  'undo.action': async ({ name }, desk) => {
    expect(desk.bound.map((action) => action.name)).toContain(name);
    bind(
      desk,
      desk.bound.filter((action) => action.name !== name),
    );
    const blocked = desk.auth0
      ?.users()
      .some(({ email, blocked }) => email === USER.email && blocked === true);
    await logIn(desk);
    expect(desk.login.status).toBe(blocked ? 401 : 200);
  },
  'undo.off': ({ flows }, desk) => {
    // The local org turns nothing off; that these are all of the pack's, its starts first, is what counts.
    const names = texts(flows);
    expect([...names].sort()).toEqual(desk.imported?.flows.map(({ name }) => name).sort());
    expect(desk.view?.flowNamed(names[0] ?? '')?.kind).not.toBe('helper');
  },
  'undo.connection': ({ connector, application }, desk) => {
    expect(connector).toBe(desk.connector.key);
    expect(application).toBe(desk.application);
  },
  'build.flow': ({ name, description, event, saveData }, desk) => {
    const flow = built.flowNamed(text(name));
    if (flow === undefined) throw new Error(`The connector has no flow "${text(name)}".`);
    expect(flow).toMatchObject({ description, saveData });
    expect(event).toBe(
      { 'connector action': 'Action', 'connector authping': 'Authping', 'connector helper': 'Helper Flow' }[
        String(flow.kind)
      ],
    );
    desk.building = {
      flow,
      cards: flow.cards().filter((card) => !isHidden(card, flow)),
      done: new Map(),
      later: [],
    };
  },
  'build.card': (value, { building }) => {
    const card = building?.cards.shift();
    if (building === null || card === undefined)
      throw new Error(`No card is left for ${JSON.stringify(value)}.`);
    expect(value).toMatchObject({ card: `${card.channel}:${card.method}`, title: card.title });
    checkEntries(list(value.entries), card, building);
    building.done.set(Number(value.number), card);
    building.later.push(() => checkBlocks(list(value.blocks), card, building));
  },
  'build.save': ({ name }, { building }) => {
    expect(building?.flow.name).toBe(name);
    expect(building?.cards).toEqual([]);
    for (const check of building?.later ?? []) check();
  },
};

/** The words of a command of this repository as the page has it, `npm run -s owf -- build`, as a shell makes them. */
function commandWords(command: string): string[] {
  const line = command.replaceAll('\\\n', ' ').replace(/^npm run -s owf -- /, 'owf ');
  return [...line.matchAll(/'([^']*)'|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? '');
}

/** The hidden first and last card of a block that is held inline. */
function isHidden(card: CardView, flow: FlowView): boolean {
  if (card.channel !== 'control' || card === flow.body?.cards[0]) return false;
  return card.method === 'callable' || (card.method === 'return' && card.marker === null);
}

/** What the page says to drag or type is what the compiled card holds. */
function checkEntries(
  entries: readonly JsonObject[],
  card: CardView,
  building: NonNullable<Desk['building']>,
): void {
  if (card.marker === 'connector_action') {
    checkDialog(entries, building.flow);
    return;
  }
  const left = card.inputs.filter(
    (input) => !input.hidden && (card.method !== 'callable' || input.group !== 'auth'),
  );
  if (card.method === 'callable') {
    expect(entries.map(({ value }) => value)).toEqual(left.map((input) => input.label));
    return;
  }
  for (const entry of entries.filter(({ label }) => label !== 'Output')) {
    const input = left.shift();
    expect({ title: card.title, label: input?.label }).toEqual({ title: card.title, label: entry.label });
    if (entry.do === 'leave') {
      expect(input?.source).toBeNull();
      expect(input?.value ?? '').toEqual(emptyOf(input?.value ?? ''));
    }
    if (entry.do === 'type') expect(entry.value).toEqual(typedForm(input?.value ?? null));
    if (entry.do === 'drag') checkDrag(entry, input?.source ?? null, building);
  }
  expect(left.map((input) => input.label)).toEqual([]);
}

/** What a machine would type. */
function typedForm(value: Json): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

/** The card and the output that the page says to drag from are those that the compiled field has its value from. */
function checkDrag(
  entry: JsonObject,
  source: SourceView | null,
  building: NonNullable<Desk['building']>,
): void {
  const named = building.done.get(Number(entry.card));
  if (named === undefined) throw new Error(`Card ${JSON.stringify(entry)} comes later.`);
  // The error of an If Error comes from the hidden beginning of its block.
  const from = entry.output === 'Error' ? named.blocks.catch?.cards[0] : named;
  expect(source?.card).toBe(from?.id);
  expect(from?.outputs.find(({ id }) => id === source?.output)?.label).toBe(entry.output);
  expect(source?.steps.flatMap((step) => ('path' in step ? step.path : []))).toEqual(entry.path);
}

/** What each block hands on, by the Return that it ends with or by the branch of an If/Else. */
function checkBlocks(
  blocks: readonly JsonObject[],
  card: CardView,
  building: NonNullable<Desk['building']>,
): void {
  const views = Object.values(card.blocks);
  expect(blocks).toHaveLength(views.length);
  for (const [index, block] of blocks.entries()) {
    const view = views[index];
    const end = view?.cards.at(-1)?.method === 'return' ? view.cards.at(-1) : undefined;
    const sources = end === undefined ? Object.values(view?.gives ?? {}) : end.inputs;
    const gives = list(block.gives);
    expect(gives).toHaveLength(sources.length);
    for (const [at, entry] of gives.entries()) {
      if (entry.do === 'drag') checkDrag(entry, sources[at]?.source ?? null, building);
      else expect(sources[at]?.source).toBeNull();
    }
  }
}

/** The dialogs of an action have the fields that its flow has. */
function checkDialog(entries: readonly JsonObject[], flow: FlowView): void {
  const { options = [], inputs = [] } = flow.connector ?? {};
  const fields = [...options, ...inputs].flatMap((group) => group.fields.map(({ label }) => label));
  expect(entries.map(({ value }) => value)).toEqual(fields);
}

function emptyOf(value: Json): Json {
  return Array.isArray(value) ? [] : typeof value === 'object' ? {} : '';
}

async function startTenants(desk: Desk, scopes: string[]): Promise<void> {
  const shared = { clock: virtualClock('2026-01-01T09:00:00.000Z'), random: seededRandom('guide') };
  const { client_id = '', client_secret = '' } = CREDENTIALS;
  const seed: Auth0Seed = {
    domain: DOMAINS.auth0,
    plan: 'enterprise',
    clients: [CUSTOMER_APPLICATION, { client_id, client_secret, scopes }],
    users: [
      { user_id: 'auth0|test', email: USER.email, connection: DATABASE, password: USER.password },
      { user_id: 'google-oauth2|test', email: USER.email, connection: 'google-oauth2' },
    ],
  };
  desk.auth0 = await startAuth0Tenant({ ...shared, seed });
  const profile = { firstName: 'Test', lastName: 'User', login: USER.email, email: USER.email };
  desk.okta = await startOktaTenant({
    ...shared,
    seed: { domain: DOMAINS.okta, users: [{ id: USER.id, status: 'ACTIVE', profile }] },
    // A delivery is plain JSON; its type only names the fields.
    onEvent: async (delivery) =>
      void desk.delivered.push(...(await orgOf(desk).deliver(delivery as unknown as Json))),
  });
  const hosts = { [DOMAINS.okta]: desk.okta.url, [DOMAINS.auth0]: desk.auth0.url };
  desk.org = createOrg({ ...shared, transport: httpTransport({ hosts }) });
}

/** Deploys what was uploaded, and nothing else. */
function deploy({ connector, org }: Desk, key: string): void {
  org?.deployConnector({
    key,
    version: text(definition().version),
    title: connector.name,
    secretFields: connector.parameters.filter(({ type }) => type === 'Password').map((each) => each.key),
    packs: [...connector.uploaded].map(([file, pack]) => ({ pack, file })),
  });
}

/** Changes one row as a person does in the table: with a flow of its own, which knows the table by name alone. */
async function changeRow(org: Org, name: string, row: string, value: string): Promise<void> {
  const rows = table({ name, description: '', columns: { name: field.text(), value: field.text() } });
  const change = helperFlow({
    name: 'Change Row',
    description: '',
    inputs: { name: field.text(), value: field.text() },
    outputs: {},
    body(inputs) {
      const { rowId } = findRow(rows, { name: inputs.name });
      updateRow(rows, rowId, { value: inputs.value });
      return {};
    },
  });
  const pack = compilePack(
    packOf({
      name: 'change',
      title: 'Change',
      description: '',
      flows: [change],
      tables: [rows],
      connections: [],
    }),
  );
  // As in an export without the table: the org's own of that name is meant.
  for (const each of Object.values(pack.data.tables)) each.data = null;
  org.import(pack, 'change.folder');
  org.activate('Change Row');
  const { outcome } = await org.run('Change Row', { name: row, value });
  expect(outcome).toBe('success');
}

async function logIn(desk: Desk): Promise<void> {
  const reply = await axios.post<JsonObject>(
    `${desk.auth0?.url}/oauth/token`,
    {
      grant_type: 'http://auth0.com/oauth/grant-type/password-realm',
      client_id: CUSTOMER_APPLICATION.client_id,
      client_secret: CUSTOMER_APPLICATION.client_secret,
      username: USER.email,
      password: USER.password,
      realm: DATABASE,
    },
    { validateStatus: () => true },
  );
  desk.login = { status: reply.status, ...(reply.status !== 200 && { error: String(reply.data.error) }) };
}

function bind(desk: Desk, actions: BoundAction[]): void {
  desk.bound = actions;
  desk.auth0?.bindPostLogin(actions);
}

function calledBy(flow: FlowView, view: PackView | null): string[] {
  return flow
    .cards()
    .flatMap((card) => card.inputs)
    .flatMap((input) => (input.type === 'flo' ? (view?.flow(String(input.value))?.name ?? []) : []));
}

function definition(): JsonObject {
  // The build wrote it.
  return JSON.parse(fileOf('connector/connector.json')) as JsonObject;
}

function fileOf(path: Json | undefined): string {
  const content = dist.get(text(path));
  if (content === undefined) throw new Error(`The page names ${text(path)}, which no build has.`);
  return content;
}

function packIn(path: Json | undefined): WirePack {
  const read = readPack(fileOf(path), text(path));
  if (!('pack' in read)) throw new Error(`${text(path)}: ${read.findings[0]?.message}`);
  return read.pack;
}

function csvRows(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.trim().split('\r\n');
  const names = head.split(',');
  return lines.map((line) =>
    Object.fromEntries(line.split(',').map((cell, index) => [names[index] ?? '', cell])),
  );
}

function valuesOf(fields: Json | undefined): Record<string, string> {
  return Object.fromEntries(texts(fields).map((key) => [key, CREDENTIALS[key] ?? '']));
}

function orgOf({ org }: Desk): Org {
  if (org === null) throw new Error('The org is not there yet.');
  return org;
}

function text(value: Json | undefined): string {
  if (typeof value !== 'string') throw new Error(`Not a text: ${JSON.stringify(value)}`);
  return value;
}

function texts(value: Json | undefined): string[] {
  return (Array.isArray(value) ? value : []).map(text);
}

function list(value: Json | undefined): JsonObject[] {
  // Lists of objects, as the page and the definition have them.
  return (Array.isArray(value) ? value : []) as JsonObject[];
}

function emptyDesk(): Desk {
  return {
    application: null,
    scopes: [],
    okta: null,
    auth0: null,
    org: null,
    connector: {
      name: '',
      icon: '',
      authentication: '',
      parameters: [],
      uploaded: new Map(),
      on: [],
      tested: false,
      version: false,
      key: '',
    },
    imported: null,
    view: null,
    connected: [],
    delivered: [],
    actions: new Map(),
    bound: [],
    login: { status: 0 },
    building: null,
  };
}

async function perform({ id, kind, value }: PageStep, desk: Desk): Promise<void> {
  const performer = Object.hasOwn(performers, kind) ? performers[kind as StepKind] : undefined;
  if (performer === undefined) throw new Error(`The step ${id} is "${kind}", which nobody knows how to do.`);
  try {
    await performer(value, desk);
  } catch (error) {
    const reason = typeof error === 'object' && error !== null && 'message' in error ? error.message : error;
    throw new Error(`The step ${id} cannot be done: ${String(reason)}`);
  }
}

describe('the page', () => {
  it('gives every step an id of its own', () => {
    const ids = steps.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect(ids.length).toBeGreaterThan(100);
  });

  it('has the steps of the model, in its order, and loses nothing on the way', () => {
    const guide = guideOf({ version: '0.1.0' });
    type Step = (typeof guide)['pages'][number]['steps'][number];
    const flat = (step: Step): Step[] => [step, ...step.blocks.flatMap((block) => block.steps.flatMap(flat))];
    const all = [...guide.sections, ...guide.pages].flatMap((part) => part.steps.flatMap(flat));
    expect(steps.map(({ id, kind, value }) => ({ id, kind, value }))).toEqual(
      all.map(({ id, kind, value }) => ({ id, kind, value })),
    );
  });

  it('names only commands that there are', async () => {
    const commands = [...page.matchAll(/npm run -s (owf -- [^<`]*|[a-z]+)/g)].map(([command]) =>
      commandWords(unescaped(command)),
    );
    const verbs = commands.flatMap(([program, verb, ...flags]) =>
      program === 'owf' ? [{ verb: verb ?? '', flags: flags.filter((word) => word.startsWith('--')) }] : [],
    );
    expect(new Set(verbs.map(({ verb }) => verb))).toEqual(new Set(['bind', 'deploy-action', 'doctor']));
    for (const { verb, flags } of verbs) {
      const { code, stdout } = await cli(verb, '--help');
      expect({ verb, code }).toEqual({ verb, code: 0 });
      for (const flag of flags) expect(stdout).toContain(`${flag} <`);
    }
  });

  it('knows every pack', () => {
    const routes = new Set(steps.map(({ route }) => route));
    expect([...routes].sort()).toEqual(
      [...packs.map(({ name }) => `pack:${name}`), 'build', 'main', 'undo'].sort(),
    );
  });

  it('fails a step that nobody can perform', async () => {
    const step = { id: 'x', kind: 'connector.dance', route: 'main', value: {} };
    await expect(perform(step, emptyDesk())).rejects.toThrow('nobody knows how to do');
  });
});

describe.each(packs.map(({ name }) => name))('followed with the pack %s', (name) => {
  const desk = emptyDesk();
  afterAll(async () => {
    await desk.okta?.close();
    await desk.auth0?.close();
  });

  it('ends in a refused login', async () => {
    const way = steps.filter(({ route }) => route === 'main' || route === `pack:${name}`);
    for (const step of way) await perform(step, desk);
    expect(way.at(-1)?.kind).toBe('try.refused');
    expect([401, 403]).toContain(desk.login.status);
  });

  it('leads back', async () => {
    const others = packs.filter((pack) => pack.name !== name).map((pack) => `undo-off-${pack.name}`);
    for (const step of steps.filter(({ route, id }) => route === 'undo' && !others.includes(id))) {
      await perform(step, desk);
    }
    expect(desk.bound).toEqual([]);
  });
});

it('builds every flow of the connector by hand as the compiler does', async () => {
  const desk = emptyDesk();
  const build = steps.filter(({ route }) => route === 'build');
  for (const step of build) await perform(step, desk);
  const names = build.filter(({ kind }) => kind === 'build.flow').map(({ value }) => value.name);
  const uploaded = steps.filter(({ kind }) => kind === 'connector.upload').map(({ value }) => value.flow);
  expect(names).toEqual(uploaded);
});
