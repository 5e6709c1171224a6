/** Decides which injected fault, if any, strikes a request. */

import type { Fault } from '@okta/workflows-connector-sdk-types';

/** Gives the fault that strikes this request and counts it, or undefined. */
export type Strike = (method: string, path: string) => Fault | undefined;

/**
 * Keeps the faults of one tenant; each lets the first `after` requests that match it pass and strikes the next `times`
 * (1 by default), in list order. The list is read at every request, so that faults may be added while the tenant runs.
 */
export function createFaults(tenant: Fault['tenant'], faults: readonly Fault[]): Strike {
  const armed = new Map<Fault, { path: RegExp; pass: number; left: number }>();
  const state = (fault: Fault) => {
    const known = armed.get(fault);
    if (known !== undefined) return known;
    const fresh = { path: globPattern(fault.path), pass: fault.after ?? 0, left: fault.times ?? 1 };
    armed.set(fault, fresh);
    return fresh;
  };
  return (method, path) => {
    for (const fault of faults) {
      if (fault.tenant !== tenant) continue;
      if (fault.method !== undefined && fault.method.toUpperCase() !== method) continue;
      const one = state(fault);
      if (one.left === 0 || !one.path.test(path)) continue;
      if (one.pass > 0) {
        one.pass -= 1;
        continue;
      }
      one.left -= 1;
      return fault;
    }
    return undefined;
  };
}

/** A glob as a pattern over the whole text: `*` is any run of characters, slashes included; the rest is literal. */
export function globPattern(glob: string): RegExp {
  const parts = glob.split('*').map((part) => part.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'));
  return new RegExp(`^${parts.join('.*')}$`, 's');
}
