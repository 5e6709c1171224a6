/** The faults of the original (auth0-okta.md §A.10), one by one: there in the original, gone from pack auth0-lifecycle. */

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { Fault, JsonObject, WirePack } from '@okta/workflows-connector-sdk-types';
import { createSourceFile, type Node, ScriptTarget, SyntaxKind } from 'typescript';
import { buildAction } from '../../../action/build';
import { viewPack } from '../../../sdk/pack/view';
import { linkedTo } from '../../connector/accounts';
import { ADA, account, describeOriginal } from '../../support/story';
import { denies, HERS, type Life, type LifeChange, lifecycle, link, live, ORIGINAL_ACTION } from './life';

const ROOT = join(__dirname, '../../..');

/** A fault of behaviour: one story, and what the two packs make of it. */
interface Behaviour {
  title: string;
  change?: LifeChange;
  /** What happens; the same for both. */
  story(life: Life): Promise<void>;
  /** After ours. */
  gone(life: Life): Promise<void> | void;
  /** After the original. */
  there(life: Life): Promise<void> | void;
}

const deactivated = ({ okta }: Life) => okta('deactivate');
const SECOND = 'google-oauth2|1';
const two = [account(HERS, 'ada@acme.test'), account(SECOND, 'ada@acme.test')];
const USER = '/api/v2/users/*';
const failing = (...statuses: number[]): Fault[] =>
  statuses.map((status) => ({ tenant: 'auth0', method: 'PATCH', path: USER, status }));
const patches = (life: Life) => life.sent('PATCH', /users/);
/** Neither of the accounts lets her in. */
const out = async (life: Life, ...ids: string[]) => {
  for (const id of ids) expect({ id, login: await life.logIn(id) }).not.toEqual({ id, login: 'in' });
};
/** Each of the accounts lets her in. */
const missed = async (life: Life, ...ids: string[]) => {
  for (const id of ids) expect({ id, login: await life.logIn(id) }).toEqual({ id, login: 'in' });
};
const outcomes = (life: Life) => life.rows('audit').map((row) => row.outcome);

