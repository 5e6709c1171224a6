/** Checks exchanges with the Auth0 tenant against the part of Auth0's API description in ../shared/contracts. */

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Exchange, Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import Ajv2020, { type ValidateFunction } from 'ajv/dist/2020';
import addFormats from 'ajv-formats';

const FILE = join(__dirname, '../../../shared/contracts/auth0-management.oas.json');
const BASE = '/api/v2';

/** True where the API description is at hand. */
export const contractAvailable = existsSync(FILE);

/** `describe` where the API description is at hand; otherwise a skipped one that says why. */
export function describeWithContract(title: string, body: () => void): void {
  if (contractAvailable) describe(title, body);
  else describe.skip(`${title} (skipped: ../shared/contracts/auth0-management.oas.json is not there)`, body);
}

/** `GET /api/v2/users/{}`, for each operation described: placeholders bear other names there. */
export function contractRoutes(): string[] {
  if (!contractAvailable) return [];
  return contract().operations.map(
    ({ method, template }) => `${method.toUpperCase()} ${BASE}${template.replace(/\{[^}]+\}/g, '{}')}`,
  );
}

/** The values that a named schema of the description allows. */
export function contractEnum(schema: string): string[] {
  return contract().enums[schema] ?? [];
}

/** Collects what breaks the contract. */
export interface ContractObserver {
  /** Checks one exchange; without the API description it does nothing. */
  observe(exchange: Exchange): void;
  /** One line per violation: `PATCH /users/{id} 200 response /blocked must be boolean`. */
  readonly violations: string[];
  /** How many exchanges were on a described path. */
  readonly checked: number;
}

interface Operation {
  template: string;
  method: string;
  pattern: RegExp;
  parameters: { name: string; in: string; required?: boolean; schema: JsonObject }[];
  requestBody: JsonObject | undefined;
  bodyRequired: boolean;
  responses: Record<string, { content?: { 'application/json'?: { schema: JsonObject } } }>;
}

/**
 * Checks each Auth0 exchange that no fault was injected into and whose path and method are described: status, response
 * body, and (where the tenant accepted the request; a refused one may well be wrong) query and request body.
 */
export function contractObserver(): ContractObserver {
  const violations: string[] = [];
  let checked = 0;
  return {
    violations,
    get checked() {
      return checked;
    },
    observe(exchange) {
      if (!contractAvailable || exchange.tenant !== 'auth0' || exchange.injected) return;
      const operation = contract().operations.find(
        (one) => one.method === exchange.method.toLowerCase() && one.pattern.test(exchange.path),
      );
      if (!operation) return;
      checked += 1;
      const where = `${exchange.method} ${operation.template} ${exchange.status}`;
      violations.push(...check(operation, exchange).map((violation) => `${where} ${violation}`));
    },
  };
}

/** Statuses that the description forgets: seen in auth0/terraform-provider-auth0 #1550, the others assumed. */
const FORGOTTEN = new Set([
  'POST /actions/actions 409',
  'PATCH /actions/actions/{id} 409',
  'DELETE /actions/actions/{id} 409',
  'POST /actions/actions/{id}/deploy 404',
]);

function check(operation: Operation, exchange: Exchange): string[] {
  const response = operation.responses[String(exchange.status)];
  if (!response && FORGOTTEN.has(`${exchange.method} ${operation.template} ${exchange.status}`)) return [];
  if (!response) {
    // Not every operation lists what it answers to a request that breaks its own description.
    const refused = exchange.status === 400 && brokenRequest(operation, exchange).length > 0;
    return refused ? [] : ['the status is not described'];
  }
  const found: string[] = [];
  const schema = response.content?.['application/json']?.schema;
  if (schema) found.push(...broken('response', schema, exchange.responseBody));
  return exchange.status >= 300 ? found : [...found, ...brokenRequest(operation, exchange)];
}

