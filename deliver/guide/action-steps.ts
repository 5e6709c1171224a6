/** The guide's last legs: the Action, by clicks or in one go, and seeing that all of it works. */

import { postLoginAction } from '../../action/about';
import { buildAction } from '../../action/build';
import { chosen, code, listed, type Section, say, step, strong, typed, ui } from './model';

/** What deploying an Action takes, and what the doctor looks with beside the scopes of the actions in use. */
const DEPLOYING = ['read:actions', 'create:actions', 'update:actions'];
const LOOKING = ['read:actions', 'read:sessions', 'read:refresh_tokens'];

/** Somebody's tenant, where the reader's own has to stand. */
const DOMAIN = 'acme.eu.auth0.com';

/** By clicks, as it is followed; and with what it can be done in one go. */
export function actionSection(): Section {
  return {
    id: 'action',
    title: 'The Action that refuses the login',
    place: 'Auth0 Dashboard',
    route: 'main',
    layout: 'steps',
    intro: [
      say`Three steps by clicks, or one command in this repository. It creates or updates the Action, deploys it, and adds it to the login behind what is there; with ${code('--dry-run')} it only says what it would do:`,
      say`${code(`npm run -s owf -- deploy-action --domain ${DOMAIN}`)}`,
      say`It asks for the client ID and the secret of an application that has ${listed(DEPLOYING, code)}, or takes them from ${code('AUTH0_CLIENT_ID')} and ${code('AUTH0_CLIENT_SECRET')}. Make an application of its own for this, and delete it afterwards: the flows need none of it.`,
      say`For tenants that are kept as code, ${code('action/')} holds a folder for auth0-deploy-cli and a Terraform file. ${code('action/README.md')} says what each does to the other Actions of the login.`,
    ],
    steps: [
      step(
        'action-create',
        'action.create',
        { name: postLoginAction.name, trigger: postLoginAction.trigger.id, file: 'action/post-login.js' },
        say`Create it`,
        {
          body: [
            say`${ui('Actions')} › ${ui('Library')} › ${ui('Create Action')} › ${ui('Build from scratch')}. Replace what is in the editor with this code.`,
          ],
          entries: [
            typed('Name', postLoginAction.name),
            chosen('Trigger', postLoginAction.shown.trigger),
            chosen('Runtime', postLoginAction.shown.runtime),
          ],
          text: { label: 'action/post-login.js', language: 'js', value: buildAction() },
        },
      ),
      step('action-deploy', 'action.deploy', { name: postLoginAction.name }, say`${ui('Deploy')}`, {
        outcome: say`The editor says that the Action is deployed. It needs no secret and no module.`,
      }),
      step(
        'action-bind',
        'action.bind',
        { name: postLoginAction.name, trigger: postLoginAction.trigger.id },
        say`Add it to the login`,
        {
          body: [
            say`${ui('Actions')} › ${ui('Triggers')} › ${ui(postLoginAction.trigger.id)}: drag it to the end of the flow, after what is there, then ${ui('Apply')}.`,
          ],
        },
      ),
    ],
    notes: [],
  };
}

/**
 * From a look at the tenant to the refused login.
 * @param used The connector's actions that the packs use.
 */
export function trySection(used: readonly string[]): Section {
  return {
    id: 'try',
    title: 'See that it works',
    place: 'Okta Admin Console',
    route: 'main',
    layout: 'steps',
    intro: [say`With a test user who is in both: in Okta, and in Auth0 under the same address.`],
    steps: [
      step(
        'try-doctor',
        'try.doctor',
        { command: doctorCommand(used), scopes: LOOKING },
        say`Let the doctor look at the tenant`,
        {
          body: [
            say`In this repository, with your own domain. It asks for the client ID and the secret of the flows’ application, reads and changes nothing, and names the repair of what it finds. To see everything it needs ${listed(LOOKING, code)} as well: take these scopes away again afterwards.`,
          ],
          text: { label: 'Terminal', language: 'sh', value: doctorCommand(used) },
          outcome: say`All checks are well. A plan without sessions by API is a warning: flag and block do not depend on it.`,
        },
      ),
      step(
        'try-login',
        'try.login',
        { allowed: true },
        say`Log the test user in to an application of Auth0`,
        {
          outcome: say`The login works. Log out again.`,
        },
      ),
      step('try-deactivate', 'try.deactivate', {}, say`Deactivate the user in Okta`, {
        body: [
          say`${ui('Directory')} › ${ui('People')} › the user › ${ui('More Actions')} › ${ui('Deactivate')}.`,
        ],
      }),
      step('try-history', 'try.history', { outcome: 'success' }, say`Look at the run in Workflows`, {
        body: [say`Open the pack’s main flow › ${ui('Execution History')}.`],
        outcome: say`One run, successful. Okta delivers the event mostly within seconds.`,
      }),
      step(
        'try-profile',
        'try.profile',
        { app_metadata: { okta_deactivated: true } },
        say`Look at the user in Auth0`,
        {
          body: [say`${ui('User Management')} › ${ui('Users')} › the user › ${ui('app_metadata')}.`],
          outcome: say`${code('"okta_deactivated": true')} stands there.`,
        },
      ),
      step('try-refused', 'try.refused', { allowed: false }, say`Log the user in again`, {
        outcome: say`Auth0 refuses: ${strong('the user is locked out.')} A token that was issued before lives until it expires.`,
      }),
    ],
    notes: [],
  };
}

/** Asks for the scopes of the actions in use alone: the others' need not be granted. */
function doctorCommand(used: readonly string[]): string {
  const flags = used.map((name) => ` \\\n  --action ${shellWord(name)}`);
  return `npm run -s owf -- doctor --domain ${DOMAIN}${flags.join('')}`;
}

/** One word of a command line, whatever it holds. */
function shellWord(text: string): string {
  return /^[\w./:-]+$/.test(text) ? text : `'${text.replaceAll("'", `'\\''`)}'`;
}