const behaviours: Behaviour[] = [
  {
    title: 'D1: an address with a plus is taken for another',
    change: { email: 'ada+sso@acme.test' },
    story: deactivated,
    gone: (life) => out(life, HERS),
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D2: a user id with a slash leads to another path',
    change: { accounts: [account('oidc|acme|a/b', 'ada@acme.test')] },
    story: deactivated,
    gone: (life) => out(life, 'oidc|acme|a/b'),
    there: (life) => missed(life, 'oidc|acme|a/b'),
  },
  {
    title: 'D3: an address in upper case finds nobody',
    change: { email: 'Ada@Acme.test', accounts: [account(HERS, 'ada@acme.test')] },
    story: deactivated,
    gone: (life) => out(life, HERS),
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D4: only the first account is done',
    change: { accounts: two },
    story: deactivated,
    gone: (life) => out(life, HERS, SECOND),
    async there(life) {
      await out(life, HERS);
      await missed(life, SECOND);
    },
  },
  {
    title: 'D5: a person whose address has changed is not found',
    async story(life) {
      await life.profile({ nickName: 'Countess' });
      await life.profile({ email: 'ada.king@acme.test' });
      await life.okta('deactivate');
    },
    async gone(life) {
      await out(life, HERS);
      const [person] = life.rows('people');
      expect(JSON.parse(String(person?.emails))).toEqual(
        expect.arrayContaining(['ada@acme.test', 'ada.king@acme.test']),
      );
      expect(JSON.parse(String(person?.auth0_ids))).toEqual([HERS]);
    },
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D5: an account with an address of its own, linked to one that was seen, is not found',
    change: { accounts: [account(HERS, 'ada@acme.test'), account(SECOND, 'countess@mail.test')] },
    async story(life) {
      await life.profile({ nickName: 'Countess' });
      await link(life, HERS, SECOND);
      await life.profile({ email: 'ada.king@acme.test' });
      await life.okta('deactivate');
    },
    async gone(life) {
      await out(life, HERS);
      expect(life.account().identities).toHaveLength(2);
    },
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D5: an address that changed before the first event is not found',
    async story(life) {
      await life.wait(24);
      await life.profile({ email: 'ada.king@acme.test', login: 'ada.king' });
      await life.okta('deactivate');
    },
    gone: (life) => out(life, HERS),
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D5: an account that stands under one with another address is not found',
    change: { accounts: [account(HERS, 'countess@mail.test', linkedTo(SECOND, 'ada@acme.test'))] },
    story: deactivated,
    gone: (life) => out(life, HERS),
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D6: a token is got for every event, and serves for one account alone',
    change: { accounts: two },
    story: deactivated,
    gone(life) {
      expect(life.sent('POST', /oauth\/token/)).toHaveLength(1);
      expect(patches(life)).toHaveLength(2);
      expect(life.sent('POST', /revoke-access/)).toHaveLength(2);
    },
    there(life) {
      expect(life.sent('POST', /oauth\/token/)).toHaveLength(1);
      expect(patches(life)).toHaveLength(1);
    },
  },
  {
    title: 'D7: the flow goes on with an empty token',
    async story(life) {
      life.faults({ tenant: 'auth0', method: 'POST', path: '/oauth/token', status: 200, body: '{}' });
      await life.okta('deactivate');
    },
    gone(life) {
      expect(life.sent('GET', /users-by-email/)).toEqual([]);
      expect(outcomes(life)).toEqual(['failed']);
    },
    there: (life) => expect(life.sent('GET', /users-by-email/)).toHaveLength(1),
  },
  {
    title: 'D8: the flag stands where the person can change it',
    story: deactivated,
    async gone(life) {
      const user = { ...life.account(), user_metadata: { okta: { deactivated: 'false' } } };
      expect(await denies(buildAction(), user)).toBe(true);
    },
    async there(life) {
      const user = { ...life.account(), user_metadata: { okta: { deactivated: 'false' } } };
      expect(life.account().app_metadata).toBeUndefined();
      expect(await denies(ORIGINAL_ACTION, life.account())).toBe(true);
      expect(await denies(ORIGINAL_ACTION, user)).toBe(false);
    },
  },
  {
    title: 'D10: what stood beside the flag is lost',
    change: {
      accounts: [account(HERS, 'ada@acme.test', { user_metadata: { okta: { department: 'Engines' } } })],
    },
    story: deactivated,
    gone: ({ account: of }) =>
      expect(of().user_metadata).toEqual({ okta: { department: 'Engines', deactivated: 'true' } }),
    there: ({ account: of }) => expect(of().user_metadata).toEqual({ okta: { deactivated: 'true' } }),
  },
  {
    title: 'D11: the Action locks out whom the sync never touched',
    story: async () => undefined,
    gone: (life) => missed(life, HERS),
    async there(life) {
      life.running.auth0.bindPostLogin([{ name: 'The original', code: ORIGINAL_ACTION }]);
      await out(life, HERS);
    },
  },
  {
    title: 'D12: who is activated again stays out',
    async story(life) {
      await life.okta('deactivate');
      await life.okta('activate');
    },
    async gone(life) {
      await missed(life, HERS);
      expect(outcomes(life)).toEqual(['deactivated', 'reactivated']);
      expect(life.account()).toMatchObject({
        blocked: false,
        user_metadata: { okta: { deactivated: 'false' } },
      });
    },
    there: (life) => out(life, HERS),
  },
  {
    title: 'D13: a suspension changes nothing',
    change: { held: true },
    async story(life) {
      await life.okta('suspend');
      await life.deliver(life.waiting.shift());
    },
    async gone(life) {
      await out(life, HERS);
      await life.okta('unsuspend');
      await life.deliver(life.waiting.shift());
      await missed(life, HERS);
    },
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D13: a deletion changes nothing',
    change: { held: true },
    async story(life) {
      await life.profile({ nickName: 'Countess' });
      await life.deliver(life.waiting.shift());
      await life.okta('deactivate');
      // Nobody hears of the deactivation.
      life.waiting.length = 0;
      await life.okta('delete');
      for (const delivery of life.waiting.splice(0)) await life.deliver(delivery);
    },
    gone: (life) => out(life, HERS),
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D14: sessions and refresh tokens live on',
    story: deactivated,
    gone(life) {
      expect(life.running.auth0.accessOf(HERS)).toMatchObject({ sessions: 0, refreshTokens: 0 });
      expect(life.rows('audit')[0]?.detail).toContain('sessions and refresh tokens');
    },
    there: (life) =>
      expect(life.running.auth0.accessOf(HERS)).toMatchObject({ sessions: 1, refreshTokens: 1 }),
  },
  {
    title: 'D14: refresh tokens live on under a plan that cannot end sessions',
    change: { plan: 'free' },
    story: deactivated,
    gone(life) {
      expect(life.running.auth0.accessOf(HERS)).toMatchObject({ refreshTokens: 0, grants: 0 });
      expect(life.rows('audit')[0]?.detail).toContain('grants and device credentials');
    },
    there: (life) => expect(life.running.auth0.accessOf(HERS)).toMatchObject({ refreshTokens: 1, grants: 1 }),
  },
  {
    title: 'D15: without the Action nothing keeps the person out',
    async story(life) {
      life.running.auth0.bindPostLogin([]);
      await life.okta('deactivate');
    },
    async gone(life) {
      expect(life.account().blocked).toBe(true);
      expect(await life.logIn()).toBe('blocked');
    },
    async there(life) {
      expect(life.account().blocked).toBeUndefined();
      await missed(life, HERS);
    },
  },
  {
    title: 'D18: an error inside the event’s body is passed over, and the run counts as a success',
    change: { faults: failing(500) },
    story: deactivated,
    gone(life) {
      expect(life.running.delivered.flatMap((run) => run.innerErrors)).toEqual([]);
      expect(life.rows('failures')).toMatchObject([{ okta_user_id: ADA, status: 'open', attempts: 0 }]);
      expect(outcomes(life)).toEqual(['failed']);
    },
    there(life) {
      expect(life.running.delivered.map((run) => run.outcome)).toEqual(['success']);
      expect(life.running.delivered.flatMap((run) => run.innerErrors)).not.toEqual([]);
      expect(Object.keys(life.running.org.tables())).toEqual(['configuration']);
    },
  },
  {
    title: 'D19: whatever Auth0 said becomes a 500',
    change: { faults: failing(403) },
    story: deactivated,
    gone: (life) => expect(life.rows('failures')[0]?.why).toContain('403'),
    there: (life) =>
      expect(life.running.delivered.flatMap((run) => run.innerErrors)[0]?.statusCode).toBe(500),
  },
  {
    title: 'D20: what fails once is never tried again',
    change: { faults: failing(500) },
    async story(life) {
      await life.okta('deactivate');
      await missed(life, HERS);
      await life.wait(1);
    },
    async gone(life) {
      await out(life, HERS);
      expect(life.rows('failures')).toMatchObject([{ status: 'closed', attempts: 1 }]);
      expect(outcomes(life)).toEqual(['deactivated']);
    },
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D21: nobody is told, and nothing is written down',
    change: { accounts: two, faults: failing(500) },
    story: deactivated,
    gone(life) {
      expect(life.rows('audit')).toMatchObject([
        {
          okta_user_id: ADA,
          email: expect.stringContaining('ada'),
          outcome: 'failed',
        },
      ]);
      expect(life.rows('failures')).toHaveLength(1);
      expect(life.calls('[helper] Notify')).toBe(1);
    },
    there(life) {
      expect(life.trace.filter((event) => event.type === 'table')).toEqual([]);
      expect(new Set(life.running.requests.map(({ tenant }) => tenant))).toEqual(new Set(['okta', 'auth0']));
    },
  },
  {
    title: 'D22: there is no trying it out first',
    change: { settings: [{ name: 'mode', value: 'dry-run' }], accounts: two },
    story: deactivated,
    async gone(life) {
      expect(patches(life)).toEqual([]);
      expect(life.running.auth0.accessOf(HERS)).toMatchObject({ sessions: 1, refreshTokens: 1 });
      await missed(life, HERS, SECOND);
      const [row] = life.rows('audit');
      expect(row).toMatchObject({ outcome: 'would deactivate', mode: 'dry-run' });
      expect(row?.detail).toContain(HERS);
      expect(row?.detail).toContain(SECOND);
    },
    there: (life) => expect(patches(life)).toHaveLength(1),
  },
  {
    title: 'D23: an event that comes twice is handled twice',
    change: { held: true },
    async story(life) {
      await life.okta('deactivate');
      const [delivery] = life.waiting;
      await life.deliver(delivery);
      await life.deliver(delivery);
    },
    gone(life) {
      expect(patches(life)).toHaveLength(1);
      expect(outcomes(life)).toEqual(['deactivated']);
    },
    there: (life) => expect(patches(life)).toHaveLength(2),
  },
  {
    title: 'D23: an event that comes again while it is being handled has two records',
    change: { held: true },
    async story(life) {
      await life.okta('deactivate');
      const [delivery] = life.waiting;
      await Promise.all([life.deliver(delivery), life.deliver(delivery)]);
    },
    gone: (life) => expect(outcomes(life)).toEqual(['deactivated']),
    there: (life) => expect(patches(life)).toHaveLength(2),
  },
  {
    title: 'D24: an event that comes late locks out who is active again',
    change: { held: true },
    async story(life) {
      await life.okta('deactivate');
      await life.okta('activate');
      await life.deliver(life.waiting.shift());
    },
    async gone(life) {
      await missed(life, HERS);
      expect(outcomes(life)).toEqual(['untouched']);
    },
    there: (life) => out(life, HERS),
  },
  {
    title: 'D25: an event that never comes is never made up for',
    change: { held: true },
    async story(life) {
      await life.okta('deactivate');
      life.waiting.length = 0;
      await life.wait(24);
    },
    async gone(life) {
      await out(life, HERS);
      expect(life.rows('reports')).toEqual(
        expect.arrayContaining([expect.objectContaining({ direction: 'Okta to Auth0', checked: 1 })]),
      );
    },
    there: (life) => missed(life, HERS),
  },
  {
    title: 'D25: a flag that should be gone stays',
    change: { held: true },
    async story(life) {
      await life.okta('deactivate');
      await life.deliver(life.waiting.shift());
      await out(life, HERS);
      await life.okta('activate');
      life.waiting.length = 0;
      await life.wait(24);
    },
    gone: (life) => missed(life, HERS),
    there: (life) => out(life, HERS),
  },
  {
    title: 'D26: a missing row of the configuration sends the credentials to a host called "oauth"',
    change: { configuration: [{ name: 'client_id', value: 'workflows' }], settings: [] },
    story: deactivated,
    gone(life) {
      expect(outcomes(life)).toEqual(['would deactivate']);
      expect(new Set(life.running.requests.map(({ tenant }) => tenant))).toEqual(new Set(['okta', 'auth0']));
    },
    there: (life) =>
      expect(life.running.requests.at(-1)).toMatchObject({ tenant: 'oauth', method: 'POST', status: null }),
  },
  {
    title: 'D27: an answer that makes no sense counts as done',
    change: {
      faults: [{ tenant: 'auth0', method: 'PATCH', path: USER, status: 200, body: '<html>Back soon' }],
    },
    story: deactivated,
    gone: async (life) => {
      expect(outcomes(life)).toEqual(['failed']);
      await life.wait(1);
      await out(life, HERS);
    },
    async there(life) {
      expect(life.running.delivered.flatMap((run) => run.innerErrors)).toEqual([]);
      await missed(life, HERS);
    },
  },
];

