/** The guide’s legs in Connector Builder: the connector is made, uploaded, deployed, and its keys are read. */

import type { ConnectorModel, PackModel, PackView } from '@okta/workflows-connector-sdk-types';
import { localBinding } from '../../sdk/compile/binding';
import { connectorFlows } from '../../sdk/compile/connector';
import { calledBy, type UploadedFlow } from './build-pages';
import { iconSvg } from './icon';
import { chosen, code, entry, link, listed, type Section, say, slug, step, strong, typed, ui } from './model';

/** Settings, icon and authentication, every field of it. */
export function connectorSection(connector: ConnectorModel): Section {
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

/** The connector’s flows, in the order in which they can be uploaded. */
export function uploadSection(flows: readonly UploadedFlow[], pack: PackView): Section {
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

/** A connection that is tested, a version, and its deployment. */
export function deploySection(connector: ConnectorModel, packs: readonly PackModel[]): Section {
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

/** The keys that the org gave the connector, read for the packs. */
export function bindSection(connector: ConnectorModel): Section {
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
