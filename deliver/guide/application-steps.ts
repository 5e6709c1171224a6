/** The guide’s first leg: the Auth0 application whose credentials the connection keeps. */

import type { ConnectorModel } from '@okta/workflows-connector-sdk-types';
import { entry, type Section, say, step, typed, ui } from './model';
import { neededScopes, type ViewedPack } from './pack-uses';

/** The Auth0 application's name: the reader's to change, but one has to start somewhere. */
export const APPLICATION = 'Okta Workflows';

/** The steps in Auth0’s dashboard, with the scopes that the packs need, and those that only other actions do. */
export function applicationSection(connector: ConnectorModel, views: readonly ViewedPack[]): Section {
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
