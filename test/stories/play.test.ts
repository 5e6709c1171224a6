/** Random stories: whatever goes wrong, nobody who is gone gets in, nobody else is kept out, and nothing is lost. */

import fc from 'fast-check';
import { undocumented } from '../../sdk/cards/undocumented';
import { play } from './play';
import { story } from './stories';
import type { Step, Story } from './story';

/** The same stories every time; `npm run stories` plays others. */
const stories = fc.sample(story, { numRuns: 300, seed: 11 });

/** A failing story is printed whole: `npm run stories -- FILE.json` plays it again. */
async function wrongIn(each: Story, options: Parameters<typeof play>[1] = {}): Promise<string[]> {
  const { wrong } = await play(each, options);
  return wrong.length === 0 ? [] : [...wrong, JSON.stringify(each)];
}

// In parts, so that one part says where a failure lies and none takes long.
const parts = Array.from({ length: 10 }, (_, part) => part);
test.each(parts)(
  'stories, part %i: once faults stop and the schedules have run, Auth0 says what Okta says',
  async (part) => {
    for (const each of stories.slice(part * 30, part * 30 + 30)) expect(await wrongIn(each)).toEqual([]);
  },
  120_000,
);

const choices = Object.entries(undocumented).map(([choice, { alternative }]) => ({ choice, alternative }));
test.each(choices)(
  'stories hold where $choice is "$alternative"',
  async ({ choice, alternative }) => {
    for (const each of stories.slice(0, 8)) {
      expect(await wrongIn(each, { assume: { [choice]: alternative } })).toEqual([]);
    }
  },
  60_000,
);

const schedules = ['[scheduled] Retry Failed', '[scheduled] Reconcile'];

test('without the schedules some story ends badly: the stories can tell', async () => {
  const ends: string[] = [];
  for (const each of stories.slice(0, 60)) ends.push(...(await play(each, { off: schedules })).wrong);
  expect(ends.some((wrong) => wrong.includes('may log in'))).toBe(true);
  expect(ends.some((wrong) => wrong.includes('failure still open'))).toBe(true);
}, 120_000);

/** A story of one person with a database account, in which nothing goes wrong but what is given. */
function small(steps: Step[], given: Partial<Story> = {}): Story {
  return {
    plan: 'enterprise',
    limited: false,
    mode: 'live',
    night: false,
    people: [{ name: 'ada', accounts: [{ connection: 'database', adminBlocked: false }] }],
    steps,
    faults: [],
    tableFaults: [],
    ...given,
  };
}

const okta = (change: Extract<Step, { do: 'okta' }>['change']): Step => ({ do: 'okta', person: 0, change });
const next: Step = { do: 'deliver', delivery: 0, again: false };
const admin = (blocked: boolean): Step => ({ do: 'admin', person: 0, account: 0, blocked });

describe('what a story can go without, and what it cannot', () => {
  const said = async (each: Story, off: string[] = []) => (await play(each, { off })).wrong.join('; ');

  test('what came while a flow was off is found by the reconciliation, and by nothing else', async () => {
    const missed = small([{ do: 'off', flow: '[main] User Deactivated' }, okta('deactivate'), next]);
    expect(await said(missed)).toBe('');
    expect(await said(missed, ['[scheduled] Retry Failed'])).toBe('');
    expect(await said(missed, ['[scheduled] Reconcile'])).toContain('is DEPROVISIONED and may log in');
  });

  test('what a table refused is written by the retry, or at night, and by nothing else', async () => {
    const refused = small([okta('deactivate'), next], {
      tableFaults: [{ table: 'audit', at: 'insert', times: 1 }],
    });
    expect(await said(refused)).toBe('');
    expect(await said(refused, ['[scheduled] Retry Failed'])).toContain('failure still open');
    expect(await said(refused, schedules)).toContain('has 0 outcome rows');
  });

  test('where both tables refuse, the night reads the event from Okta’s log', async () => {
    const mute = small([okta('deactivate'), next], {
      tableFaults: [
        { table: 'audit', at: 'read', times: 1 },
        { table: 'failures', times: 1 },
      ],
    });
    expect(await said(mute)).toBe('');
    expect(await said(mute, ['[scheduled] Reconcile'])).toContain('has 0 outcome rows');
  });

  test('a deleted user is kept out by the event hook’s own endpoint, or at night, and by nothing else', async () => {
    const deleted = small([okta('deactivate'), { do: 'lose', delivery: 0 }, okta('delete'), next]);
    expect(await said(deleted, schedules)).not.toContain('may log in');
    expect(await said(deleted, ['[main] Okta Event Hook'])).toBe('');
    expect(await said(deleted, ['[main] Okta Event Hook', ...schedules])).toContain(
      'is DELETED and may log in',
    );
  });

  test('whose address and login changed is found under the old one, by what the first night kept', async () => {
    const moved = small([okta('move'), next, okta('deactivate'), next], { night: true });
    expect(await said(moved)).toBe('');
  });

  test('an account linked under another address is found at night', async () => {
    const accounts = [
      { connection: 'database' as const, adminBlocked: false },
      { connection: 'saml' as const, adminBlocked: false },
    ];
    const linked = small([{ do: 'link', person: 0, account: 1 }, okta('deactivate'), next], {
      people: [{ name: 'ada', accounts }],
    });
    expect(await said(linked)).toBe('');
    expect(await said(linked, ['[scheduled] Reconcile'])).toContain('may log in as samlp|');
  });

  test('an administrator’s word stands through a deactivation and back', async () => {
    const away: Step[] = [okta('deactivate'), next];
    const back: Step[] = [okta('activate'), next];
    expect(await said(small([admin(true), ...away, ...back]))).toBe('');
    expect(await said(small([...away, admin(false), ...back]))).toBe('');
    expect(await said(small([...away, admin(false), admin(true), ...back]))).toBe('');
    expect(await said(small([admin(true), ...away, admin(false), ...back]))).toBe('');
    // Where nobody brings the person back, the block that is left is the sync's.
    expect(await said(small([...away, okta('activate'), { do: 'lose', delivery: 0 }]), schedules)).toContain(
      'is PROVISIONED and may not log in',
    );
  });

  test('a dry run leaves a record and nothing else', async () => {
    const steps: Step[] = [okta('deactivate'), next, admin(true), okta('activate'), next];
    expect(await said(small(steps, { mode: 'dry-run' }))).toBe('');
  });
});

/** Every way in which the events of these changes can come, each of them twice, none before it happened. */
function* interleavings(
  changes: readonly Step[],
  waiting: readonly { again: boolean }[] = [],
  told: readonly Step[] = [],
): Generator<Step[]> {
  const [change, ...later] = changes;
  if (change === undefined && waiting.length === 0) yield [...told];
  if (change !== undefined) yield* interleavings(later, [...waiting, { again: false }], [...told, change]);
  for (const [delivery, one] of waiting.entries()) {
    const others = waiting.filter((each) => each !== one);
    // What comes for the first time goes to the end of those that wait, for its second.
    const queue = one.again ? others : [...others, { again: true }];
    yield* interleavings(changes, queue, [...told, { do: 'deliver', delivery, again: !one.again }]);
  }
}

test('deactivated, activated and deactivated again: in whatever order the events come, Auth0 ends where Okta is', async () => {
  const all = [...interleavings([okta('deactivate'), okta('activate'), okta('deactivate')])];
  expect(all).toHaveLength(280);
  // Without the schedules: the flows alone must do it.
  for (const steps of all) expect(await wrongIn(small(steps), { off: schedules })).toEqual([]);
}, 120_000);
