/** The faults of the original (auth0-okta.md §A.10): gone from every pack of ours that does its job, there in the original. */

import type { WirePack } from '@okta/workflows-connector-sdk-types';
import { packs } from '../../flows';
import { viewPack } from '../../sdk/pack/view';
import {
  account,
  deactivationOf,
  describeOriginal,
  FLAGGED,
  type OurPack,
  ourPacks,
  ours,
  type Played,
  type PlayOptions,
  play,
  UNTOUCHED,
  type WorldChange,
  worldOf,
} from '../support/story';

interface Fault {
  id: string;
  what: string;
  change?: WorldChange;
  options?: PlayOptions;
  /** Brings the event after Okta has activated her again. */
  late?: boolean;
  /** What ours does. */
  gone(played: Played): void;
  /** What the original does. */
  there(played: Played): void;
  /** Where the fault can show at all; everywhere when absent. */
  packs?: OurPack[];
}

const ada = 'auth0|ada';
const flagged = ({ metadata, logins }: Played, ...ids: string[]) => {
  for (const id of ids)
    expect({ id, ...metadata[id], login: logins[id] }).toEqual({ id, ...FLAGGED, login: 403 });
};
const missed = ({ metadata, logins }: Played, ...ids: string[]) => {
  for (const id of ids)
    expect({ id, ...metadata[id], login: logins[id] }).toEqual({ id, ...UNTOUCHED, login: 200 });
};

const faults: Fault[] = [
  {
    id: 'D1',
    what: 'an address is not encoded: the person is missed, and the run counts as a success',
    change: { email: 'ada+sso@acme.test' },
    gone: (played) => flagged(played, ada),
    there(played) {
      missed(played, ada);
      expect(played.outcome).toBe('stopped');
      expect(played.requests.at(-1)?.query).toEqual({ email: 'ada sso@acme.test' });
    },
  },
  {
    id: 'D2',
    what: 'a user id is not encoded',
    change: { accounts: [account('oidc|acme|a/b', 'ada@acme.test')] },
    gone: (played) => flagged(played, 'oidc|acme|a/b'),
    there(played) {
      missed(played, 'oidc|acme|a/b');
      expect(played.calls.at(-1)).toBe('PATCH /api/v2/users/oidc|acme|a/b');
    },
  },
  {
    id: 'D3',
    what: 'an address is looked up as typed alone',
    change: { email: 'Ada@Acme.test', accounts: [account(ada, 'ada@acme.test')] },
    gone: (played) => flagged(played, ada),
    there: (played) => missed(played, ada),
  },
  {
    id: 'D4',
    what: 'only the first account is flagged',
    change: { accounts: [account(ada, 'ada@acme.test'), account('google-oauth2|1', 'ada@acme.test')] },
    gone: (played) => flagged(played, ada, 'google-oauth2|1'),
    there(played) {
      expect(played.logins[ada]).toBe(403);
      missed(played, 'google-oauth2|1');
    },
  },
  {
    id: 'D7',
    what: 'the flow goes on with an empty token',
    // Our connection is tested before it is used, so that the pack with the connector never comes so far.
    packs: ['auth0-user-metadata'],
    change: { wrongSecret: 'not-the-right-one' },
    options: { assume: { 'raw-request-on-error': 'returns' } },
    gone(played) {
      expect(played.calls.at(-1)).toBe('POST /oauth/token');
      expect(played.error).toMatchObject({ statusCode: 401, flow: '[util] Get Access Token' });
    },
    there(played) {
      expect(played.calls.at(-1)).not.toBe('POST /oauth/token');
      expect(
        played.exchanges.at(-1 - Object.keys(played.logins).length)?.requestHeaders.authorization?.trim(),
      ).toBe('Bearer');
    },
  },
  {
    id: 'D9',
    what: 'the flag is a text, where every reader has to guess its form',
    gone: (played) => expect(played.metadata[ada]?.app_metadata).toEqual({ okta_deactivated: true }),
    there: (played) => expect(played.metadata[ada]).toEqual({ ...FLAGGED, app_metadata: null }),
  },
  {
    id: 'D10',
    what: 'what stood beside the flag is lost',
    change: {
      accounts: [
        account(ada, 'ada@acme.test', { user_metadata: { okta: { department: 'Engines' }, theme: 'dark' } }),
      ],
    },
    gone: (played) =>
      expect(played.metadata[ada]?.user_metadata).toEqual({
        okta: { department: 'Engines', deactivated: 'true' },
        theme: 'dark',
      }),
    there: (played) =>
      expect(played.metadata[ada]?.user_metadata).toEqual({ okta: { deactivated: 'true' }, theme: 'dark' }),
  },
  {
    id: 'D19',
    what: 'whatever Auth0 said becomes a 500',
    change: { scopes: ['read:users'] },
    gone: (played) => expect(played.error?.statusCode).toBe(403),
    there: (played) => expect(played.error?.statusCode).toBe(500),
  },
  {
    id: 'D24',
    what: 'nobody looks whether she is still deactivated: who is active again is locked out',
    late: true,
    gone(played) {
      expect(played.outcome).toBe('stopped');
      missed(played, ada);
    },
    there: (played) => expect(played.logins[ada]).toBe(403),
  },
  {
    id: 'D26',
    what: 'a missing row sends the credentials to a host called "oauth"',
    packs: ['auth0-user-metadata'],
    change: { configuration: [{ name: 'client_id', value: 'workflows' }] },
    gone(played) {
      expect(played.calls).toEqual(['GET /api/v1/users/00u1ada']);
      expect(played.error?.message).toContain('Table "configuration" has no value for "domain"');
    },
    there: (played) =>
      expect(played.requests.at(-1)).toMatchObject({ tenant: 'oauth', method: 'POST', status: null }),
  },
];

