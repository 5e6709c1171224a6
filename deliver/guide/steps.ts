/** The way from an empty tenant to a refused login, step by step: made from the connector, the packs and the Action. */

import type {
  CardView,
  ConnectorModel,
  FlowView,
  PackModel,
  PackView,
} from '@okta/workflows-connector-sdk-types';
import { postLoginAction } from '../../action/about';
import { auth0 } from '../../connector';
import { packs as allPacks } from '../../flows';
import { localBinding, methodKey } from '../../sdk/compile/binding';
import { compileConnector, connectorFlows } from '../../sdk/compile/connector';
import { compilePack } from '../../sdk/compile/pack';
import { viewPack } from '../../sdk/pack/view';
import { fileName } from '../dist';
import { actionSection, trySection } from './action-steps';
import { calledBy, flowPages, type UploadedFlow } from './build-pages';
import { iconSvg } from './icon';
import {
  chosen,
  code,
  type Entry,
  entry,
  type Guide,
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

/** What the guide is made from. */
export interface GuideSource {
  version: string;
  connector?: ConnectorModel;
  packs?: readonly PackModel[];
}

/** The Auth0 application's name: the reader's to change, but one has to start somewhere. */
const APPLICATION = 'Okta Workflows';

/** Makes the guide; the same sources give the same guide. */
export function guideOf({ version, connector = auth0.model, packs = allPacks }: GuideSource): Guide {
  const pack = viewPack(compileConnector(connector).folder);
  const flows = uploads(connector, pack);
  const views = packs.map((model) => ({ model, view: viewPack(compilePack(model)) }));
  return {
    title: `${connector.name} for Okta Workflows`,
    version,
    summary: [
      say`When Okta deactivates somebody, Auth0 refuses the login. This page leads there by clicks, from an empty Workflows org and an Auth0 tenant, and back again. Begin in a preview org with a test user.`,
      say`Choose one pack; everything else is the same for each.`,
      ...packs.map(({ name, title, description }) => say`${link(title, `#pack-${name}`)}: ${description}`),
    ],
    sections: [
      applicationSection(connector, views),
      connectorSection(connector),
      uploadSection(flows, pack),
      deploySection(connector, packs),
      bindSection(connector),
      ...views.map((each) => packSection(each, connector)),
      actionSection(),
      trySection(usedActions(connector, views).map(({ name }) => name)),
      undoSection(connector, views),
    ],
    pages: flowPages(connector, pack, flows),
  };
}

interface ViewedPack {
  model: PackModel;
  view: PackView;
}

/** The connector's flows with their files, in upload order. */
function uploads(connector: ConnectorModel, pack: PackView): UploadedFlow[] {
  return connectorFlows(connector).map((model, index) => {
    const view = pack.flowNamed(model.name);
    if (view === undefined) throw new Error(`The connector was compiled without "${model.name}".`);
    const number = String(index + 1).padStart(2, '0');
    return { model, view, file: `connector/${number}-${fileName(model.name)}.flow` };
  });
}

function applicationSection(connector: ConnectorModel, views: readonly ViewedPack[]): Section {
  const needed = neededScopes(connector, views);
  const others = connector.actions
    .map((action) => ({
      name: action.name,
      scopes: action.scopes.filter((scope) => !needed.includes(scope)),
    }))
    .filter(({ scopes }) => scopes.length > 0);
  return {
    id: 'auth0-application',
    title: 'An application in Auth0',
    place: 'Auth0 Dashboard',
    route: 'main',
    layout: 'steps',
    intro: [
      say`The flows speak to Auth0’s Management API as a machine-to-machine (M2M) application. Its secret goes into a connection and nowhere else.`,
    ],
    steps: [
      step(
        'auth0-application-create',
        'auth0.application',
        { name: APPLICATION, type: 'Machine to Machine' },
        say`Create the application`,
        {
          body: [
            say`${ui('Applications')} › ${ui('Applications')} › ${ui('Create Application')}. Choose ${ui('Machine to Machine Applications')}, then the API ${ui('Auth0 Management API')}.`,
          ],
          entries: [typed('Name', APPLICATION)],
        },
      ),
      step(
        'auth0-application-scopes',
        'auth0.scopes',
        { scopes: needed },
        say`Grant what the packs need, and no more`,
        {
          body: [say`In ${ui('Permissions')} tick these scopes, then ${ui('Authorize')}.`],
          entries: [
            ...needed.map((scope) => typed('Scope', scope)),
            ...others.map(({ name, scopes }) =>
              typed(name, scopes.join(' '), { group: 'Only if flows of yours use these actions' }),
            ),
          ],
        },
      ),
      step(
        'auth0-application-credentials',
        'auth0.credentials',
        { fields: connector.auth.parameters.map(({ key }) => key) },
        say`Keep its ${ui('Settings')} open: you will need three values`,
        {
          entries: connector.auth.parameters.map(({ label, help }) =>
            entry(label, { do: 'own', what: help }),
          ),
        },
      ),
    ],
    notes: [],
  };
}

/** The connector's actions that a pack uses. */
function usedActions(connector: ConnectorModel, views: readonly ViewedPack[]): ConnectorModel['actions'] {
  const { key } = localBinding(connector);
  const used = new Set(
    views
      .flatMap(({ view }) => cardsOf(view).filter(({ channel }) => channel === key))
      .map(({ method }) => method),
  );
  return connector.actions.filter((action) =>
    used.has(methodKey(localBinding(connector), connector, action.name)),
  );
}

/** The scopes of those. A pack without the connector does the same, and needs no others. */
function neededScopes(connector: ConnectorModel, views: readonly ViewedPack[]): string[] {
  return [...new Set(usedActions(connector, views).flatMap(({ scopes }) => scopes))].sort();
}

function connectorSection(connector: ConnectorModel): Section {
  const { settings, auth } = connector;
  const typeName = auth.type === 'custom' ? 'Custom' : auth.type;
  return {
    id: 'connector',
    title: 'The connector',
    place: 'Connector Builder',
    route: 'main',
    layout: 'steps',
    intro: [
      say`You need to be a super admin or a Workflows admin. In newer orgs Connector Builder is a part of ${ui('Integration Builder')}: create a project there first, add a connector to it with ${ui('New Component')}, and find the authentication on the project’s own tab.`,
    ],
    steps: [
      step(
        'connector-create',
        'connector.create',
        { name: connector.name, description: connector.description },
        say`Create it`,
        {
          body: [say`Workflows console › ${ui('Connector Builder')} › ${ui('New Connector')}.`],
          entries: [typed('Name', connector.name), typed('Description', connector.description)],
          outcome: say`The org makes a key of the name and some random letters. It never changes, which ${link('Tell the packs your connector’s key', '#bind')} is about.`,
        },
      ),
      step('connector-settings', 'connector.settings', { ...settings }, say`Fill in ${ui('Settings')}`, {
        entries: [
          typed('Accent Color', settings.accentColor),
          typed('User Documentation URL', settings.documentation),
          typed('Support Contact Email', settings.supportEmail, {
            hint: settings.supportEmail.endsWith('@example.com') ? 'put an address of yours here' : '',
          }),
        ],
      }),
      step('connector-icon', 'connector.icon', { file: 'connector/icon.svg' }, say`Give it its icon`, {
        body: [
          say`It stands on every card. ${code('connector/icon.svg')} is in the package; where the dialog wants a PNG, save one from here.`,
        ],
        text: { label: 'icon.svg', language: 'svg', value: iconSvg },
      }),
      step(
        'connector-authentication',
        'connector.authentication',
        { name: auth.name, type: typeName },
        say`Add the authentication`,
        {
          body: [
            say`${ui('Authentication')} › ${ui('Add Authentication')}; in older orgs ${ui('Edit')}, without a display name.`,
          ],
          entries: [typed('Display Name', auth.name), chosen('Auth Type', typeName)],
        },
      ),
      ...auth.parameters.map(({ key, label, secret }) => {
        const type = secret ? 'Password' : 'Text';
        return step(
          `connector-parameter-${slug(key)}`,
          'connector.parameter',
          { key, label, type },
          say`Add the parameter ${strong(label)}`,
          {
            entries: [typed('Label', label), typed('Key', key), chosen('Type', type)],
            outcome: say`The preview shows the field${secret ? ', and dots instead of what is typed' : ''}.`,
          },
        );
      }),
    ],
    notes: [
      say`Which kinds and sizes of images the icon’s dialog takes. For a listing in the catalogue Okta wants a PNG, JPG or GIF of less than 1 MB.`,
    ],
  };
}

function uploadSection(flows: readonly UploadedFlow[], pack: PackView): Section {
  return {
    id: 'upload',
    title: 'The connector’s flows',
    place: 'Connector Builder',
    route: 'main',
    layout: 'checklist',
    intro: [
      say`On the tab ${ui('Flows')} import the files one by one, in this order: what is called comes before what calls it. Where the dialog asks for a helper flow, choose the one of the same name that you imported before; for a flow that calls itself, choose it on its card ${ui('Call Flow')} after the import.`,
      say`Is there no import on that tab? Then ${link('build each flow by hand', '#build')}: every name in the list leads to its page.`,
    ],
    steps: [
      ...flows.map(({ model, view, file }) => {
        const calls = calledBy(pack, view);
        return step(
          `upload-${slug(model.name)}`,
          'connector.upload',
          { file, flow: model.name, calls },
          say`${link(model.name, `#build-${slug(model.name)}`)}`,
          {
            body: [
              say`${code(file)}${
                calls.length === 0
                  ? ''
                  : say`, calls ${listed(
                      calls.map((name) => (name === model.name ? 'itself' : name)),
                      (name) => (name === 'itself' ? name : ui(name)),
                    )}`
              }`,
            ],
          },
        );
      }),
      step(
        'upload-on',
        'connector.on',
        { flows: flows.map(({ model }) => model.name) },
        say`Turn every flow ${ui('ON')}`,
        { body: [say`Only flows that are on become part of a version.`] },
      ),
    ],
    notes: [
      say`Whether a connector takes flow files: Okta’s pages do not say. Public repositories ship connector flows as single files to import, and older orgs offered it; whether yours does shows on the tab.`,
    ],
  };
}

function deploySection(connector: ConnectorModel, packs: readonly PackModel[]): Section {
  const own = connector.auth.parameters.map(({ label, help }) => entry(label, { do: 'own', what: help }));
  const used = packs.filter((pack) => pack.connections.some(({ module }) => module === connector)).length;
  return {
    id: 'deploy',
    title: 'Test and deploy',
    place: 'Connector Builder',
    route: 'main',
    layout: 'steps',
    intro: [],
    steps: [
      step(
        'deploy-test',
        'connector.test',
        { fields: connector.auth.parameters.map(({ key }) => key) },
        say`Test a connection`,
        {
          body: [
            say`${ui('Test Connections')} › ${ui('New Connection')}, with the three values of the application. It is for this tab alone.`,
          ],
          entries: own,
          outcome: say`The connection is saved. Otherwise the dialog shows what Auth0 said: ${code('access_denied')} is a wrong secret, ${code('insufficient_scope')} a scope that was not granted.`,
        },
      ),
      step(
        'deploy-version',
        'connector.version',
        { flows: connectorFlows(connector).length },
        say`Create a test version`,
        {
          body: [say`${ui('Deployment')} › ${ui('Validate connector')}, then ${ui('Create test version')}.`],
          outcome: say`Version 1 is in the list. A version that does not pass names its errors.`,
        },
      ),
      step('deploy-deploy', 'connector.deploy', { name: connector.name }, say`Deploy it`, {
        body: [say`In the version’s ${ui('Actions')} menu: ${ui('Deploy version')}. It takes minutes.`],
        outcome: say`The panel of the private deployment shows the version, ${ui('Visible')}. From now on the project cannot be deleted.${used === 0 ? ' No pack needs it yet.' : ''}`,
      }),
    ],
    notes: [],
  };
}

function bindSection(connector: ConnectorModel): Section {
  const { key, version } = localBinding(connector);
  const names = connector.actions.map(({ name }) => name);
  return {
    id: 'bind',
    title: 'Tell the packs your connector’s key',
    place: 'Your terminal',
    route: 'main',
    layout: 'steps',
    intro: [
      say`An org gives a deployed connector a key of its own, and endings to the names of its cards and fields. No file can know them beforehand, so they are read from an export of yours.`,
    ],
    steps: [
      step(
        'bind-bind',
        'connector.bind',
        { key, version, actions: names },
        say`Read the keys, and build again`,
        {
          body: [
            say`In ${ui('Okta Workflows')} make a scratch flow, put each of the connector’s cards on it (${listed(names, strong)}), save it, and export it: ${ui('Export')} › ${ui('Download')}. Then, in this repository:`,
          ],
          text: {
            label: 'Terminal',
            language: 'sh',
            value: 'npm run -s owf -- bind --from scratch.flow\nnpm run -s build',
          },
          outcome: say`${code('manifest.json')} of the next package says ${code('"bound": true')}. Without this step, put the cards of your connector in the place of ours after the import: same names, same fields.`,
        },
      ),
    ],
    notes: [],
  };
}

function packSection({ model, view }: ViewedPack, connector: ConnectorModel): Section {
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
function activationOrder(view: PackView): string[] {
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

function undoSection(connector: ConnectorModel, views: readonly ViewedPack[]): Section {
  return {
    id: 'undo',
    title: 'Undo',
    place: null,
    route: 'undo',
    layout: 'steps',
    intro: [say`In this order nobody is locked out by what is half gone.`],
    steps: [
      step(
        'undo-action',
        'undo.action',
        { name: postLoginAction.name },
        say`Auth0: take the Action out of the login`,
        {
          body: [
            say`${ui('Actions')} › ${ui('Triggers')} › ${ui(postLoginAction.trigger.id)}: remove ${ui(postLoginAction.name)}, then ${ui('Apply')}.`,
          ],
          outcome: say`People who carry the flag log in again, unless a pack has blocked them as well: then ${ui('Unblock')} them.`,
        },
      ),
      ...views.map(({ model, view }) =>
        step(
          `undo-off-${model.name}`,
          'undo.off',
          { pack: model.name, flows: activationOrder(view).reverse() },
          say`Workflows: turn the flows of ${strong(model.title)} ${ui('OFF')}`,
          {
            body: [
              say`In this order: ${listed(activationOrder(view).reverse(), strong)}. Then delete the folder.`,
            ],
          },
        ),
      ),
      step(
        'undo-connection',
        'undo.connection',
        { connector: localBinding(connector).key, application: APPLICATION },
        say`Take the credentials back`,
        {
          body: [
            say`Workflows: ${ui('Connections')} › ${ui(connector.name)} › ${ui('Delete')}. Auth0: delete the application ${ui(APPLICATION)}, or rotate its secret.`,
          ],
          outcome: say`A connector that was deployed cannot be deleted; hide it in the panel of its private deployment.`,
        },
      ),
    ],
    notes: [],
  };
}

function cardsOf(view: PackView): CardView[] {
  return view.flows.flatMap((flow) => flow.cards());
}

function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
