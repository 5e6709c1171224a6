/** The guide’s way back: out of the login, off, and the credentials taken away. */

import type { ConnectorModel } from '@okta/workflows-connector-sdk-types';
import { postLoginAction } from '../../action/about';
import { localBinding } from '../../sdk/compile/binding';
import { APPLICATION } from './application-steps';
import { listed, type Section, say, step, strong, ui } from './model';
import { activationOrder } from './pack-steps';
import type { ViewedPack } from './pack-uses';

/** The steps back, for the packs that were set up. */
export function undoSection(connector: ConnectorModel, views: readonly ViewedPack[]): Section {
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
