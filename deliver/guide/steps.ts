/** The way from an empty tenant to a refused login, step by step: made from the connector, the packs and the Action. */

import type { ConnectorModel, PackModel, PackView } from '@okta/workflows-connector-sdk-types';
import { auth0 } from '../../connector';
import { packs as allPacks } from '../../flows';
import { compileConnector, connectorFlows } from '../../sdk/compile/connector';
import { compilePack } from '../../sdk/compile/pack';
import { viewPack } from '../../sdk/pack/view';
import { fileName } from '../dist';
import { actionSection, trySection } from './action-steps';
import { applicationSection } from './application-steps';
import { flowPages, type UploadedFlow } from './build-pages';
import { bindSection, connectorSection, deploySection, uploadSection } from './connector-steps';
import { type Guide, link, say } from './model';
import { packSection } from './pack-steps';
import { usedActions } from './pack-uses';
import { undoSection } from './undo-steps';

/** What the guide is made from. */
export interface GuideSource {
  version: string;
  connector?: ConnectorModel;
  packs?: readonly PackModel[];
}

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

/** The connector's flows with their files, in upload order. */
function uploads(connector: ConnectorModel, pack: PackView): UploadedFlow[] {
  return connectorFlows(connector).map((model, index) => {
    const view = pack.flowNamed(model.name);
    if (view === undefined) throw new Error(`The connector was compiled without "${model.name}".`);
    const number = String(index + 1).padStart(2, '0');
    return { model, view, file: `connector/${number}-${fileName(model.name)}.flow` };
  });
}
