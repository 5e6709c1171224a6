/** `owf tenants`: the embedded Okta and Auth0, to be called by hand or by other programs until they are stopped. */

import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { VirtualClock } from '../sdk/run/clock';
import { type ExitCode, exitCode } from './failure';
import type { Output } from './output';
import { openWorld } from './world';
import { readWorld } from './world-file';

export interface TenantsOptions {
  world?: string;
  /** Auth0 over HTTPS, for real clients. */
  https: boolean;
}

/**
 * Starts both tenants and prints where they are and how to get in; ends when `stopped` does. With `https` the
 * certificate to trust lies in a file until then.
 */
export async function tenants(
  options: TenantsOptions,
  output: Output,
  stopped: Promise<void>,
): Promise<ExitCode> {
  const world = readWorld(options.world);
  const running = await openWorld(world, {
    https: options.https,
    clock: machineClock,
    onExchange: ({ tenant, method, path, status }) => output.note(`${tenant}: ${method} ${path} ${status}`),
  });
  const file = running.ca === undefined ? undefined : keepFile('auth0-ca.pem', running.ca);
  const { okta, auth0 } = running;
  try {
    const [client] = world.auth0.clients;
    output.line(`Okta   ${okta.url}  as ${world.okta.domain}`);
    output.line(`       Authorization: SSWS ${okta.apiToken}`);
    output.line(`Auth0  ${auth0.url}  as ${auth0.domain}`);
    for (const { client_id, client_secret } of world.auth0.clients) {
      output.line(`       client_id ${client_id}, client_secret ${client_secret}`);
    }
    if (file) {
      output.line(`       certificate authority ${file.path}`);
      output.line(`       (trust it: NODE_EXTRA_CA_CERTS=${file.path}, or curl --cacert ${file.path})`);
    }
    output.line('Stop with Ctrl-C.');
    output.json({
      okta: { url: okta.url, domain: world.okta.domain, token: okta.apiToken },
      auth0: {
        url: auth0.url,
        domain: auth0.domain,
        client_id: client?.client_id,
        client_secret: client?.client_secret,
        clients: world.auth0.clients.map(({ client_id, client_secret }) => ({ client_id, client_secret })),
        ...(file && { ca: file.path }),
      },
    });
    await stopped;
  } finally {
    file?.remove();
    await running.close();
  }
  return exitCode.ok;
}

/** Whoever calls from outside lives by the machine's time: limits must refill for them, and tokens expire. */
const machineClock: VirtualClock = {
  now: () => Date.now(),
  wait: (ms) => sleep(ms),
  pause: (ms) => sleep(ms),
  during: (work) => work(),
};

/** A file in a fresh folder of its own, where no other program can have put something else in its place. */
function keepFile(name: string, text: string): { path: string; remove(): void } {
  const folder = mkdtempSync(join(tmpdir(), 'owf-tenants-'));
  const path = join(folder, name);
  writeFileSync(path, text, { mode: 0o600 });
  return { path, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