function brokenRequest(operation: Operation, { query, requestBody }: Exchange): string[] {
  const found = broken('query', querySchema(operation), typedQuery(operation, query));
  if (operation.requestBody && (requestBody !== null || operation.bodyRequired)) {
    found.push(...broken('request', operation.requestBody, requestBody));
  }
  return found;
}

function broken(part: string, schema: JsonObject, value: Json): string[] {
  const { validators, ajv } = contract();
  const key = JSON.stringify(schema);
  let validate = validators.get(key);
  if (!validate) {
    // References inside the document's pieces lead back to the document.
    validate = ajv.compile(JSON.parse(key.replaceAll('"#/components/', '"oas#/components/')));
    validators.set(key, validate);
  }
  if (validate(value)) return [];
  return (validate.errors ?? []).map((error) =>
    [part, error.instancePath, error.message].filter(Boolean).join(' '),
  );
}

function querySchema(operation: Operation): JsonObject {
  const query = operation.parameters.filter((parameter) => parameter.in === 'query');
  return {
    type: 'object',
    additionalProperties: false,
    properties: Object.fromEntries(query.map((parameter) => [parameter.name, parameter.schema])),
    required: query.filter((parameter) => parameter.required).map((parameter) => parameter.name),
  };
}

/** A query holds texts only; what reads as the number or boolean that its parameter should be is checked as one. */
function typedQuery(operation: Operation, query: Exchange['query']): JsonObject {
  const types = new Map(operation.parameters.map(({ name, schema }) => [name, schema.type]));
  return Object.fromEntries(
    Object.entries(query).map(([name, value]) => {
      const type = types.get(name);
      if (type === 'boolean' && /^(true|false)$/.test(value)) return [name, value === 'true'];
      const isNumber = (type === 'integer' || type === 'number') && /^\d+$/.test(value);
      return [name, isNumber ? Number(value) : value];
    }),
  );
}

let loaded:
  | {
      ajv: Ajv2020;
      operations: Operation[];
      validators: Map<string, ValidateFunction>;
      enums: Record<string, string[] | undefined>;
    }
  | undefined;

function contract(): NonNullable<typeof loaded> {
  loaded ??= load();
  return loaded;
}

function load(): NonNullable<typeof loaded> {
  const document = JSON.parse(readFileSync(FILE, 'utf8'));
  const ajv = new Ajv2020({ strict: false, validateSchema: false, allErrors: true, logger: false });
  addFormats(ajv);
  // The house rule exempts the e-mail format: real tenants hold addresses that it refuses.
  ajv.addFormat('email', true);
  ajv.addFormat('strict-uri', true);
  // The last page of a list by checkpoint fits two of its shapes, where the description says that one does.
  for (const schema of Object.values<JsonObject>(document.components.schemas)) {
    const { oneOf } = schema;
    if (JSON.stringify(oneOf ?? null).includes('PaginatedResponseContent')) {
      schema.anyOf = oneOf ?? null;
      delete schema.oneOf;
    }
  }
  ajv.addSchema({ $id: 'oas', components: document.components });
  const operations: Operation[] = [];
  for (const [template, methods] of Object.entries<Record<string, never>>(document.paths)) {
    const pattern = new RegExp(`^${BASE}${template.replace(/\{[^}]+\}/g, '[^/]+')}$`);
    for (const [method, described] of Object.entries(methods)) {
      // The document is Auth0's; its parts have the shape that OpenAPI 3.1 gives them.
      const { parameters = [], requestBody, responses } = described as Partial<Record<string, never>>;
      const body = requestBody as
        | { required?: boolean; content?: Record<string, { schema: JsonObject }> }
        | undefined;
      operations.push({
        template,
        method,
        pattern,
        parameters,
        requestBody: body?.content?.['application/json']?.schema,
        bodyRequired: body?.required === true,
        responses: responses ?? {},
      });
    }
  }
  const schemas = Object.entries<{ enum?: string[] }>(document.components.schemas);
  const enums = Object.fromEntries(schemas.map(([name, schema]) => [name, schema.enum]));
  return { ajv, operations, validators: new Map(), enums };
}