/** A fault that shows by looking at what there is. */
interface Absence {
  title: string;
  gone(): Promise<void> | void;
  there(original: WirePack, file: string): Promise<void> | void;
}

const flowKinds = (pack: WirePack, kind: string) =>
  viewPack(pack).flows.filter((flow) => flow.kind === kind).length;
const fieldsNamed = (pack: WirePack, name: RegExp) =>
  viewPack(pack).flows.flatMap((flow) =>
    flow
      .cards()
      .flatMap((card) =>
        [...card.inputs, ...card.outputs].map(({ key }) => key).filter((key) => name.test(key)),
      ),
  );
const composed = (pack: WirePack) =>
  viewPack(pack).flows.flatMap((flow) =>
    flow
      .cards()
      .filter((card) => card.method === 'compose')
      .filter((card) => card.inputs.some(({ value }) => /[{[]/.test(String(value)))),
  ).length;

const absences: Absence[] = [
  {
    title: 'D9: the Action knows one spelling of the flag',
    async gone() {
      for (const deactivated of ['true', true, 'True'])
        expect(await denies(buildAction(), { user_metadata: { okta: { deactivated } } })).toBe(true);
      expect(await denies(buildAction(), { app_metadata: { okta_deactivated: true } })).toBe(true);
    },
    async there() {
      const ways = ['true', true, 'True'].map((deactivated) =>
        denies(ORIGINAL_ACTION, { user_metadata: { okta: { deactivated } } }),
      );
      expect(await Promise.all(ways)).toEqual([true, false, false]);
    },
  },
  {
    title: 'D11: the Action throws where there is no flag to read',
    async gone() {
      for (const user of unflagged) expect(await denies(buildAction(), user)).toBe(false);
    },
    async there() {
      for (const user of unflagged) expect(await denies(ORIGINAL_ACTION, user)).toBe('throws');
      expect(await denies(ORIGINAL_ACTION, { user_metadata: { okta: {} } })).toBe(false);
    },
  },
  {
    title: 'D16: the secret stands in a table that people can read',
    gone() {
      expect(fieldsNamed(lifecycle, /secret|password/i)).toEqual([]);
      const columns = viewPack(lifecycle).tables.flatMap((table) => table.columns.map(({ name }) => name));
      expect(columns.filter((name) => /secret|token|password/i.test(name))).toEqual([]);
    },
    there(original) {
      expect(viewPack(original).tables.map(({ name }) => name)).toEqual(['configuration']);
      expect(fieldsNamed(original, /secret/i)).not.toEqual([]);
    },
  },
  {
    title: 'D17: secrets and tokens are kept in the history of runs',
    gone: () => expect(fieldsNamed(lifecycle, /secret|token|password|^Authorization$/i)).toEqual([]),
    there(original) {
      expect(viewPack(original).flows.filter((flow) => !flow.saveData)).toEqual([]);
      expect(fieldsNamed(original, /token/i)).not.toEqual([]);
    },
  },
  {
    title: 'D27: a comment says what the flow does not do',
    gone: () => expect(comments(lifecycle).filter((text) => /user_metadata/.test(text))).toEqual([]),
    there: (original) =>
      expect(comments(original).filter((text) => /within user_metadata/.test(text))).toHaveLength(1),
  },
  {
    title: 'D28: no test, no version, no list of changes',
    gone() {
      const { version } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8')) as { version: string };
      expect(readFileSync(join(ROOT, 'CHANGELOG.md'), 'utf8')).toContain(`## [${version}]`);
      for (const folder of ['test/flows/auth0-lifecycle', 'test/stories', 'test/connector', 'test/action'])
        expect(existsSync(join(ROOT, folder))).toBe(true);
    },
    there(_original, file) {
      expect(
        readdirSync(dirname(file)).filter((name) => /test|spec|change|package\.json/i.test(name)),
      ).toEqual([]);
    },
  },
  {
    title: 'D29: JSON is put together as text',
    gone: () => expect(composed(lifecycle)).toBe(0),
    there: (original) => expect(composed(original)).toBe(1),
  },
  {
    title: 'D30: a stray semicolon after a brace in the Action',
    gone: () => expect(strays(buildAction())).toBe(0),
    there: () => expect(strays(ORIGINAL_ACTION)).toBe(1),
  },
  {
    title: 'D12, D13, D25: one event is listened to, and nothing runs by itself',
    gone() {
      expect(flowKinds(lifecycle, 'event')).toBe(4);
      expect(flowKinds(lifecycle, 'api endpoint')).toBe(1);
      expect(flowKinds(lifecycle, 'scheduled')).toBe(2);
    },
    there(original) {
      expect(flowKinds(original, 'event')).toBe(1);
      expect(flowKinds(original, 'api endpoint') + flowKinds(original, 'scheduled')).toBe(0);
    },
  },
];

const unflagged: JsonObject[] = [{}, { user_metadata: {} }, { user_metadata: { okta: null } }];

/** Every comment of a pack, as its author wrote it. */
function comments(pack: WirePack): string[] {
  return [...JSON.stringify(pack).matchAll(/"markdown":"((?:[^"\\]|\\.)*)"/g)].map(([, text = '']) => text);
}

/** How many statements of a script are a semicolon alone. */
function strays(script: string): number {
  let count = 0;
  const visit = (node: Node) => {
    if (node.kind === SyntaxKind.EmptyStatement) count += 1;
    node.forEachChild(visit);
  };
  visit(createSourceFile('action.js', script, ScriptTarget.ES2022));
  return count;
}

describe('auth0-lifecycle is without', () => {
  it.each(behaviours.map((fault) => [fault.title, fault] as const))('%s', (_title, fault) =>
    live(lifecycle, fault.change ?? {}, async (life) => {
      await fault.story(life);
      await fault.gone(life);
    }),
  );

  it.each(absences.map((fault) => [fault.title, fault] as const))('%s', (_title, fault) => fault.gone());
});

describeOriginal('the original has', (original, file) => {
  it.each(behaviours.map((fault) => [fault.title, fault] as const))('%s', (_title, fault) =>
    live(original, fault.change ?? {}, async (life) => {
      await fault.story(life);
      await fault.there(life);
    }),
  );

  it.each(absences.map((fault) => [fault.title, fault] as const))('%s', (_title, fault) =>
    fault.there(original, file),
  );
});
