/** A small good pack for tests, with every construct of the format in it. */

import type {
  Json,
  JsonObject,
  WireCard,
  WireFlow,
  WireFlowData,
  WireInlineFlow,
  WireInput,
  WireOutput,
  WirePack,
  WireScope,
  WireType,
  WireValue,
} from '@okta/workflows-connector-sdk-types';
import { shortIdFrom, uuidFrom } from '../../sdk/pack/ids';

export const ids = {
  folder: uuidFrom('folder'),
  table: uuidFrom('table'),
  connection: uuidFrom('connection'),
  joinTexts: uuidFrom('flow', 'Join two texts'),
  greet: uuidFrom('flow', 'Greet'),
  nightly: uuidFrom('flow', 'Nightly'),
  endpoint: uuidFrom('flow', 'Endpoint'),
  onUser: uuidFrom('flow', 'On user'),
};

/** Gives a fresh pack each time: five flows, a table, a connection and a folder; no check finds anything. */
export function examplePack(): WirePack {
  return {
    type: 'flopack',
    version: '1.5.0',
    created: '2026-01-01T00:00:00.000Z',
    flags: { 'auto-transform': true, looseBooleans: true, looseStrings: true, looseNulls: true },
    data: {
      flos: Object.fromEntries(
        [joinTexts(), greet(), nightly(), endpoint(), onUser()].map((flow) => [flow.id, flow]),
      ),
      configs: {
        [ids.connection]: { id: ids.connection, name: 'Okta', module: 'okta', data: null },
      },
      tables: {
        [ids.table]: {
          id: ids.table,
          name: 'people',
          description: '',
          data: {
            class: 'simple',
            group_id: ids.folder,
            structure: [{ name: 'name', type: 'str', default: null }],
          },
        },
      },
      groups: {
        [ids.folder]: {
          id: ids.folder,
          data: { name: 'Examples', description: '', media_uri: '', path: '' },
        },
      },
    },
  };
}

/** callable → concat → return. */
function joinTexts(): WireFlow {
  const cards = maker('Join two texts');
  const start = cards.trigger(['first', 'second']);
  const concat = cards.card('string:concat', 'Concatenate', {
    inputs: [text('string1'), text('string2')],
    outputs: [text('output')],
  });
  const end = cards.card('control:return', 'Return', { ...both([text('joined')]), mirrored: true });
  connect(start, 'first', concat, 'string1');
  connect(start, 'second', concat, 'string2');
  connect(concat, 'output', end, 'joined');
  return flow(ids.joinTexts, 'Join two texts', chain([start, concat, end]));
}

