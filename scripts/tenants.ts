/** `owf tenants`: the embedded Okta and Auth0, to be called by hand or by other programs until they are stopped. */

import { type ExitCode, exitCode } from './failure';
import type { Output } from './output';
import { openWorld, readWorld } from './world';

export interface TenantsOptions {
  world?: string;
}

/** Starts both tenants and prints where they are and how to get in; ends when `stopped` does. */
export async function tenants(
  options: TenantsOptions,
  output: Output,
  stopped: Promise<void>,
): Promise<ExitCode> {
  const world = readWorld(options.world);
  const running = await openWorld(world, {
    onExchange: ({ tenant, method, path, status }) => output.note(`${tenant}: ${method} ${path} ${status}`),
  });
  const [client] = world.auth0.clients;
  const facts = {
    okta: { url: running.okta.url, domain: world.okta.domain, token: running.okta.apiToken },
    auth0: {
      url: running.auth0.url,
      domain: world.auth0.domain,
      client_id: client?.client_id,
      client_secret: client?.client_secret,
    },
  };
  output.line(`Okta   ${facts.okta.url}  as ${facts.okta.domain}`);
  output.line(`       Authorization: SSWS ${facts.okta.token}`);
  output.line(`Auth0  ${facts.auth0.url}  as ${facts.auth0.domain}`);
  output.line(`       client_id ${facts.auth0.client_id}, client_secret ${facts.auth0.client_secret}`);
  output.line('Stop with Ctrl-C.');
  output.json(facts);
  await stopped;
  await running.close();
  return exitCode.ok;
}
