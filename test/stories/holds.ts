/** What must hold of every story, while faults still strike and once the schedules have run. */

import { isGone, rowsOf, type Stage, statusOf } from './stage';
import { type Known, PASSWORD } from './world-of';

/** Nobody who is gone may get in without a failure row that says so, wherever the news did arrive. */
export async function unnoticed(stage: Stage): Promise<string[]> {
  const open = rowsOf(stage, 'failures').filter((row) => row.status === 'open');
  const wrong: string[] = [];
  for (const person of stage.people) {
    const { id } = person;
    if (!isGone(stage, id) || stage.untold.has(id) || stage.silenced.has(id)) continue;
    if (open.some((row) => row.okta_user_id === id)) continue;
    for (const account of person.accounts) {
      // An event has only the accounts looked for that have the address; the night finds those linked elsewhere.
      if (stage.linked.has(account.id) || (await logIn(stage, account)) !== 200) continue;
      wrong.push(`${id} is gone and may log in as ${account.id}, and no failure row says so`);
    }
  }
  return wrong;
}

/** What must hold once faults have stopped and the schedules have run. */
export async function unsettled(stage: Stage): Promise<string[]> {
  const wrong: string[] = [];
  for (const person of stage.people) {
    for (const account of person.accounts) wrong.push(...(await amiss(stage, person, account)));
  }
  wrong.push(...unrecorded(stage));
  for (const row of rowsOf(stage, 'failures').filter(({ status }) => status === 'open')) {
    wrong.push(`failure still open: ${String(row.okta_user_id)} ${String(row.why).slice(0, 200)}`);
  }
  return wrong;
}

/** A dry run touches nobody: who may log in is what the administrators say, and every event has its row. */
export async function touched(stage: Stage): Promise<string[]> {
  const changed = stage.running.auth0
    .users()
    .filter(({ app_metadata, user_metadata }) => app_metadata !== undefined || user_metadata !== undefined)
    .map(({ user_id }) => `the dry run has changed ${user_id}`);
  const wrong: string[] = [];
  for (const account of stage.people.flatMap(({ accounts }) => accounts)) {
    const status = await logIn(stage, account);
    const blocked = stage.adminsWord.get(account.id) === 'blocked';
    if ((status === 200) === blocked) wrong.push(`${account.id} has ${status} in a dry run`);
    // Auth0 itself forgets the tokens of an account that is linked to another.
    if (stage.linked.has(account.id)) continue;
    if (stage.running.auth0.accessOf(account.id).refreshTokens !== 1) {
      wrong.push(`the dry run has revoked the access of ${account.id}`);
    }
  }
  return [...changed, ...wrong, ...unrecorded(stage)];
}

/** Every event has exactly one outcome row, even one that never arrived: Okta's log has it. */
function unrecorded(stage: Stage): string[] {
  const audit = rowsOf(stage, 'audit');
  return [...stage.events].flatMap((uuid) => {
    const rows = audit.filter((row) => row.event_id === uuid).length;
    return rows === 1 ? [] : [`event ${uuid} has ${rows} outcome rows`];
  });
}

async function amiss(stage: Stage, { id }: Known, account: Known['accounts'][number]): Promise<string[]> {
  const is = `${id} is ${statusOf(stage, id)}`;
  const status = await logIn(stage, account);
  if (isGone(stage, id)) {
    if (status === 200) return [`${is} and may log in as ${account.id}`];
    const { sessions, refreshTokens } = stage.running.auth0.accessOf(account.id);
    if (refreshTokens > 0) return [`${is} and has a refresh token of ${account.id}`];
    // Smaller plans have no way to end a session.
    return sessions > 0 && stage.plan === 'enterprise' ? [`${is} and has a session of ${account.id}`] : [];
  }
  const word = stage.adminsWord.get(account.id);
  if (word === 'blocked' && status === 200) return [`the administrator's block of ${account.id} is gone`];
  return word === 'free' && status !== 200 ? [`${is} and may not log in as ${account.id} (${status})`] : [];
}

/** As a customer's application would; 404 for an account that is not there. */
async function logIn({ running }: Stage, account: Known['accounts'][number]): Promise<number> {
  const { email, connection } = account;
  return (await running.logIn({ email, password: PASSWORD, connection })).status;
}
