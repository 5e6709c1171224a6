/** The guide’s leg for a pack: imported, its tables filled, connected, turned on, run once, and live in the end. */

import type { ConnectorModel, FlowView, PackView } from '@okta/workflows-connector-sdk-types';
import { localBinding } from '../../sdk/compile/binding';
import { calledBy } from './build-pages';
import {
  chosen,
  code,
  type Entry,
  entry,
  link,
  listed,
  type Section,
  type Step,
  say,
  slug,
  step,
  strong,
  typed,
  ui,
} from './model';
import { cardsOf, type ViewedPack } from './pack-uses';

/** The steps for one pack, whatever it holds: each comes from its file. */
export function packSection({ model, view }: ViewedPack, connector: ConnectorModel): Section {
  const at = `flows/${model.name}`;
  const id = `pack-${model.name}`;
  const { key } = localBinding(connector);
  const tables = Object.entries(model.files).flatMap(([file, text]) => {
    const table = view.tables.find(({ name }) => `${name}.csv` === file);
    return table === undefined ? [] : [{ table: table.name, file: `${at}/${file}`, rows: rowsOf(text) }];
  });
  const modules = [...new Set(view.connections.map(({ module }) => module))].sort();
  const order = activationOrder(view);
  const endpoints = view.flows.filter(({ kind }) => kind === 'api endpoint');
  return {
    id,
    title: `Pack: ${model.title}`,
    place: 'Okta Workflows',
    route: `pack:${model.name}`,
    layout: 'steps',
    intro: [
      say`${model.description}`,
      ...(modules.includes(key)
        ? []
        : [
            say`It needs no connector: go on here straight from ${link('An application in Auth0', '#auth0-application')}.`,
          ]),
    ],
    steps: [
      step(
        `${id}-import`,
        'pack.import',
        { file: `${at}/${model.name}.folder`, flows: view.flows.length, tables: view.tables.length },
        say`Import the folder`,
        {
          body: [
            say`${ui('Flows')} › the menu of a folder › ${ui('Import')}, and drop ${code(`${at}/${model.name}.folder`)}.`,
          ],
          outcome: say`${plural(view.flows.length, 'flow')}${view.tables.length === 0 ? '' : ` and ${plural(view.tables.length, 'table')}`}, all off and empty.`,
        },
      ),
      ...tables.map(({ table, file, rows }) => tableStep(id, table, file, rows, connector)),
      ...modules.flatMap((module) => connectionSteps(id, module, view, connector)),
      step(`${id}-on`, 'pack.on', { flows: order }, say`Turn the flows ${ui('ON')}, in this order`, {
        body: [say`Helper flows come first: a flow cannot run while one that it calls is off.`],
        entries: order.map((name, index) => chosen(String(index + 1), name)),
      }),
      ...endpoints.map((flow) => endpointStep(id, flow)),
      ...view.flows.filter(isEmptyHelper).map((flow) => fillStep(id, flow)),
      ...view.flows.filter(({ kind }) => kind === 'scheduled').map((flow) => runStep(id, flow)),
      ...tables.filter(({ rows }) => rows.some(isDryRun)).map(({ table }) => liveStep(id, table)),
    ],
    notes: [],
  };
}

/** The rows of a CSV as the project writes it: no quotes, no commas inside. */
function rowsOf(csv: string): Record<string, string>[] {
  const [head = '', ...lines] = csv.split('\r\n').filter((line) => line !== '');
  const names = head.split(',');
  return lines.map((line) => {
    const cells = line.split(',');
    return Object.fromEntries(names.map((name, index) => [name, cells[index] ?? '']));
  });
}

function tableStep(
  id: string,
  table: string,
  file: string,
  rows: readonly Record<string, string>[],
  connector: ConnectorModel,
): Step {
  const secrets = connector.auth.parameters.filter(({ secret }) => secret).map(({ key }) => key);
  const entries = rows.map((row): Entry => {
    const [name = '', value = ''] = Object.values(row);
    const known = connector.auth.parameters.find(({ key }) => key === name);
    if (value !== '') return typed(name, value, { group: 'Rows' });
    if (known !== undefined) return entry(name, { do: 'own', what: known.help }, { group: 'Rows' });
    return entry(name, { do: 'leave' }, { group: 'Rows' });
  });
  const own = entries.filter(({ what }) => what.do === 'own').map(({ label }) => label);
  return step(
    `${id}-table-${slug(table)}`,
    'pack.table',
    { table, file, own },
    say`Fill the table ${strong(table)}`,
    {
      body: [
        own.length === 0
          ? say`${ui('Tables')} › ${ui(table)} › ${ui('Import')}: ${code(file)} as it is.`
          : say`Write your values behind the commas of a copy of ${code(file)}, then ${ui('Tables')} › ${ui(table)} › ${ui('Import')}, and delete the copy.`,
        ...(own.some((name) => secrets.includes(name))
          ? [
              say`${strong('Whoever may open the table can read the secret.')} The packs with a connector have no such table.`,
            ]
          : []),
      ],
      entries,
    },
  );
}

