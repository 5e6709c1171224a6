/** The tables of the pack: its settings, and everything it must not forget. Rows are never part of a pack. */

import { field, table } from '../../sdk/dsl';

export const settings = table({
  name: 'settings',
  description:
    'mode: dry-run or live. connections: Auth0 connections to touch, with commas; empty for all. revoke: yes or no. linked: known or search (accounts linked under another address are found at once, with one request more). notify: yes or no.',
  columns: { name: field.text(), value: field.text() },
});

/** `settings.csv`: a dry run first; the user turns it live. */
export const settingsCsv = [
  'name,value',
  'mode,dry-run',
  'connections,',
  'revoke,yes',
  'linked,known',
  'notify,yes',
  '',
].join('\r\n');

export const audit = table({
  name: 'audit',
  description: 'One row for every event: what became of it.',
  columns: {
    event_id: field.text(),
    event: field.text(),
    at: field.text(),
    okta_user_id: field.text(),
    email: field.text(),
    outcome: field.text(),
    detail: field.text(),
    mode: field.text(),
  },
});

export const failures = table({
  name: 'failures',
  description: 'What could not be done, and when it is tried again. A closed row was done since.',
  columns: {
    event_id: field.text(),
    event: field.text(),
    at: field.text(),
    okta_user_id: field.text(),
    alternate_id: field.text(),
    why: field.text(),
    attempts: field.number(),
    /** Seconds since 1970: numbers compare by size, whatever way a time is written. */
    next_try: field.number(),
    status: field.text(),
  },
});

export const people = table({
  name: 'people',
  description:
    'Every address and Auth0 account ever seen of a person, so that a changed address is still found.',
  columns: {
    okta_user_id: field.text(),
    emails: field.text(),
    auth0_ids: field.text(),
    /** What Okta said last: its own word, or DELETED where it knows the user no more. */
    status: field.text(),
    updated_at: field.text(),
  },
});

export const reports = table({
  name: 'reports',
  description: 'One row for every part of a reconciliation.',
  columns: {
    /** When it began. */
    at: field.text(),
    direction: field.text(),
    checked: field.number(),
    /** `complete` or `failed`. */
    outcome: field.text(),
    detail: field.text(),
  },
});
