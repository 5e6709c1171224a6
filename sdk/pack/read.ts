/** Reads a pack from a file's text, or says clearly why it cannot. */

import type { Finding, Json, JsonObject, WirePack } from '@okta/workflows-connector-sdk-types';
import Ajv, { type ErrorObject } from 'ajv';
import addFormats from 'ajv-formats';
import { pointer, pointerTokens } from './pointer';
import { packSchema } from './schema';

/**
 * Takes the text of a `.flow`, `.folder` or `.flopack` file and its name for the findings; gives the pack, or
 * what keeps it from being one (at most twenty findings). Never throws, whatever the text.
 */
export function readPack(text: string, file: string): { pack: WirePack } | { findings: Finding[] } {
  const refuse = (rule: string, message: string, hint: string, at = '') => ({
    findings: [error(file, rule, at, message, hint)],
  });
  if (text.trim() === '') {
    return refuse('json', 'The file is empty.', 'Export the folder or flow again.');
  }
  if (text.startsWith('\uFEFF')) {
    return refuse(
      'json',
      'The file starts with a byte order mark, which JSON does not allow.',
      'Save it as UTF-8 without a BOM.',
    );
  }
  let json: Json;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    return refuse(
      'json',
      `The file is not JSON: ${syntaxFault(text, cause)}`,
      'Give a .flow, .folder or .flopack file as the designer exports it.',
    );
  }
  const scan = scanText(text);
  if ('tooDeep' in scan) {
    return refuse(
      'json-depth',
      `The file nests more than ${MAX_DEPTH} objects and lists in each other; real packs have about 30.`,
      'Give a .flow, .folder or .flopack file as the designer exports it.',
    );
  }
  const findings = schemaFindings(json, file);
  const twice = scan.duplicates.map((at) =>
    error(
      file,
      'duplicate-key',
      at,
      `The key ${JSON.stringify(pointerTokens(at).at(-1) ?? '')} stands here twice, and all but the last are ignored.`,
      'Remove or rename one of the two.',
    ),
  );
  const all = [...twice, ...findings];
  // The schema has been checked, so the JSON has the shape of a pack.
  return all.length > 0 ? { findings: all.slice(0, MAX_FINDINGS) } : { pack: json as unknown as WirePack };
}

/**
 * Takes parsed JSON; gives what the schema finds wrong with it, in words: none for a pack. The rule of a
 * finding says which part is out of shape: `pack-type`, `pack-version`, `pack-maps`, `flow-shape`,
 * `card-shape`, or `pack-shape` for the rest (flopack-format §10: E1, E2, E5, F1, C1, M10, C6, C16).
 */
export function schemaFindings(json: unknown, file: string): Finding[] {
  if (!isObject(json) || json.type !== 'flopack') {
    const what = isObject(json)
      ? `its "type" is ${Object.hasOwn(json, 'type') ? show(json.type) : 'missing'}`
      : `it is ${kindOf(json)}`;
    return [
      error(
        file,
        'pack-type',
        isObject(json) && Object.hasOwn(json, 'type') ? '/type' : '',
        `This is JSON but not a pack: ${what}. A pack is an object with "type": "flopack".`,
        'Give a .flow, .folder or .flopack file as the designer exports it.',
      ),
    ];
  }
  const validate = validator();
  if (validate(json)) return [];
  const seen = new Set<string>();
  const findings: Finding[] = [];
  for (const fault of validate.errors ?? []) {
    const finding = inWords(fault, json, file);
    if (finding === null || seen.has(finding.pointer + finding.message)) continue;
    seen.add(finding.pointer + finding.message);
    findings.push(finding);
    if (findings.length === MAX_FINDINGS) break;
  }
  return findings;
}

const MAX_FINDINGS = 20;
/** The deepest of all known packs has 34. Checks and the local org walk packs recursively. */
const MAX_DEPTH = 300;

let compiled: ReturnType<Ajv['compile']> | undefined;

/** The schema is compiled once, when it is first needed: that takes longer than most checks. */
function validator() {
  if (compiled === undefined) {
    const ajv = new Ajv({ allErrors: true, strict: false, verbose: true, ownProperties: true });
    addFormats(ajv);
    compiled = ajv.compile(packSchema);
  }
  return compiled;
}

function inWords(fault: ErrorObject, json: JsonObject, file: string): Finding | null {
  const at = fault.instancePath;
  const name = at === '' ? 'The pack' : `"${pointerTokens(at).at(-1) ?? ''}"`;
  const place = placeOf(json, at);
  const say = (message: string, hint: string, rule = ruleFor(pointerTokens(at))): Finding => ({
    ...error(file, rule, at, message, hint),
    ...place,
  });
  const again = 'Compare with a fresh export from the designer.';
  switch (fault.keyword) {
    case 'required': {
      const missing = String(fault.params.missingProperty);
      return say(
        `${name} has no "${missing}"; every export has one there.`,
        `Add "${missing}". ${again}`,
        ruleFor([...pointerTokens(at), missing]),
      );
    }
    case 'type': {
      const allowed = [fault.params.type].flat().map(String);
      return say(
        `${name} is ${kindOf(fault.data)}, allowed is ${allowed.map(article).join(' or ')}.`,
        `Make it ${allowed.map(article).join(' or ')}. ${again}`,
      );
    }
    case 'enum':
    case 'const': {
      const allowed = [fault.params.allowedValues ?? fault.params.allowedValue].flat();
      return say(
        `${name} is ${show(fault.data)}, allowed is ${allowed.map(show).join(', ')}.`,
        at === '/version'
          ? 'Export from an org of today, or wait for this tool to learn the new version.'
          : `Use one of these. ${again}`,
      );
    }
    case 'format':
      return say(
        `${name} is ${show(fault.data)}, allowed is an instant such as "2026-01-01T00:00:00.000Z".`,
        'Write the instant as ISO-8601 in UTC.',
      );
    case 'pattern':
      return say(
        `${name} is ${show(fault.data)}, allowed is root:kernel:<category>:0.0.1:<function> or root:channels:http:<connector>:<version>:<action>.`,
        again,
      );
    case 'minItems':
    case 'maxItems':
    case 'additionalItems':
      return say(
        `${name} has ${Array.isArray(fault.data) ? fault.data.length : 'too many'} entries, allowed is 2.`,
        again,
      );
    case 'minLength':
      return say(`${name} is empty.`, 'Give it an id.');
    default:
      // `if` only says that another finding belongs to a branch of the schema.
      return fault.keyword === 'if' ? null : say(`${name} ${fault.message ?? 'is not allowed'}.`, again);
  }
}