/** Every construct: a picked sub-field, If/Else, Compose, If Error, If/ElseIf, For Each, a table, a connection. */
function greet(): WireFlow {
  const cards = maker('Greet');
  const start = cards.trigger(['people'], [{ ...text('person'), type: person }]);
  anOutput(start, 'people').value = { ...asValue({ key: 'people', list: true }), data: [] };
  anInput(start, 'people').value = { ...asValue({ key: 'people', list: true }), data: [] };
  anOutput(start, 'people').ref = true;

  const source = anOutput(start, 'person').id;
  const picked = { path: ['name', 'given'], srcMethodId: start.uuid, srcOutputId: source };
  const expand = cards.card('object:expand', start.uuid, {
    displayed: false,
    inputs: [{ key: 'object', type: person, metadata: { srcMethodId: start.uuid, srcOutputId: source } }],
    outputs: [
      { key: 'key', group: 'pickedPart', list: true, data: picked.path, metadata: picked },
      { key: 'value', group: 'pickedPart', metadata: picked },
    ],
  });
  connect(start, 'person', expand, 'object');

  const choice = cards.card('control:if', 'If/Else', {
    inputs: [text('left-operand'), { key: 'operator', data: '==' }, { key: 'right-operand', data: 'ADA' }],
    outputs: [{ key: 'result', type: 'boolean', data: false }],
  });
  const yes = cards.card('control:noop', 'yes', { displayed: false });
  const no = cards.card('control:noop', 'no', { displayed: false });
  choice.branches = { [yes.uuid]: true, [no.uuid]: false };
  const lower = cards.card('string:toLowerCase', 'To Lower Case', {
    inputs: [text('string')],
    outputs: [text('output')],
  });
  const join = cards.card('control:join', 'Join', { inputs: [text('name')], outputs: [text('name')] });
  join.joins = { [anInput(join, 'name').id]: [{ output: anOutput(join, 'name').id, transform: null }] };
  connect(expand, 'value', choice, 'left-operand');
  connect(expand, 'value', lower, 'string');
  connect(lower, 'output', join, 'name');

  const compose = cards.card('string:compose', 'Compose', {
    inputs: [{ key: '_text_', data: 'Hello {{{greeting0}}}!' }, text('greeting0')],
    outputs: [text('output')],
  });
  connect(join, 'name', compose, 'greeting0');

  const attempt = tryJoin(cards, compose);
  const select = chooseText(cards, attempt);
  const each = cards.card('list:each', 'For Each', {
    inputs: [
      { key: 'list', list: true, data: [] },
      { key: 'flo', type: 'flo', data: ids.joinTexts },
      { key: 'concurrency', type: 'number', data: 1 },
      { ...text('first'), proxy: { dynamic: true, path: '', dest: { key: 'first', group: null } } },
    ],
  });
  connect(start, 'people', each, 'list');

  const rows = cards.card('stash:searchRows2', 'Search Rows', {
    version: '0.7.148',
    inputs: [
      { key: 'stash', group: 'parameters', data: ids.table, metadata: { table: true } },
      { key: 'Where Expression', group: 'Filter', type: 'object', data: {}, metadata: { expr: true } },
      {
        key: anOutput(select, 'text').id,
        group: '_expr',
        metadata: { forceHide: true, method: select.uuid },
      },
    ],
    outputs: [{ key: 'name', group: 'Row' }],
  });
  anInput(rows, 'Where Expression').value.data = {
    expr: [
      {
        lhs: 'name',
        op: '=',
        join: 'AND',
        rhd: { methodId: select.uuid, outputId: anOutput(select, 'text').id },
      },
    ],
  };
  connect(select, 'text', rows, anOutput(select, 'text').id);

  const read = cards.card('okta:readUser', 'Read User', {
    version: '1.0.712',
    inputs: [{ key: 'ID or Login', group: 'User' }],
    outputs: [{ key: 'ID', group: 'System Properties' }],
  });
  read.node.model.config = ids.connection;
  read.node.model.policy.error = {
    type: 'finish',
    delay: [60000, 180000],
    retry: 3,
    retryCondition: 'ratelimits',
  };
  connect(rows, 'name', read, 'ID or Login');

  const body = chain([start, choice], [join, compose, attempt, select, each, rows, read]);
  body.methods.push(expand, yes, no, lower);
  edges(body, [
    [start, expand],
    [expand, choice],
    [yes, lower],
    [lower, join],
    [yes, join],
    [no, join],
  ]);
  return flow(ids.greet, 'Greet', body);
}

/** If Error around a call, which gets a value from outside. */
function tryJoin(cards: Maker, compose: WireCard): WireCard {
  const attempt = cards.card('control:tryCatch', 'If Error', {
    inputs: [{ key: 'flo', type: 'flo', data: null }],
    outputs: [{ ...text('joined'), metadata: { custom: true } }],
  });
  const inner = cards.trigger([], [], 'try');
  wormhole(attempt, inner, 'greetingIn');
  connect(compose, 'output', attempt, 'greetingIn');
  const call = cards.card('control:spawn', 'Call Flow', {
    inputs: [
      { key: 'flo', type: 'flo', data: ids.joinTexts },
      { ...text('first'), metadata: { custom: true } },
      { ...text('second'), metadata: { custom: true } },
    ],
    outputs: [text('joined')],
  });
  connect(inner, 'greetingIn', call, 'first');
  const done = cards.card('control:return', 'Return', { ...both([text('joined')]), mirrored: true }, 'try');
  connect(call, 'joined', done, 'joined');
  anInput(attempt, 'flo').value.data = inline('try', chain([inner, call, done]));

  const failed = cards.trigger([], [{ key: 'error', group: 'context', type: errorType }], 'catch');
  const after = cards.card(
    'control:return',
    'Return',
    { ...both([text('joined')]), mirrored: true },
    'catch',
  );
  attempt.node.model.policy.error = {
    type: 'handler',
    flo: inline('catch', chain([failed, after])),
    merge: 'join',
  };
  return attempt;
}

