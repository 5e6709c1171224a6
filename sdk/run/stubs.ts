/** What answers for connectors and hosts that are not here: what the world says, in turn, or what is made up. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import type { Shape } from './sample';

/** What a stub says this time. */
export type Stub = { output: Json } | { failure: { status: number; message: string } };

export interface Stubs {
  /** Whether the world says anything for a card. */
  has(name: string): boolean;
  /** What the world says for a card, `<module>:<method>`, this time; null where it says nothing. */
  card(name: string): Stub | null;
  /** What the world says for a request this time; null where it says nothing. */
  request(method: string, url: string): Stub | null;
  /** How answers are made up where the world says nothing; null: they are not, and the run stops. */
  auto: Shape | null;
}

/**
 * Stubs as the world has them. The value of one is an output, a list of outputs to give in turn (the last of them again
 * and again), or a failure `{status, message}`; a key is `<module>:<method>` of a card, or a method and a URL, in which
 * `*` stands for anything; without a query it stands for any.
 * @param auto How answers are made up for what the world does not name.
 */
export function stubsOf(given: Readonly<Record<string, Json>> = {}, auto: Shape | null = null): Stubs {
  const used = new Map<string, number>();
  const next = (key: string): Stub => {
    const value = given[key] ?? null;
    const turn = used.get(key) ?? 0;
    used.set(key, turn + 1);
    const now = Array.isArray(value) ? (value[Math.min(turn, value.length - 1)] ?? null) : value;
    const failure = failureOf(now);
    return failure === null ? { output: now } : { failure };
  };
  const requests = Object.keys(given).flatMap((key) => {
    const [, method, url] = /^([A-Za-z]+) +(\S+)$/.exec(key) ?? [];
    return method === undefined || url === undefined ? [] : [{ key, matches: matcher(method, url) }];
  });
  return {
    has: (name) => Object.hasOwn(given, name),
    card: (name) => (Object.hasOwn(given, name) ? next(name) : null),
    request(method, url) {
      const found = requests.find(({ matches }) => matches(method, url));
      return found === undefined ? null : next(found.key);
    },
    auto,
  };
}

/** No stubs: whatever is not here stops the run. */
export const noStubs: Stubs = stubsOf();

function failureOf(value: Json): { status: number; message: string } | null {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return null;
  const { status, message, ...rest } = value as JsonObject;
  if (typeof status !== 'number' || status < 400 || Object.keys(rest).length > 0) return null;
  return { status, message: typeof message === 'string' ? message : `HTTP status ${status}` };
}

function matcher(method: string, url: string): (method: string, url: string) => boolean {
  const pattern = new RegExp(`^${url.split('*').map(escapePattern).join('.*')}$`, 'i');
  const whole = url.includes('?');
  return (givenMethod, givenUrl) =>
    givenMethod === method.toUpperCase() &&
    pattern.test(whole ? givenUrl : (givenUrl.split(/[?#]/)[0] ?? givenUrl));
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.+?()[\]{}|/-]/g, '\\$&');
}
