/** What the actions share: checked inputs, encoded paths, one request, and an account as cards show it. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import {
  callFlow,
  field,
  group,
  json,
  object,
  type Ref,
  returnErrorIf,
  text,
  url,
  type Value,
} from '../sdk/dsl';
import type { Connection } from './auth';
import { httpHelper } from './system/http-helper';

/** Ends the action with status 400 where a required input is empty. */
export function requireInput(value: Ref<string>, label: string): void {
  returnErrorIf({ a: value, operator: 'is empty', message: `No ${label} input provided.`, statusCode: 400 });
}

/**
 * `/api/v2/<collection>/<id><rest>` with the id encoded, whatever characters it holds (D2). An id of nothing but dots
 * is refused: encoding leaves dots alone, and `DELETE /users/.` would be about all users.
 */
export function idPath(collection: string, id: Ref<string>, rest = ''): Ref<string> {
  const letters = text.replace({ string: id, src: '.', dest: '', global: true });
  returnErrorIf(
    { a: letters.output, operator: 'is empty', message: 'An ID of dots alone is no ID.', statusCode: 400 },
    { note: 'Encoding leaves dots alone, and . and .. are steps in a path.' },
  );
  const encoded = url.encodeComponent({ string: id });
  const parts = { string1: `/api/v2/${collection}/`, string2: encoded.output };
  return text.concatenate(rest === '' ? parts : { ...parts, rest }).output;
}

/** `/api/v2/<collection>?<name>=<value>`, the value encoded (D1). */
export function queryPath(collection: string, name: string, value: Ref<string>, rest = ''): Ref<string> {
  const encoded = url.encodeComponent({ string: value });
  const parts = { string1: `/api/v2/${collection}?${name}=`, string2: encoded.output };
  return text.concatenate(rest === '' ? parts : { ...parts, rest }).output;
}

/** Sends one request to Auth0 through the connector's helper. */
export function send(
  connection: Ref<Connection>,
  method: 'GET' | 'PATCH' | 'POST' | 'PUT' | 'DELETE',
  path: Value<string>,
  more: { body?: Ref<JsonObject>; token?: Ref<string> } = {},
) {
  return callFlow(httpHelper, { connection, relative_url: path, request_method: method, ...more });
}

/** The output group of actions that give one account. */
export const userOutputs = group('User', {
  id: field.text('User ID'),
  email: field.text('Email'),
  name: field.text('Name'),
  blocked: field.flag('Blocked'),
  appMetadata: field.object('App Metadata'),
  userMetadata: field.object('User Metadata'),
  profile: field.object('Profile'),
});

/** An account as `userOutputs` lists it, from the text of Auth0's answer. */
export function userFrom(body: Ref<string>) {
  const profile = json.parse({ string: body }, { as: { output: field.object() } }).output;
  const picked = object.getMultiple(
    { object: profile },
    {
      outputs: {
        id: field.text('User ID', { key: 'user_id' }),
        email: field.text('Email', { key: 'email' }),
        name: field.text('Name', { key: 'name' }),
        blocked: field.flag('Blocked', { key: 'blocked' }),
        appMetadata: field.object('App Metadata', { key: 'app_metadata' }),
        userMetadata: field.object('User Metadata', { key: 'user_metadata' }),
      },
    },
  );
  return { ...picked, profile };
}

/** What a sample says of an account. */
export const sampleUser = {
  id: 'auth0|64f0',
  email: 'ada@acme.test',
  name: 'ada@acme.test',
};