/** If/ElseIf with one group in between; its "if" hands a value through two blocks. */
function chooseText(cards: Maker, attempt: WireCard): WireCard {
  const groups = ['if', 'elseGroup1', 'else'];
  const select = cards.card('control:branch', 'If/ElseIf', {
    inputs: groups.flatMap((group): FieldPlan[] => [
      ...(group === 'else'
        ? []
        : ['left-operand', 'operator', 'right-operand'].map((key) => ({ key, group, data: '' }))),
      { key: 'flo', group, type: 'flo', data: null },
    ]),
    outputs: [{ ...text('text'), metadata: { custom: true } }],
  });
  for (const group of groups) {
    const start = cards.trigger([], [], `branch ${group}`);
    const end = cards.card(
      'control:return',
      'Return',
      { ...both([text('text')]), mirrored: true },
      `branch ${group}`,
    );
    const held = Object.values(select.node.model.inputs.data).find(
      (input) => input.group === group && input.key === 'flo',
    );
    if (held === undefined) throw new Error(`no block for ${group}`);
    if (group !== 'if') {
      held.value.data = inline(`branch ${group}`, chain([start, end]));
      continue;
    }
    wormhole(select, start, 'outerText');
    connect(attempt, 'joined', select, 'outerText');
    const inner = cards.card('control:tryCatch', 'If Error', {
      inputs: [{ key: 'flo', type: 'flo', data: null }],
      outputs: [{ ...text('deep'), metadata: { custom: true } }],
    });
    const deepStart = cards.trigger([], [], 'deep');
    wormhole(inner, deepStart, 'deeperText');
    connect(start, 'outerText', inner, 'deeperText');
    const deepEnd = cards.card(
      'control:return',
      'Return',
      { ...both([text('deep')]), mirrored: true },
      'deep',
    );
    connect(deepStart, 'deeperText', deepEnd, 'deep');
    anInput(inner, 'flo').value.data = inline('deep', chain([deepStart, deepEnd]));
    const caught = cards.trigger([], [], 'deep catch');
    const caughtEnd = cards.card(
      'control:return',
      'Return',
      { ...both([text('deep')]), mirrored: true },
      'deep catch',
    );
    inner.node.model.policy.error = {
      type: 'handler',
      flo: inline('deep catch', chain([caught, caughtEnd])),
      merge: 'join',
    };
    connect(inner, 'deep', end, 'text');
    held.value.data = inline(`branch ${group}`, chain([start, inner, end]));
  }
  return select;
}

function nightly(): WireFlow {
  const cards = maker('Nightly');
  const start = cards.trigger([], [{ key: 'execution_time', group: 'context' }]);
  start.node.data.name = 'Scheduled Flow';
  start.node.model.metadata.name = 'Scheduled Flow';
  const made = flow(ids.nightly, 'Nightly', chain([start]));
  if (made.data !== null) {
    made.data.cron = { seconds: '00', minutes: '0', hours: '9', recurrence: 0, timeZone: 'UTC' };
    made.data.scheduled = true;
  }
  return made;
}

function endpoint(): WireFlow {
  const cards = maker('Endpoint');
  const start = cards.card('http:accept', 'API Endpoint', {
    ...both([{ key: 'body', group: 'raw', metadata: { hidden: true } }]),
    mirrored: true,
  });
  const made = flow(ids.endpoint, 'Endpoint', chain([start]));
  if (made.data !== null) {
    made.data.security_level = 'medium';
    made.data.display.isCallable = false;
  }
  return made;
}

