/** Runs post-login Actions, each in a sandbox of its own, and says what they decided. */

import { createContext, runInContext } from 'node:vm';
import type { JsonObject } from '@okta/workflows-connector-sdk-types';

/** A bound Action: CommonJS text that exports `onExecutePostLogin`. */
export interface BoundAction {
  name: string;
  code: string;
  /** What it finds in `event.secrets`, by name. */
  secrets?: Record<string, string>;
}

/** What one Action did. */
export interface ActionOutcome {
  /** The reason given to `api.access.deny`; undefined where it did not deny. */
  denied?: string;
  /** The message of what it threw, or that it ran too long or never finished. */
  failed?: string;
  /** Metadata that it set, null where it removed the key, in the order of the calls. */
  metadata: { target: 'app_metadata' | 'user_metadata'; name: string; value: JsonObject[string] }[];
  /** Custom claims for the tokens of this login. */
  claims: { token: 'access_token' | 'id_token'; name: string; value: JsonObject[string] }[];
  /** What it logged, one text per call. */
  logs: string[];
}

/** Milliseconds of the machine's time for an Action; Auth0 gives a trigger 20 s, which no test should wait for. */
const TIMEOUT = 1000;

/**
 * Runs one Action on an event. Event and outcome cross the border as JSON text, `api` and `console` are made inside, and
 * code generation is off: the code gets no object of ours to climb out by, and no `process`, `require`, timer or
 * network. (`node:vm` is still no wall against an attacker; the Actions here are the world's own.) With nothing to wait
 * for, an Action that is not done when its microtasks are has hung, and fails at once.
 */
export function runAction(action: BoundAction, event: JsonObject): ActionOutcome {
  const context = createContext(Object.create(null), {
    name: action.name,
    codeGeneration: { strings: false, wasm: false },
    microtaskMode: 'afterEvaluate',
  });
  try {
    runInContext(
      STAGE.replace('EVENT', () => JSON.stringify(JSON.stringify(event))),
      context,
    );
    runInContext(`(function (exports, module) {${action.code}\n})(exports, module);`, context, {
      filename: `${action.name}.js`,
      timeout: TIMEOUT,
    });
    runInContext(START, context, { timeout: TIMEOUT });
    const text: unknown = runInContext('stage.outcome()', context, { timeout: TIMEOUT });
    // Text that the stage itself wrote.
    return JSON.parse(String(text)) as ActionOutcome;
  } catch (error) {
    return { failed: messageOf(error), metadata: [], claims: [], logs: [] };
  }
}

/** Sets the stage inside the sandbox: `api` records what the Action calls, `stage.outcome()` tells it. */
const STAGE = `
const module = { exports: {} };
const exports = module.exports;
const stage = (() => {
  const stringify = JSON.stringify;
  const outcome = { metadata: [], claims: [], logs: [], failed: 'The Action never finished.' };
  const log = (...parts) => {
    outcome.logs.push(parts.map((part) => (typeof part === 'string' ? part : String(stringify(part)))).join(' '));
  };
  const setMetadata = (target) => (name, value) => {
    outcome.metadata.push({ target, name: String(name), value: value === undefined ? null : value });
    return api;
  };
  const setClaim = (token) => (name, value) => {
    outcome.claims.push({ token, name: String(name), value: value === undefined ? null : value });
    return api;
  };
  const api = {
    access: { deny(reason) { outcome.denied = String(reason); return api; } },
    user: { setAppMetadata: setMetadata('app_metadata'), setUserMetadata: setMetadata('user_metadata') },
    accessToken: { setCustomClaim: setClaim('access_token') },
    idToken: { setCustomClaim: setClaim('id_token') },
  };
  const settle = (failed) => { outcome.failed = failed; };
  return {
    api,
    event: JSON.parse(EVENT),
    console: { log, info: log, warn: log, error: log, debug: log },
    settle,
    outcome: () => stringify(outcome),
  };
})();
globalThis.console = stage.console;
`;

const START = `
(async () => {
  if (typeof module.exports.onExecutePostLogin !== 'function') {
    throw new Error('The Action exports no function onExecutePostLogin.');
  }
  await module.exports.onExecutePostLogin(stage.event, stage.api);
})().then(
  () => stage.settle(undefined),
  (error) => stage.settle(String((error && error.message) || error)),
);
0;
`;

/** Errors of the sandbox belong to its own realm, so instanceof says nothing about them. */
function messageOf(error: unknown): string {
  if (typeof error === 'object' && error !== null && 'message' in error) return String(error.message);
  return String(error);
}
