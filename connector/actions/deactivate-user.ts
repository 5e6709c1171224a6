/** Deactivate User and Reactivate User: every account of a person, both gates, with one card and one token. */

import { action, callFlow, date, field, group, list, text } from '../../sdk/dsl';
import { auth } from '../auth';
import { findAccounts, lowerCase } from '../system/find-accounts';
import { syncAccounts } from '../system/sync-accounts';

const modes = [
  { value: 'live', label: 'Live' },
  { value: 'dry-run', label: 'Dry Run' },
] as const;
const linkedAccounts = [
  { value: 'known', label: 'Known Ones' },
  { value: 'search', label: 'Search' },
] as const;
const yesNo = [
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const;

export const deactivateUser = syncAction({
  name: 'Deactivate User',
  description: 'Flag, block and sign out every Auth0 account of a person.',
  change: 'deactivate',
  limits: [
    'Sets blocked and app_metadata.okta_deactivated with one change per account, then ends sessions and refresh tokens.',
    'Nobody found is no error: Count is 0.',
    'An account that fails does not keep the others from being done; its result says why.',
    'Linked Accounts: Search also finds primary accounts to which one with the address was linked, with one request more; it is done anyway where nobody is found.',
  ],
});

export const reactivateUser = syncAction({
  name: 'Reactivate User',
  description: 'Take flag and block from the Auth0 accounts that were deactivated with the person.',
  change: 'reactivate',
  limits: [
    'Touches only accounts that carry the flag, and unblocks only what the sync itself has blocked.',
    'Ended sessions do not come back: the person logs in again.',
  ],
});

/** The two differ in what is to become of the accounts. */
function syncAction(about: {
  name: string;
  description: string;
  change: 'deactivate' | 'reactivate';
  limits: string[];
}) {
  return action({
    auth,
    name: about.name,
    description: about.description,
    options: {
      mode: field.choice('Mode', modes, { required: true }),
      revoke: field.choice('Revoke Access', yesNo, { required: true }),
      linked: field.choice('Linked Accounts', linkedAccounts, { required: true }),
    },
    inputs: {
      user: group('User', {
        email: field.text('Email', { help: 'Email or User IDs must be given.' }),
        emails: field.listOf(field.text(), 'Further Emails', { help: 'Earlier addresses of the person.' }),
        ids: field.listOf(field.text(), 'User IDs', { help: 'Auth0 user IDs known to be the person’s.' }),
        connections: field.listOf(field.text(), 'Connections', {
          help: 'Auth0 connections to touch, by name; empty for all.',
        }),
        others: field.listOf(field.text(), 'Addresses of Others', {
          help: 'Addresses that other Okta users have now: an account with one of them is left alone.',
        }),
      }),
      okta: group('Okta', { id: field.text('Okta User ID'), status: field.text('Okta Status') }),
    },
    outputs: {
      result: group('Result', {
        results: field.list('Results'),
        ids: field.listOf(field.text(), 'User IDs'),
        count: field.number('Count'),
        failed: field.number('Failed'),
      }),
    },
    scopes: [
      'read:users',
      'update:users',
      'update:users_app_metadata',
      'delete:sessions',
      'delete:refresh_tokens',
      'delete:grants',
      'read:device_credentials',
      'delete:device_credentials',
    ],
    help: { limits: about.limits },
    sample: {
      options: { mode: 'live', revoke: 'yes', linked: 'known' },
      inputs: { user: { email: 'ada@acme.test' }, okta: { id: '00u1ada', status: 'DEPROVISIONED' } },
      outputs: { result: { ids: ['auth0|64f0'], count: 1, failed: 0 } },
    },
    body({ connection, options, inputs }) {
      const { user, okta } = inputs;
      const typed = text.trim({ string: user.email });
      const found = callFlow(findAccounts, {
        connection,
        email: typed.output,
        emails: user.emails,
        ids: user.ids,
        linked: options.linked,
      });
      const now = date.now({});
      const { results } = callFlow(syncAccounts, {
        connection,
        change: about.change,
        mode: options.mode,
        revoke: options.revoke,
        okta_user_id: okta.id,
        okta_status: okta.status,
        okta_changed_at: now.iso,
        items: found.users,
        connections: user.connections,
        others: lowerCase(user.others),
        results: [],
        token: found.token,
      });
      const ids = list.pluck(
        { list: results, key: 'user_id' },
        { as: { values: field.listOf(field.text()) } },
      );
      const { length: count } = list.length({ list: results });
      const failures = list.filter(
        { list: results, operator: '==', path: 'outcome', comparison: 'failed' },
        { as: { list: field.list() } },
      );
      const { length: failed } = list.length({ list: failures.list });
      return { result: { results, ids: ids.values, count, failed } };
    },
  });
}