/** Which invariant a place belongs to, by where the shape breaks. */
function ruleFor(tokens: string[]): string {
  const card = tokens.lastIndexOf('methods');
  if (card >= 0 && tokens.length > card + 2) return 'card-shape';
  if (tokens[0] === 'type') return 'pack-type';
  if (tokens[0] === 'version') return 'pack-version';
  if (tokens[0] === 'data') {
    if (tokens.length <= 2) return 'pack-maps';
    if (tokens[1] === 'flos') return 'flow-shape';
  }
  return 'pack-shape';
}

/** The flow's name and the card's id on the way to a place. */
function placeOf(json: JsonObject, at: string): { flow: string | null; card: string | null } {
  const place: { flow: string | null; card: string | null } = { flow: null, card: null };
  let value: unknown = json;
  const tokens = pointerTokens(at);
  for (const [index, token] of tokens.entries()) {
    if (Array.isArray(value)) value = value[Number(token)];
    else if (isObject(value) && Object.hasOwn(value, token)) value = value[token];
    else break;
    if (!isObject(value)) continue;
    if (index === 2 && tokens[1] === 'flos' && typeof value.name === 'string') place.flow = value.name;
    if (tokens[index - 1] === 'methods' && typeof value.uuid === 'string') place.card = value.uuid;
  }
  return place;
}

/**
 * Takes text that is JSON; gives where an object has a key twice, which parsing hides, or that it is nested
 * too deep. Works without recursion.
 */
function scanText(text: string): { duplicates: string[] } | { tooDeep: true } {
  type Level = { keys: Set<string> | null; key: string; index: number };
  const levels: Level[] = [];
  const duplicates: string[] = [];
  let expectsKey = false;
  for (let at = 0; at < text.length; at++) {
    const level = levels.at(-1);
    switch (text.charCodeAt(at)) {
      case 0x22: {
        const end = stringEnd(text, at);
        if (expectsKey && level !== undefined && level.keys !== null) {
          const raw = text.slice(at + 1, end);
          // The text has been parsed before, so this is a string.
          level.key = raw.includes('\\') ? (JSON.parse(`"${raw}"`) as string) : raw;
          if (level.keys.has(level.key) && duplicates.length < MAX_FINDINGS) {
            duplicates.push(pointer('', ...levels.map((one) => (one.keys === null ? one.index : one.key))));
          }
          level.keys.add(level.key);
          expectsKey = false;
        }
        at = end;
        break;
      }
      case 0x7b:
        levels.push({ keys: new Set(), key: '', index: 0 });
        expectsKey = true;
        break;
      case 0x5b:
        levels.push({ keys: null, key: '', index: 0 });
        expectsKey = false;
        break;
      case 0x7d:
      case 0x5d:
        levels.pop();
        expectsKey = false;
        break;
      case 0x2c:
        if (level !== undefined) {
          level.index++;
          expectsKey = level.keys !== null;
        }
        break;
    }
    if (levels.length > MAX_DEPTH) return { tooDeep: true };
  }
  return { duplicates };
}

function stringEnd(text: string, start: number): number {
  let end = text.indexOf('"', start + 1);
  while (end > 0) {
    let slashes = 0;
    while (text[end - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  return text.length;
}

function syntaxFault(text: string, cause: unknown): string {
  const message = cause instanceof Error ? cause.message : String(cause);
  const position = /position (\d+)/.exec(message)?.[1];
  if (position === undefined) return `${message.replace(/\.$/, '')}.`;
  const before = text.slice(0, Number(position)).split('\n');
  const plain = message.replace(/ (in JSON )?at position.*$/s, '').replace(/ in JSON$/, '');
  return `line ${before.length}, column ${(before.at(-1)?.length ?? 0) + 1}: ${plain}.`;
}

function error(file: string, rule: string, at: string, message: string, hint: string): Finding {
  return { rule, severity: 'error', file, flow: null, card: null, pointer: at, message, hint };
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  if (Array.isArray(value)) return 'a list';
  return article(typeof value);
}

function article(kind: string): string {
  if (kind === 'null') return 'null';
  if (kind === 'array') return 'a list';
  return /^[aeiou]/.test(kind) ? `an ${kind}` : `a ${kind}`;
}

function show(value: unknown): string {
  const shown = JSON.stringify(value) ?? 'missing';
  return shown.length > 60 ? `${shown.slice(0, 57)}…` : shown;
}