/** An event and the body that runs for each of its entries. */
function onUser(): WireFlow {
  const cards = maker('On user');
  const event = cards.card('okta:userDeactivated', 'User Deactivated', {
    version: '1.0.690',
    outputs: [{ key: 'collection', type: 'object', list: true, data: [] }],
  });
  event.node.model.webhook = true;
  event.node.model.webhookList = true;
  event.node.model.config = ids.connection;
  const loop = cards.card('list:asyncEach', 'For Each - Ignore Errors', {
    inputs: [
      { key: 'list', type: 'object', list: true, data: [] },
      { key: 'flo', type: 'flo', data: null },
      { key: 'concurrency', type: 'number', data: 1 },
    ],
  });
  connect(event, 'collection', loop, 'list');
  const start = cards.trigger([], [{ key: 'UUID', group: 'Output' }], 'each');
  const note = cards.card('control:comment', 'Comment', {}, 'each');
  note.node.model.comments = { title: 'Why', markdown: 'Says why.' };
  anInput(loop, 'flo').value.data = inline('each', chain([start, note]));
  const made = flow(ids.onUser, 'On user', chain([event, loop]));
  if (made.data !== null) made.data.display.isCallable = false;
  return made;
}

const person: WireType = {
  name: { type: { given: { type: 'string', collection: false } }, collection: false },
};
const errorType: WireType = { message: { type: 'string', collection: false } };

interface FieldPlan {
  key: string;
  group?: string;
  type?: WireType;
  list?: boolean;
  data?: Json;
  metadata?: JsonObject;
  proxy?: WireValue['proxy'];
}

interface CardPlan {
  version?: string;
  displayed?: boolean;
  mirrored?: boolean;
  inputs?: FieldPlan[];
  outputs?: FieldPlan[];
}

type Maker = ReturnType<typeof maker>;

/** Makes the cards of one flow; their ids come from the flow's name and the order in which they are made. */
function maker(flowName: string) {
  let count = 0;
  const card = (name: string, title: string, plan: CardPlan, where = ''): WireCard => {
    const [channel = '', key = ''] = name.split(':');
    const kernel = plan.version === undefined;
    const parent = kernel ? `root:kernel:${channel}` : `root:channels:http:${channel}`;
    const version = plan.version ?? '0.0.1';
    const id = [flowName, where, name, String(count++)];
    return {
      joins: {},
      address: `${parent}:${version}:${key}`,
      parents: {
        version: { address: `${parent}:${version}`, key: version, data: { name: version } },
        channel: { address: parent, key: channel, data: { name: channel } },
      },
      uuid: shortIdFrom(9, ...id),
      branches: {},
      node: {
        key,
        data: { name: title },
        model: {
          type: 'method',
          _v: 2,
          key,
          executable: !kernel,
          displayed: plan.displayed ?? true,
          async: false,
          cooperative: false,
          mirrored: plan.mirrored ?? false,
          inlined: false,
          dependencies: [],
          timeout: 30000,
          idempotent: false,
          monitor: false,
          webhook: false,
          webhookList: false,
          webhookConditions: false,
          mobile: false,
          hooks: {},
          policy: { error: { type: 'finish' } },
          metadata: { id: null, name: title, description: null },
          meta: {},
          config: null,
          partnerChannelKeys: null,
          inputs: {
            extensible: true,
            data: Object.fromEntries(
              (plan.inputs ?? []).map((field, index) => inputEntry(field, index, ...id)),
            ),
          },
          outputs: {
            extensible: true,
            data: Object.fromEntries(
              (plan.outputs ?? []).map((field, index) => outputEntry(field, index, ...id)),
            ),
          },
          runtime: {},
        },
      },
      pins: {},
    };
  };
  return {
    card,
    trigger(names: string[], more: FieldPlan[] = [], where = ''): WireCard {
      const fields = [...names.map((key) => ({ ...text(key), metadata: { custom: true } })), ...more];
      return card('control:callable', 'Helper Flow', { ...both(fields), mirrored: true }, where);
    },
  };
}

const text = (key: string): FieldPlan => ({ key });
const both = (fields: FieldPlan[]) => ({ inputs: fields, outputs: fields });

function asValue({ type = 'string', list = false, data, proxy }: FieldPlan): WireValue {
  const unset = list ? [] : type === 'string' ? '' : null;
  return {
    error: false,
    ...(proxy === undefined ? {} : { proxy }),
    type,
    collection: list,
    data: data === undefined ? unset : data,
    available: [],
  };
}

function inputEntry(field: FieldPlan, index: number, ...names: string[]): [string, WireInput] {
  const id = shortIdFrom(10, ...names, 'input', field.group ?? '', field.key);
  const option = field.group === 'parameters';
  return [
    id,
    {
      id,
      group: field.group ?? null,
      key: field.key,
      value: asValue(field),
      required: false,
      ref: field.list ?? false,
      metadata: { ...field.metadata, index },
      flags: option ? 'p' : 'd',
    },
  ];
}

