/** What Auth0 has to know of the Action beside its code: the one place for its name, its trigger and its runtime. */

/**
 * The post-login Action as every way of deploying it names it: `owf deploy-action`, auth0-deploy-cli, Terraform and the
 * guide. An Action is found again by its name, which is unique in a tenant. v3 is the trigger’s current version, node22
 * the runtime that Auth0 gives new Actions (Management API, POST /actions/actions).
 */
export const postLoginAction = {
  name: 'Refuse users deactivated in Okta',
  trigger: { id: 'post-login', version: 'v3' },
  runtime: 'node22',
  /** What Auth0's dashboard calls the two. */
  shown: { trigger: 'Login / Post Login', runtime: 'Node 22' },
} as const;
