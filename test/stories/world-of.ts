/** The world in which a story plays: both tenants, with its people, and the settings of the pack. */

import type { World } from '@okta/workflows-connector-sdk-types';
import { auth0 as connector } from '../../connector';
import type { Person, Story } from './story';

export const PASSWORD = 'Correct-Horse-1';
/** The application with which an administrator of Auth0 works: not the one of the flows. */
export const ADMIN = { client_id: 'dashboard', client_secret: 'admin-secret-2207' };

const scopes = [...new Set(connector.model.actions.flatMap((action) => action.scopes))];

const connections = {
  database: { name: 'Username-Password-Authentication', provider: 'auth0' },
  google: { name: 'google-oauth2', provider: 'google-oauth2' },
  saml: { name: 'acme-saml', provider: 'samlp' },
};

/** A person of the story as both tenants know them. */
export interface Known {
  /** In Okta. */
  id: string;
  /** Where nothing in Okta has changed it. */
  address: string;
  accounts: { id: string; connection: string; email: string; adminBlocked: boolean }[];
}

/** The people of a story; with ids that would break a URL that is put together carelessly. */
export function knownPeople({ people }: Story): Known[] {
  return people.map((person, index) => ({
    id: `00u${index + 1}`,
    address: addressOf(person),
    accounts: person.accounts.map((account) => ({
      id: `${connections[account.connection].provider}|${index}/${account.connection}?#x`,
      connection: connections[account.connection].name,
      // Auth0's own databases keep lower case, other providers what was typed.
      email: account.connection === 'database' ? addressOf(person).toLowerCase() : addressOf(person),
      adminBlocked: account.adminBlocked,
    })),
  }));
}

/** The user under whom an administrator links an account of a person; nothing of it is the person's own. */
export function primaryOf(person: Known): { id: string; email: string } {
  return { id: `auth0|boss/${person.id}`, email: `boss.${person.id}@elsewhere.test` };
}

export function worldOf(story: Story): World {
  const people = knownPeople(story);
  const linked = new Set(story.steps.flatMap((step) => (step.do === 'link' ? [step.person] : [])));
  const primaries = people.filter((_, index) =>
    [...linked].some((person) => person % people.length === index),
  );
  return {
    okta: {
      domain: 'acme.okta.test',
      users: people.map(({ id, address }) => ({
        id,
        status: 'ACTIVE',
        profile: { login: address, email: address, firstName: 'A', lastName: 'B' },
      })),
    },
    auth0: {
      domain: 'acme.eu.auth0.test',
      plan: story.plan,
      ...(story.limited ? {} : { rateLimit: { burst: 1000, perSecond: 1000 } }),
      clients: [
        { client_id: 'okta-workflows', client_secret: 'canary-secret-8451', scopes },
        { ...ADMIN, scopes: ['update:users'] },
      ],
      users: [
        ...people.flatMap(({ accounts }) =>
          accounts.map(({ id, email, connection, adminBlocked }) => ({
            user_id: id,
            email,
            connection,
            password: PASSWORD,
            ...(adminBlocked ? { blocked: true } : {}),
          })),
        ),
        ...primaries.map(primaryOf).map(({ id, email }) => ({
          user_id: id,
          email,
          connection: connections.database.name,
          password: PASSWORD,
        })),
      ],
      refreshTokens: people.flatMap(({ accounts }) => accounts.map(({ id }) => ({ user_id: id }))),
      sessions: people.flatMap(({ accounts }) => accounts.map(({ id }) => ({ user_id: id }))),
    },
    tables: {
      settings: [
        { name: 'mode', value: story.mode },
        { name: 'revoke', value: 'yes' },
      ],
    },
  };
}

function addressOf({ name }: Person): string {
  return `${name}@acme.test`;
}
