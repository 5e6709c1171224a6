/** A user as Okta's cards give it: the system's properties, and those of the profile. */

import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { field } from '../field';
import { asObject } from './request';

const group = 'System Properties';

/** What every user has. Dates are text, as the API writes them. */
export const systemProperties = {
  id: field.text(undefined, { group, key: 'ID' }),
  status: field.text(undefined, { group, key: 'Status' }),
  created: field.text(undefined, { group, key: 'Created' }),
  activated: field.text(undefined, { group, key: 'Activated' }),
  statusChanged: field.text(undefined, { group, key: 'Status Changed' }),
  lastLogin: field.text(undefined, { group, key: 'Last Login' }),
  lastUpdated: field.text(undefined, { group, key: 'Last Updated' }),
  passwordChanged: field.text(undefined, { group, key: 'Password Changed' }),
  credentials: field.record(
    undefined,
    {
      emails: field.list(undefined, { key: 'Emails' }),
      password: field.flag(undefined, { key: 'Password' }),
      recoveryQuestion: field.text(undefined, { key: 'Recovery Question' }),
      provider: field.record(
        undefined,
        { name: field.text(undefined, { key: 'Name' }), type: field.text(undefined, { key: 'Type' }) },
        { key: 'Provider' },
      ),
    },
    { group, key: 'Credentials' },
  ),
  realmId: field.text(undefined, { group, key: 'Realm ID' }),
  rawOutput: field.object(undefined, { group, key: 'Raw Output' }),
};

/** What the org's own user schema defines; the author picks. */
export const profileProperties = field.many('Profile Properties', field.any());

/** The outputs for a user as the Users API describes it. */
export function userOutputs(user: JsonObject): JsonObject {
  const credentials = asObject(user.credentials);
  const provider = asObject(credentials.provider);
  return {
    id: text(user.id),
    status: text(user.status),
    created: text(user.created),
    activated: text(user.activated),
    statusChanged: text(user.statusChanged),
    lastLogin: text(user.lastLogin),
    lastUpdated: text(user.lastUpdated),
    passwordChanged: text(user.passwordChanged),
    credentials: {
      Emails: Array.isArray(credentials.emails) ? credentials.emails : [],
      Password: credentials.password !== undefined,
      'Recovery Question': text(asObject(credentials.recovery_question).question),
      Provider: { Name: text(provider.name), Type: text(provider.type) },
    },
    realmId: text(user.realmId),
    rawOutput: user,
    profile: asObject(user.profile),
  };
}

/** A user as an item of a list, or as the record that a streaming card passes to its helper flow. */
export function userRecord(user: JsonObject): JsonObject {
  const profile = asObject(user.profile);
  return {
    'Raw Output': user,
    ID: text(user.id),
    Status: text(user.status),
    Created: text(user.created),
    Activated: text(user.activated),
    'Status Changed': text(user.statusChanged),
    'Last Login': text(user.lastLogin),
    'Last Updated': text(user.lastUpdated),
    'Password Changed': text(user.passwordChanged),
    'First Name': text(profile.firstName),
    'Last Name': text(profile.lastName),
    'Mobile Phone': text(profile.mobilePhone),
    'Second Email': text(profile.secondEmail),
    Login: text(profile.login),
    Email: text(profile.email),
  };
}

function text(value: Json | undefined): string {
  return value === undefined || value === null ? '' : String(value);
}
