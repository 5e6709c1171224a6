/** Decides which injected fault, if any, strikes a request. */

import type { Fault } from '@okta/workflows-connector-sdk-types';

/** Gives the fault that strikes this request and counts it, or undefined. */
export type Strike = (method: string, path: string) => Fault | undefined;

/** Keeps the faults of one tenant; each strikes the first `times` requests (1 by default) that match it, in list order. */
export function createFaults(tenant: Fault['tenant'], faults: readonly Fault[]): Strike {
  const armed = faults
    .filter((fault) => fault.tenant === tenant)
    .map((fault) => ({ fault, path: globPattern(fault.path), left: fault.times ?? 1 }));
  return (method, path) => {
    const hit = armed.find(
      (one) =>
        one.left > 0 &&
        (one.fault.method === undefined || one.fault.method.toUpperCase() === method) &&
        one.path.test(path),
    );
    if (!hit) return undefined;
    hit.left -= 1;
    return hit.fault;
  };
}

/** A glob as a pattern over the whole text: `*` is any run of characters, slashes included; the rest is literal. */
export function globPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