function outputEntry(field: FieldPlan, index: number, ...names: string[]): [string, WireOutput] {
  const id = shortIdFrom(10, ...names, 'output', field.group ?? '', field.key);
  return [
    id,
    {
      id,
      group: field.group ?? null,
      key: field.key,
      value: asValue(field),
      ref: field.list ?? false,
      metadata: { ...field.metadata, index },
    },
  ];
}

/** Adds the hidden fields through which a block gets a value from outside. */
function wormhole(owner: WireCard, inner: WireCard, key: string): void {
  const field = (other: WireCard): FieldPlan => ({
    key,
    group: 'context',
    metadata: { forceHide: true, wormholeMethodId: other.uuid },
  });
  const [outerId, outer] = inputEntry(field(inner), 90, owner.uuid, inner.uuid, 'outer');
  owner.node.model.inputs.data[outerId] = outer;
  const [inId, input] = inputEntry(field(owner), 90, owner.uuid, inner.uuid, 'inner');
  inner.node.model.inputs.data[inId] = input;
  const [outId, output] = outputEntry(field(owner), 90, owner.uuid, inner.uuid, 'inner');
  inner.node.model.outputs.data[outId] = output;
}

function anInput(card: WireCard, key: string): WireInput {
  const found = Object.values(card.node.model.inputs.data).find((input) => input.key === key);
  if (found === undefined) throw new Error(`${card.address} has no input ${key}`);
  return found;
}

function anOutput(card: WireCard, key: string): WireOutput {
  const found = Object.values(card.node.model.outputs.data).find((output) => output.key === key);
  if (found === undefined) throw new Error(`${card.address} has no output ${key}`);
  return found;
}

function connect(from: WireCard, outputKey: string, to: WireCard, inputKey: string): void {
  const output = anOutput(from, outputKey);
  const targets = from.pins[output.id] ?? {};
  targets[to.uuid] = [...(targets[to.uuid] ?? []), { input: anInput(to, inputKey).id, transform: null }];
  from.pins[output.id] = targets;
  output._used = true;
}

/** Rows of cards that follow each other; from one row to the next no edge leads. */
function chain(...rows: WireCard[][]): WireScope {
  const body: WireScope = { methods: rows.flat(), orderings: {} };
  for (const row of rows) {
    for (const [at, card] of row.entries()) {
      const next = row[at + 1];
      if (next !== undefined) edges(body, [[card, next]]);
    }
  }
  return body;
}

function edges(body: WireScope, pairs: [WireCard, WireCard][]): void {
  for (const [from, to] of pairs) {
    body.orderings[shortIdFrom(9, 'edge', from.uuid, to.uuid)] = [from.uuid, to.uuid];
  }
}

const tree = { id: 2, name: 'empty' };
const noMeta = { inputs: {}, outputs: {}, options: {} };

function flow(id: string, name: string, body: WireScope): WireFlow {
  const data: WireFlowData = {
    id: null,
    uuid: id,
    display: {
      preview: body.methods.map((card) => ({
        module: card.parents.channel.key,
        name: card.node.key,
        kernel: card.address.startsWith('root:kernel:'),
      })),
      eventConnecterName: body.methods[0]?.node.data.name ?? '',
      isCallable: true,
    },
    tree,
    methods: body.methods,
    model: {},
    orderings: body.orderings,
    cron: {},
    security_level: null,
    log: false,
    inheritLog: true,
    scheduled: false,
    group: ids.folder,
    templateName: null,
    connector_method_meta: noMeta,
    monitor_flo: false,
  };
  return { id, name, description: '', data };
}

function inline(name: string, body: WireScope): WireInlineFlow {
  const id = uuidFrom('block', name);
  return {
    id,
    uuid: id,
    tree,
    methods: body.methods,
    model: {},
    orderings: body.orderings,
    security_level: null,
    log: false,
    inheritLog: false,
    group: null,
    templateName: null,
    connector_method_meta: noMeta,
    monitor_flo: false,
  };
}