const playFault = async (pack: WirePack, { change, options, late }: Fault) =>
  play(pack, worldOf(change), late ? { ...options, delivery: await deactivationOf(worldOf()) } : options);

describe.each(ourPacks)('%s is without', (name) => {
  const its = faults.filter((fault) => fault.packs?.includes(name) ?? true);
  it.each(its.map((fault) => [fault.id, fault.what, fault] as const))('%s: %s', async (_id, _what, fault) => {
    fault.gone(await playFault(ours[name], fault));
  });

  it('D16: the secret in a readable table, unless there is no connection to keep it', () => {
    const tables = viewPack(ours[name]).tables.map((table) => table.name);
    expect(tables).toEqual(name === 'auth0-user-metadata' ? ['configuration'] : []);
    if (name === 'auth0-deactivation') expect(secretFields(ours[name])).toEqual([]);
  });

  it('D17: secrets and tokens in the execution history', () => {
    expect(savingSecrets(ours[name])).toEqual([]);
  });

  it('D29: JSON put together as text', () => {
    expect(composedJson(ours[name])).toEqual([]);
  });
});

describeOriginal('the original has', (original) => {
  it.each(faults.map((fault) => [fault.id, fault.what, fault] as const))(
    '%s: %s',
    async (_id, _what, fault) => {
      fault.there(await playFault(original, fault));
    },
  );

  it('D16: the secret in a readable table', () => {
    expect(viewPack(original).tables.map((table) => table.name)).toEqual(['configuration']);
    expect(secretFields(original)).not.toEqual([]);
  });

  it('D17: secrets and tokens in the execution history', () => {
    expect(savingSecrets(original)).toEqual(
      expect.arrayContaining(['[util] Get Access Token', '[util] Get Configuration']),
    );
  });

  it('D29: JSON put together as text', () => {
    expect(composedJson(original)).toEqual(['[main] User Deactivated']);
  });

  it('the same flows and the same table as the pack of ours that takes its place', () => {
    const names = (pack: WirePack) =>
      viewPack(pack)
        .flows.map((flow) => flow.name)
        .sort();
    expect(names(ours['auth0-user-metadata'])).toEqual(names(original));
    const shape = (pack: WirePack) => viewPack(pack).tables.map(({ name, columns }) => ({ name, columns }));
    expect(shape(ours['auth0-user-metadata'])).toEqual(shape(original));
  });

  it('the same order of calls', async () => {
    const inOrder = async (pack: WirePack) =>
      (await play(pack, worldOf())).calls.map((call) => call.replace('%7C', '|'));
    expect(await inOrder(ours['auth0-user-metadata'])).toEqual(await inOrder(original));
  });
});

it('every pack has a name of its own, which is its folder’s', () => {
  expect(new Set(packs.map((pack) => pack.name)).size).toBe(packs.length);
  for (const name of ourPacks) expect(packs.map((pack) => pack.name)).toContain(name);
});

const SECRET = /secret|token|password/i;

/** Fields of cards that are named after a secret. */
function secretFields(pack: WirePack): string[] {
  return viewPack(pack).flows.flatMap((flow) =>
    flow
      .cards()
      .flatMap((card) =>
        [...card.inputs, ...card.outputs].map(({ key }) => key).filter((key) => SECRET.test(key)),
      ),
  );
}

/** Flows that save the data that passes through them, and have a field named after a secret or send one in a header. */
function savingSecrets(pack: WirePack): string[] {
  const view = viewPack(pack);
  return view.flows
    .filter((flow) => flow.saveData)
    .filter((flow) =>
      flow
        .cards()
        .some((card) =>
          [...card.inputs, ...card.outputs].some(({ key }) => SECRET.test(key) || key === 'Authorization'),
        ),
    )
    .map((flow) => flow.name);
}

/** Flows in which a Compose card writes an object's braces. */
function composedJson(pack: WirePack): string[] {
  return viewPack(pack)
    .flows.filter((flow) =>
      flow
        .cards()
        .some(
          (card) => card.method === 'compose' && card.inputs.some(({ value }) => /[{[]/.test(String(value))),
        ),
    )
    .map((flow) => flow.name);
}