/** A new connection where the connector is ours; then the cards that need one. */
function connectionSteps(id: string, module: string, view: PackView, connector: ConnectorModel): Step[] {
  const ours = module === localBinding(connector).key;
  const title = ours ? connector.name : 'Okta';
  const cards = view.flows.flatMap((flow) =>
    flow.cards().flatMap((card) => (card.channel === module ? [{ flow: flow.name, card: card.title }] : [])),
  );
  const made = step(
    `${id}-connection-${ours ? 'connector' : slug(module)}`,
    'pack.connection',
    { connector: module, fields: ours ? connector.auth.parameters.map(({ key }) => key) : [] },
    say`Make a connection for ${strong(title)}`,
    ours
      ? {
          body: [say`${ui('Connections')} › ${ui('New Connection')} › ${ui(title)}.`],
          entries: connector.auth.parameters.map(({ label, help }) =>
            entry(label, { do: 'own', what: help }),
          ),
          outcome: say`The connection is saved: with it the connector has asked Auth0 for one user.`,
        }
      : {
          body: [
            say`${ui('Connections')} › ${ui('New Connection')} › ${ui(title)}, and authorise it as an admin. It needs the scopes ${listed(oktaScopes(view), code)}. An org that uses Workflows mostly has one.`,
          ],
        },
  );
  const chosenOn = step(
    `${id}-assign-${ours ? 'connector' : slug(module)}`,
    'pack.assign',
    { connector: module, cards },
    say`Choose it on ${cards.length === 1 ? 'this card' : `these ${cards.length} cards`}`,
    { entries: cards.map(({ flow, card }) => chosen(card, title, { group: flow })) },
  );
  return [made, chosenOn];
}

/** What the cards of Okta in a pack need; the System Log only where one asks for it. */
function oktaScopes(view: PackView): string[] {
  const logs = cardsOf(view).some(({ inputs }) => inputs.some(({ value }) => value === '/api/v1/logs'));
  return ['okta.eventHooks.manage', 'okta.users.read', ...(logs ? ['okta.logs.read'] : [])];
}

/** Flows that call others come after them; what starts by itself comes last. */
export function activationOrder(view: PackView): string[] {
  const order: FlowView[] = [];
  const visit = (flow: FlowView, path: readonly FlowView[]) => {
    if (order.includes(flow) || path.includes(flow)) return;
    for (const name of calledBy(view, flow)) {
      const called = view.flowNamed(name);
      if (called !== undefined) visit(called, [...path, flow]);
    }
    order.push(flow);
  };
  const starts = (flow: FlowView) => flow.kind !== 'helper';
  for (const flow of view.flows) visit(flow, []);
  return [...order.filter((flow) => !starts(flow)), ...order.filter(starts)].map(({ name }) => name);
}

function endpointStep(id: string, flow: FlowView): Step {
  const access = flow.securityLevel === 'open' ? 'Public' : 'Secure with client token';
  return step(
    `${id}-endpoint-${slug(flow.name)}`,
    'pack.endpoint',
    { flow: flow.name, securityLevel: flow.securityLevel },
    say`Open ${strong(flow.name)} to its caller, if you use it`,
    {
      body: [
        say`${flow.description}`,
        say`On the flow’s first card open ${ui('API access')} and copy ${ui('Invoke URL')} and ${ui('Client token')} into the service that is to call it.`,
      ],
      entries: [chosen('API access', access)],
    },
  );
}

/** A helper that does nothing is there for the user's own cards. */
function isEmptyHelper(flow: FlowView): boolean {
  return flow.kind === 'helper' && flow.cards().every(({ method }) => own.has(method));
}

/** The trigger, and what only says something. */
const own = new Set(['helperFlow', 'callable', 'noop', 'comment', 'return']);

function fillStep(id: string, flow: FlowView): Step {
  return step(
    `${id}-fill-${slug(flow.name)}`,
    'pack.fill',
    { flow: flow.name },
    say`Put your own cards into ${strong(flow.name)}, if you like`,
    { body: [say`${flow.description}`] },
  );
}

function runStep(id: string, flow: FlowView): Step {
  return step(
    `${id}-run-${slug(flow.name)}`,
    'pack.run',
    { flow: flow.name },
    say`Run ${strong(flow.name)} once`,
    {
      body: [say`Open the flow, ${ui('Run')}. From then on it starts by itself.`, say`${flow.description}`],
      outcome: say`Its ${ui('Execution History')} has a run that ended well.`,
    },
  );
}

/** A pack that begins carefully says so in its settings. */
function isDryRun({ name, value }: Record<string, string>): boolean {
  return name === 'mode' && value === 'dry-run';
}

function liveStep(id: string, table: string): Step {
  return step(
    `${id}-live`,
    'pack.live',
    { table, row: 'mode', value: 'live' },
    say`Go live, when you have seen what it would do`,
    {
      body: [
        say`The pack begins as a dry run: it writes down what it would do, and changes nothing. Deactivate a test user once like that and read its tables. Then change the row ${code('mode')} of the table ${ui(table)}.`,
      ],
      entries: [typed('mode', 'live')],
    },
  );
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
