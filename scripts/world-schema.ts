/** The JSON Schema of a world file: an unknown key is an error, never ignored. */

import { undocumented } from '../sdk/cards/undocumented';

const text = { type: 'string', minLength: 1 } as const;
const record = (values: object) => ({ type: 'object', additionalProperties: values }) as const;
const closed = (required: string[], properties: Record<string, object>) =>
  ({ type: 'object', additionalProperties: false, required, properties }) as const;

const oktaUser = closed(['id', 'status', 'profile'], {
  id: text,
  status: {
    enum: [
      'STAGED',
      'PROVISIONED',
      'ACTIVE',
      'RECOVERY',
      'PASSWORD_EXPIRED',
      'LOCKED_OUT',
      'SUSPENDED',
      'DEPROVISIONED',
    ],
  },
  profile: { type: 'object', required: ['login', 'email'] },
});

const auth0User = {
  type: 'object',
  required: ['user_id', 'email', 'connection'],
  properties: {
    user_id: text,
    email: text,
    connection: text,
    password: text,
    identities: {
      type: 'array',
      items: {
        type: 'object',
        required: ['provider', 'user_id', 'connection'],
        properties: { provider: text, user_id: text, connection: text, password: text },
      },
    },
  },
};

/** What hangs on an Auth0 user and on an application: `user_id`, `client_id`, and more. */
const ofUser = (properties: Record<string, object>) => ({
  type: 'array',
  items: closed(['user_id'], { user_id: text, id: text, client_id: text, ...properties }),
});

export const worldSchema = closed(['okta', 'auth0'], {
  okta: closed(['domain', 'users'], { domain: text, users: { type: 'array', items: oktaUser } }),
  auth0: closed(['domain', 'clients', 'users'], {
    domain: text,
    plan: { enum: ['free', 'essentials', 'enterprise'] },
    rateLimit: closed(['burst', 'perSecond'], {
      burst: { type: 'number', exclusiveMinimum: 0 },
      perSecond: { type: 'number', exclusiveMinimum: 0 },
    }),
    clients: {
      type: 'array',
      minItems: 1,
      items: closed(['client_id', 'client_secret', 'scopes'], {
        client_id: text,
        client_secret: text,
        scopes: { type: 'array', items: text },
        rotatesRefreshTokens: { type: 'boolean' },
      }),
    },
    users: { type: 'array', items: auth0User },
    sessions: ofUser({}),
    refreshTokens: ofUser({ token: text, audience: text, scope: text, device_name: text }),
    grants: ofUser({ audience: text, scope: { type: 'array', items: text } }),
    deviceCredentials: ofUser({ device_name: text }),
    organizations: {
      type: 'array',
      items: closed(['id', 'name'], {
        id: text,
        name: text,
        display_name: text,
        members: { type: 'array', items: text },
      }),
    },
    actions: {
      type: 'array',
      items: closed(['name', 'code'], {
        name: text,
        code: { type: 'string' },
        deployed: { type: 'boolean' },
        bound: { type: 'boolean' },
        trigger: text,
      }),
    },
  }),
  tables: record({ type: 'array', items: { type: 'object' } }),
  connections: record(record({ type: 'string' })),
  hosts: record({ type: 'string', pattern: '^https?://[^/]' }),
  faults: {
    type: 'array',
    items: {
      ...closed(['tenant', 'path'], {
        tenant: { enum: ['auth0', 'okta'] },
        method: text,
        path: text,
        after: { type: 'integer', minimum: 0 },
        times: { type: 'integer', minimum: 1 },
        status: { type: 'integer', minimum: 400, maximum: 599 },
        reset: { type: 'boolean' },
        body: { type: 'string' },
        handled: { type: 'boolean' },
        delayMs: { type: 'number', minimum: 0 },
      }),
      // A fault that does nothing is a mistake.
      anyOf: ['status', 'reset', 'body', 'delayMs'].map((name) => ({ required: [name] })),
    },
  },
  tableFaults: {
    type: 'array',
    items: closed(['table'], {
      table: text,
      at: { enum: ['read', 'insert', 'update', 'remove'] },
      after: { type: 'integer', minimum: 0 },
      times: { type: 'integer', minimum: 1 },
      handled: { type: 'boolean' },
    }),
  },
  deactivate: { type: 'array', items: text },
  stubs: {
    type: 'object',
    // `<module>:<method>`, or a method and a URL.
    propertyNames: { pattern: '^([\\w.-]+:[\\w.-]+|[A-Za-z]+ +https?://\\S+)$' },
  },
  assume: closed(
    [],
    Object.fromEntries(
      Object.entries(undocumented).map(([id, { assumed, alternative }]) => [
        id,
        { enum: [assumed, alternative] },
      ]),
    ),
  ),
});
