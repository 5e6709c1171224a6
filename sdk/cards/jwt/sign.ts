/** JWT > Sign. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { type SignOptions, sign as signToken } from 'jsonwebtoken';
import { card } from '../card';
import { CardError } from '../error';
import { field } from '../field';

const algorithms = [
  'HS256',
  'HS384',
  'HS512',
  'RS256',
  'RS384',
  'RS512',
  'ES256',
  'ES384',
  'ES512',
  'PS256',
  'PS384',
  'PS512',
] as const;

export const sign = card('jwt:sign', {
  title: 'Sign',
  category: 'JWT',
  summary: 'Makes a JSON Web Token of the claims and signs it with the key.',
  established: 'inferred',
  header: { executable: true },
  ports: { inputs: { groupRules: { payload: { reserved: {}, type: 'object', extensible: true } } } },
  inputs: {
    key: field.text(undefined, {
      secret: true,
      help: 'A private key in PEM form, or a secret for HS256 to HS512.',
    }),
    audience: field.text(undefined, { group: 'options' }),
    issuer: field.text(undefined, { group: 'options' }),
    expiresIn: field.any(undefined, {
      group: 'options',
      types: ['number', 'text'],
      help: 'Seconds, or a text such as `10 minutes`.',
    }),
    jwtid: field.text(undefined, { group: 'options' }),
    noTimestamp: field.flag(undefined, { group: 'options' }),
    header: field.text(undefined, { group: 'options', help: 'Further fields of the header, as JSON.' }),
    notBefore: field.any(undefined, {
      group: 'options',
      types: ['number', 'text'],
      help: 'Seconds, or a text such as `10 minutes`.',
    }),
    subject: field.text(undefined, { group: 'options' }),
    algorithm: field.choice(undefined, algorithms, { group: 'options', required: true, default: 'RS256' }),
    payload: field.many('payload', field.any()),
  },
  outputs: { token: field.text() },
  examples: [
    {
      inputs: {
        key: 'secret',
        algorithm: 'HS256',
        issuer: 'https://example.com',
        expiresIn: 600,
        payload: { scope: 'read:users' },
      },
      output:
        'eyJhbGciOiJIUzI1NiIsInR5cCI6IkpXVCJ9.eyJpYXQiOjE3MDQwNjcyMDAsInNjb3BlIjoicmVhZDp1c2VycyIsImV4cCI6MTcwNDA2NzgwMCwiaXNzIjoiaHR0cHM6Ly9leGFtcGxlLmNvbSJ9.33o5JLiiKDBz-bhe4eJeRxOGQk1bJ-xzS9RJSRNi9mU',
      given: { now: '2024-01-01T00:00:00.000Z' },
      source: 'exports',
    },
    {
      inputs: { key: 'secret', algorithm: 'none', payload: {} },
      error: '"none"',
      source: 'assumed',
    },
    { inputs: { key: '', algorithm: 'RS256' }, error: 'could not sign', source: 'assumed' },
    {
      inputs: { key: 'secret', algorithm: 'HS256', payload: { constructor: 1 } },
      error: 'may not be called "constructor"',
      source: 'assumed',
    },
    { inputs: { key: 'secret', algorithm: 'HS256', header: 'kid' }, error: '"header"', source: 'assumed' },
  ],
  run({ key, algorithm, header, noTimestamp, payload, ...options }, context) {
    if (!algorithms.includes(algorithm)) {
      throw new CardError(`"algorithm" holds "${String(algorithm)}"; use one of ${algorithms.join(', ')}.`);
    }
    plain(payload, 'claim');
    const claims = { iat: Math.floor(context.clock.now() / 1000), ...payload };
    const given: SignOptions = {
      algorithm,
      noTimestamp,
      header: { alg: algorithm, ...furtherHeader(header) },
    };
    // The library knows an option by its being there, and refuses an empty one.
    const set = Object.entries(options).filter(([, value]) => value !== null && value !== '');
    try {
      return { token: signToken(claims, key, { ...given, ...Object.fromEntries(set) }) };
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      throw new CardError(`${algorithm} could not sign the token: ${error.message}`);
    }
  },
});

/** Fails with a CardError where a name is one that every object has: the library would trip over it or lose it. */
function plain(values: JsonObject, what: string): void {
  const name = Object.keys(values).find((each) => each in Object.prototype);
  if (name !== undefined) throw new CardError(`A ${what} may not be called "${name}"; give it another name.`);
}

function furtherHeader(text: string): JsonObject {
  if (text.trim() === '') return {};
  let read: Json;
  try {
    // JSON.parse gives `any`; what it gives is JSON by its own definition.
    read = JSON.parse(text) as Json;
  } catch {
    read = null;
  }
  if (typeof read === 'object' && read !== null && !Array.isArray(read)) {
    plain(read, 'header field');
    return read;
  }
  throw new CardError(`"header" holds "${text.slice(0, 60)}"; give a JSON object, such as {"kid":"key 1"}.`);
}
