/** Plays a story with the compiled lifecycle pack against the embedded tenants, and says what does not hold. */

import type { Fault, TableFault } from '@okta/workflows-connector-sdk-types';
import { auth0Lifecycle } from '../../flows/auth0-lifecycle';
import { openWorld, type WorldOptions } from '../../scripts/world';
import { compilePack } from '../../sdk/compile/pack';
import { checkPack } from '../../sdk/run/checked-pack';
import { touched, unnoticed, unsettled } from './holds';
import type { Delivery, Stage } from './stage';
import { deliver, eventsOf, take } from './steps';
import { kindOf, type Story, tableKindOf } from './story';
import { count, noCounts, type Told } from './told';
import { knownPeople, worldOf } from './world-of';

const HOOK = '[main] Okta Event Hook';
const FOLDER = 'auth0-lifecycle.folder';
const pack = checkPack(compilePack(auth0Lifecycle), FOLDER);
/** Long enough for a night, and for the pauses of retries. */
const DAY = 24 * 60 * 60_000;

/**
 * Plays a story from an empty org to the quiet after it.
 * @param options.off Flows that stay off: what the stories must then notice.
 */
export async function play(
  story: Story,
  { assume, off = [] }: Pick<WorldOptions, 'assume'> & { off?: readonly string[] } = {},
): Promise<Told> {
  const counts = noCounts();
  const waiting: Delivery[] = [];
  const refused: string[] = [];
  const events = new Set<string>();
  const faults: Fault[] = [];
  const tableFaults: TableFault[] = [];
  const strike = () => {
    faults.splice(0, faults.length, ...story.faults);
    tableFaults.splice(0, tableFaults.length, ...story.tableFaults);
  };
  const stop = () => {
    faults.length = 0;
    tableFaults.length = 0;
  };
  let made = 0;
  const running = await openWorld(
    { ...worldOf(story), faults, tableFaults },
    {
      ...(assume === undefined ? {} : { assume }),
      keepRequests: false,
      onDelivery(payload) {
        for (const { uuid } of eventsOf(payload)) events.add(uuid);
        waiting.push({ payload, number: made++, again: false });
      },
      onFault: (fault) => count(counts.faults, kindOf(fault)),
      onTableFault(fault) {
        count(counts.faults, tableKindOf(fault));
        refused.push(fault.table);
      },
    },
  );
  const { org } = running;
  const imported = org.import(pack, FOLDER);
  await running.furnish(imported);
  const turnOn = () => {
    for (const { id, name } of imported.flows) if (!off.includes(name)) org.activate(id);
  };
  turnOn();
  const endpoints = await org.serve();
  const people = knownPeople(story);
  const stage: Stage = {
    running,
    people,
    plan: story.plan,
    counts,
    hook: endpoints.flows.find((flow) => flow.name === HOOK),
    waiting,
    newest: -1,
    events,
    heard: new Set(),
    untold: new Set(),
    silenced: new Set(),
    linked: new Set(),
    adminsWord: new Map(
      people
        .flatMap(({ accounts }) => accounts)
        .map(({ id, adminBlocked }) => [id, adminBlocked ? 'blocked' : 'free']),
    ),
    refused,
    async quietly(work) {
      stop();
      try {
        return await work();
      } finally {
        strike();
      }
    },
  };
  count(counts.worlds, `${story.plan}${story.limited ? ', limited' : ''}`);
  count(counts.worlds, story.mode);
  const wrong: string[] = [];
  try {
    if (story.night) await org.advance(DAY);
    // Nothing goes wrong while the org is set up.
    strike();
    for (const step of story.steps) await take(step, stage, off);
    turnOn();
    while (waiting.length > 0) await deliver(stage, 0, false);
    // From here on nothing goes wrong any more.
    stop();
    if (story.mode === 'live') wrong.push(...(await unnoticed(stage)));
    await org.advance(DAY);
    wrong.push(...(await (story.mode === 'live' ? unsettled : touched)(stage)));
    wrong.push(...running.unknownRoutes.map((route) => `unknown route ${route}`));
  } finally {
    await endpoints.close();
    await running.close();
  }
  return { wrong, counts };
}
