/** The Action as each tool that deploys it wants it: the bare file, a folder for auth0-deploy-cli, a Terraform module. */

import { postLoginAction } from '../action/about';
import { buildAction } from '../action/build';
import type { DistFile } from './dist';

/** `action/` of a build. No file holds a domain, a client id or a secret: every tool takes them from its environment. */
export function actionKit(): DistFile[] {
  return [
    { path: 'action/README.md', text: readme() },
    { path: 'action/post-login.js', text: buildAction() },
    ...deployCliFolder(),
    { path: 'action/terraform/main.tf', text: terraformModule() },
  ];
}

/**
 * The directory format of auth0-deploy-cli 8: what its own export writes. Importing `triggers` replaces every binding
 * of the trigger, so the plain configuration imports the Action alone, and a second one binds it.
 */
function deployCliFolder(): DistFile[] {
  const { name, trigger, runtime } = postLoginAction;
  const code = `./actions/${name}/code.js`;
  const action = {
    name,
    code,
    runtime,
    dependencies: [],
    secrets: [],
    supported_triggers: [trigger],
    deployed: true,
  };
  const bindings = { [trigger.id]: [{ action_name: name, display_name: name }] };
  return [
    jsonFile('config.json', { AUTH0_INCLUDED_ONLY: ['actions'], AUTH0_ALLOW_DELETE: false }),
    jsonFile('config.with-binding.json', {
      AUTH0_INCLUDED_ONLY: ['actions', 'triggers'],
      AUTH0_ALLOW_DELETE: false,
    }),
    jsonFile(`actions/${name}.json`, action),
    { path: `action/deploy-cli/actions/${name}/code.js`, text: buildAction() },
    jsonFile('triggers/triggers.json', bindings),
  ];
}

function jsonFile(path: string, value: object): DistFile {
  return { path: `action/deploy-cli/${path}`, text: `${JSON.stringify(value, null, 2)}\n` };
}

/**
 * `auth0_trigger_action` appends one Action to a trigger and keeps what is bound; its plural replaces the whole list.
 * The provider knows node22 since 1.11 (issue 1128 of auth0/terraform-provider-auth0).
 */
function terraformModule(): string {
  const { name, trigger, runtime } = postLoginAction;
  return `# ${name}: the Action, deployed, and bound to the login after what is bound there.
# Credentials: AUTH0_DOMAIN, AUTH0_CLIENT_ID and AUTH0_CLIENT_SECRET in the environment, never in a file.

terraform {
  required_providers {
    auth0 = {
      source  = "auth0/auth0"
      version = ">= 1.11.0, < 2.0.0"
    }
  }
}

provider "auth0" {}

variable "action_name" {
  description = "The name of the Action, unique in the tenant."
  type        = string
  default     = ${terraformText(name)}
}

resource "auth0_action" "refuse_deactivated" {
  name    = var.action_name
  runtime = ${terraformText(runtime)}
  code    = file("\${path.module}/../post-login.js")
  deploy  = true

  supported_triggers {
    id      = ${terraformText(trigger.id)}
    version = ${terraformText(trigger.version)}
  }
}

# Appends. The plural, auth0_trigger_actions, would take every other Action out of the login.
resource "auth0_trigger_action" "refuse_deactivated" {
  trigger   = ${terraformText(trigger.id)}
  action_id = auth0_action.refuse_deactivated.id
}

output "action_id" {
  description = "The id of the Action."
  value       = auth0_action.refuse_deactivated.id
}
`;
}

/** A text in Terraform's language: quoted as in JSON, and without the two signs that begin a template. */
function terraformText(text: string): string {
  return JSON.stringify(text).replaceAll(/[$%](?=\{)/g, '$&$&');
}

function readme(): string {
  const { name, trigger, shown } = postLoginAction;
  return `# The Action that refuses the login

\`post-login.js\` denies people whom Okta has deactivated. It needs no secret, no package and no module. There are four
ways into a tenant; each creates or updates the Action “${name}”, and deploys it.

The first three ask for a machine-to-machine application that may \`read:actions\`, \`create:actions\` and
\`update:actions\`. Its credentials come from the environment: \`AUTH0_DOMAIN\` (\`acme.eu.auth0.com\`),
\`AUTH0_CLIENT_ID\`, \`AUTH0_CLIENT_SECRET\`. Nothing in this folder holds one.

| way | binds the Action to the login | other Actions of the login |
|---|---|---|
| \`owf deploy-action\` | yes, at the end | stay |
| auth0-deploy-cli, \`config.json\` | no | stay |
| auth0-deploy-cli, \`config.with-binding.json\` | yes | **are unbound** |
| Terraform | yes, at the end | stay |
| by hand | where you drag it | stay |

## owf deploy-action

In the repository of this project:

    npm run -s owf -- deploy-action --domain "$AUTH0_DOMAIN" --dry-run
    npm run -s owf -- deploy-action --domain "$AUTH0_DOMAIN"

## auth0-deploy-cli

In this folder:

    a0deploy import -c deploy-cli/config.json -i deploy-cli

This creates and deploys the Action and leaves the login alone. It warns of other Actions that “should be deleted”, and
keeps them. (\`--dry-run\` shows beforehand what it would do; it lists the applications too, so it asks for
\`read:clients\` as well.) Then bind the Action by hand (below), or, **only if no other Action is bound to
${trigger.id}**, import with the other configuration:

    a0deploy import -c deploy-cli/config.with-binding.json -i deploy-cli

It replaces the whole list of the trigger by \`triggers/triggers.json\`: what is bound and does not stand there is taken
out of the login. If your tenant is already kept by auth0-deploy-cli, copy the Action into your own folder and add its
line to your own \`triggers.json\`. Leave \`AUTH0_ALLOW_DELETE\` out of the environment: it would outrank the
configuration, and delete every Action that does not stand here.

## Terraform

    terraform -chdir=terraform init
    terraform -chdir=terraform plan

\`main.tf\` reads \`../post-login.js\`. It uses \`auth0_trigger_action\`, which appends; do not manage the same trigger with
\`auth0_trigger_actions\` beside it. An Action that is there already has to be imported into the state first:
\`terraform import auth0_action.refuse_deactivated <action id>\`.

## By hand

Auth0 Dashboard › Actions › Library › Create Action › Build from scratch: name “${name}”,
trigger ${shown.trigger}, runtime ${shown.runtime}. Paste \`post-login.js\`, Deploy. Then Actions › Triggers ›
${trigger.id}: drag it to the end, Apply.
`;
}
