/** Hides secrets in whatever a run shows: by value, once a secret has been seen, and by the name it goes under. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';

export interface Redactor {
  /** Remembers secrets, to mask them wherever they appear from now on. Those under four characters are too common. */
  learn(...secrets: string[]): void;
  /** Remembers every secret that stands in a value under a secret's name: a token reply, a header, a table's row. */
  learnFrom(value: Json): void;
  /** The value with every secret masked; the value itself is left alone. */
  redact<T extends Json>(value: T): T;
}

export const MASK = '[redacted]';

/** A redactor that knows no secret yet. */
export function redactor(): Redactor {
  const secrets = new Set<string>();
  /** The lengths of the secrets that begin alike, longest first: a secret that holds another one goes as a whole. */
  const lengths = new Map<string, number[]>();
  let beginnings: RegExp | null = null;

  const learn = (...found: string[]) => {
    for (const secret of found) {
      if (secret.length < SHORTEST || secret === MASK) continue;
      for (const form of formsOf(secret)) {
        if (form.length < SHORTEST || secrets.has(form)) continue;
        secrets.add(form);
        const beginning = form.slice(0, SHORTEST);
        const known = lengths.get(beginning);
        if (known === undefined) {
          lengths.set(beginning, [form.length]);
          beginnings = null;
        } else if (!known.includes(form.length)) {
          known.push(form.length);
          known.sort((a, b) => b - a);
        }
      }
    }
  };

  /** A pattern of all secrets would be made anew for each token: it takes a long run's time in its square. */
  const maskKnown = (text: string): string => {
    beginnings ??= new RegExp([...lengths.keys()].map(escapePattern).join('|'), 'g');
    let masked = '';
    let from = 0;
    beginnings.lastIndex = 0;
    for (let found = beginnings.exec(text); found !== null; found = beginnings.exec(text)) {
      const { index } = found;
      const length = lengths.get(found[0])?.find((one) => secrets.has(text.slice(index, index + one)));
      if (length !== undefined) {
        masked += text.slice(from, index) + MASK;
        from = index + length;
      }
      beginnings.lastIndex = length === undefined ? index + 1 : from;
    }
    return masked + text.slice(from);
  };

  const maskText = (given: string): string => {
    const text = secrets.size === 0 ? given : maskKnown(given);
    // Somebody else's Basic credentials cannot be known by value: the user's name is part of what is encoded.
    return text.includes('asic') ? text.replace(/\b([Bb]asic) +[A-Za-z0-9+/_-]{8,}=*/g, `$1 ${MASK}`) : text;
  };

  const mask = (value: Json, secretly: boolean, depth: number): Json => {
    if (typeof value === 'string') return secretly && value !== '' ? MASK : maskText(value);
    if (value === null || typeof value !== 'object') return value;
    if (depth > DEEPEST) return '[too deep to show]';
    if (Array.isArray(value)) return value.map((item) => mask(item, secretly, depth + 1));
    const named = namesSecret(value);
    const masked: JsonObject = {};
    for (const [key, inner] of Object.entries(value)) {
      const hidden = isSecretName(key) || (named && key === 'value');
      put(
        masked,
        maskText(key),
        mask(inner, hidden && (typeof inner === 'string' || Array.isArray(inner)), depth + 1),
      );
    }
    return masked;
  };

  const learnFrom = (value: Json, depth = 0) => {
    if (value === null || typeof value !== 'object' || depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const item of value) learnFrom(item, depth + 1);
      return;
    }
    const named = namesSecret(value);
    for (const [key, inner] of Object.entries(value)) {
      if (typeof inner !== 'string') learnFrom(inner, depth + 1);
      else if (isSecretName(key) || (named && key === 'value')) learn(...credentialsIn(inner));
    }
  };

  return {
    learn,
    learnFrom,
    // Masking changes texts alone, never the shape of a value.
    redact: <T extends Json>(value: T) => mask(value, false, 0) as T,
  };
}

const SHORTEST = 4;
/** Deeper values are not shown: nobody reads them, and walking them could exhaust the stack. */
const DEEPEST = 1_000;

const secretNames = new Set([
  'authorization',
  'proxy-authorization',
  'password',
  'passphrase',
  'token',
  'access_token',
  'refresh_token',
  'id_token',
  'api_token',
  'apitoken',
  'api_key',
  'apikey',
  'client_assertion',
  'set-cookie',
  'cookie',
]);

/** Is what goes under this name a secret? */
export function isSecretName(name: string): boolean {
  // A field of a connector has a suffix behind its name: `password_K7Q2ZD` (flopack-format §8.6).
  const plain = name
    .replace(/_[A-Z0-9]{6}$/, '')
    .toLowerCase()
    .replaceAll(' ', '_');
  return secretNames.has(plain) || plain.includes('secret');
}

/** A row that names its value: `{name: 'client_secret', value: '…'}`. */
function namesSecret(row: JsonObject): boolean {
  const name = row.name ?? row.key;
  return typeof name === 'string' && typeof row.value === 'string' && isSecretName(name);
}

/** The secret alone, without the scheme that stands before it in a header. */
function credentialsIn(text: string): string[] {
  const [, scheme, credentials] = /^(Bearer|Basic|SSWS) +(\S+)$/i.exec(text.trim()) ?? [];
  if (scheme === undefined || credentials === undefined) return [text];
  if (scheme.toLowerCase() !== 'basic') return [credentials];
  const decoded = Buffer.from(credentials, 'base64').toString();
  const password = decoded.slice(decoded.indexOf(':') + 1);
  return [credentials, password];
}

/** How a secret looks inside other texts: plain, in JSON, in JSON within JSON, in a URL, in a form, in base64. */
function formsOf(secret: string): string[] {
  const json = JSON.stringify(secret).slice(1, -1);
  const url = wellFormed(secret) ? encodeURIComponent(secret) : secret;
  return [
    secret,
    json,
    JSON.stringify(json).slice(1, -1),
    url,
    url.replaceAll('%20', '+'),
    new URLSearchParams([['', secret]]).toString().slice(1),
    Buffer.from(secret).toString('base64'),
  ];
}

/** encodeURIComponent throws on half a surrogate pair. */
function wellFormed(text: string): boolean {
  return !/[\uD800-\uDBFF](?![\uDC00-\uDFFF])|(?<![\uD800-\uDBFF])[\uDC00-\uDFFF]/.test(text);
}

function escapePattern(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
}

/** A key such as `__proto__` stays a key. */
function put(object: JsonObject, key: string, value: Json): void {
  Object.defineProperty(object, key, { value, enumerable: true, writable: true, configurable: true });
}
