/** `owf start`: the whole story, from the sources to a login that Auth0 refuses. */

import type { Auth0UserSeed, World } from '@okta/workflows-connector-sdk-types';
import { auth0 } from '../connector';
import { distFiles } from '../deliver/dist';
import { connectorFlows } from '../sdk/compile/connector';
import { lintText } from '../sdk/lint/index';
import { readPack } from '../sdk/pack/read';
import { type ExitCode, exitCode } from './failure';
import { writeFolder } from './files';
import { liveTrace } from './live';
import type { Output } from './output';
import { type LoginResult, openWorld, type RequestLine, type RunningWorld } from './world';
import { readWorld, toDeactivate } from './world-file';

export interface StartOptions {
  world?: string;
}

/** What `--format json` prints. */
export interface StartResult {
  steps: { name: string; ok: boolean; detail: string }[];
  loginBefore: LoginResult | null;
  loginAfter: LoginResult | null;
  requests: RequestLine[];
}

const PACK = 'flows/auth0-deactivation/auth0-deactivation.folder';

/** The connector's flows: the story shows what they send, not how they are built. */
const insides = new Set(connectorFlows(auth0.model).map((flow) => flow.name));

/** A step of the story that did not come out as it must. */
class StepFailed extends Error {}

/** Plays the story; exit code 1 and the reason where a step fails. */
export async function start(options: StartOptions, output: Output): Promise<ExitCode> {
  const world = withPasswords(readWorld(options.world));
  const result: StartResult = { steps: [], loginBefore: null, loginAfter: null, requests: [] };
  let running: RunningWorld | undefined;
  const step = async <T>(name: string, work: () => Promise<{ detail: string; value: T }>): Promise<T> => {
    output.line(`\n${output.colors.bold(`${result.steps.length + 1}. ${name}`)}`);
    try {
      const { detail, value } = await work();
      result.steps.push({ name, ok: true, detail });
      output.line(`   ${output.colors.green('✓')} ${detail}`);
      return value;
    } catch (error) {
      const detail = error instanceof Error ? error.message : String(error);
      result.steps.push({ name, ok: false, detail });
      throw new StepFailed(detail);
    }
  };
  try {
    const person = personOf(world);
    const files = await step('Build', async () => {
      const built = distFiles();
      writeFolder('dist', built);
      return { detail: `${built.length} files in dist/`, value: built };
    });
    await step('Check', async () => {
      const findings = files
        .filter(({ path }) => /\.(flow|folder)$/.test(path))
        .flatMap(({ path, text }) => lintText(text, path));
      const [first] = findings;
      if (first !== undefined) throw new Error(`${first.file}: ${first.message}`);
      return { detail: 'every pack obeys the format', value: null };
    });
    const story = await step('Start the tenants', async () => {
      const value = await openWorld(world, { onTrace: liveTrace(output, insides) });
      return { detail: `Okta at ${value.okta.url}, Auth0 at ${value.auth0.url}`, value };
    });
    running = story;
    await step('Import the pack into the local org', async () => {
      const read = readPack(files.find(({ path }) => path === PACK)?.text ?? '', PACK);
      if (!('pack' in read)) throw new Error(read.findings[0]?.message ?? 'The pack cannot be read.');
      const imported = story.org.import(read.pack, PACK);
      await story.furnish(imported);
      for (const flow of imported.flows) story.org.activate(flow.id);
      return {
        detail: `${imported.flows.length} flows on, connected: ${imported.connections.join(', ')}`,
        value: null,
      };
    });
    const accounts = accountsOf(world, person.email);
    const [account] = accounts;
    result.loginBefore = await step(`Log ${person.email} in at Auth0`, async () => {
      if (account === undefined)
        throw new Error(`No Auth0 user of the world has the address ${person.email}.`);
      const value = await story.logIn(account);
      if (value.status !== 200)
        throw new Error(`The login was refused before anything happened: ${refusal(value)}.`);
      return { detail: 'allowed', value };
    });
    await step(`Deactivate ${person.id} in Okta`, async () => {
      await story.deactivate(person.id);
      const failed = story.delivered.flatMap((each) => [
        ...(each.error ? [each.error] : []),
        ...each.innerErrors,
      ])[0];
      if (failed !== undefined) throw new Error(`${failed.flow}: ${failed.message}`);
      if (story.unknownRoutes[0] !== undefined) throw new Error(`No such route: ${story.unknownRoutes[0]}`);
      return { detail: `${story.requests.length} requests`, value: null };
    });
    await step('Look at the Auth0 profile', async () => {
      const ids = new Set(accounts.map((each) => each.user_id));
      for (const user of story.auth0.users().filter((each) => ids.has(String(each.user_id)))) {
        const { user_id, app_metadata = null, user_metadata = null } = user;
        output.line(`   ${String(user_id)}  ${JSON.stringify({ app_metadata, user_metadata })}`);
      }
      return { detail: `${ids.size} account${ids.size === 1 ? '' : 's'}`, value: null };
    });
    result.loginAfter = await step(`Log ${person.email} in again`, async () => {
      let value: LoginResult = { status: 0 };
      for (const each of accounts.toReversed()) {
        value = await story.logIn(each);
        if (value.status === 200) throw new Error(`The login is still allowed for ${each.user_id}.`);
        // A tenant that is out of order refuses as well, and proves nothing.
        if (!['access_denied', 'unauthorized'].includes(value.error ?? ''))
          throw new Error(`The login of ${each.user_id} did not come so far: ${refusal(value)}.`);
      }
      return { detail: `refused: ${refusal(value)}`, value };
    });
    return finish(exitCode.ok);
  } catch (error) {
    if (!(error instanceof StepFailed)) throw error;
    output.line(`   ${output.colors.red('✗')} ${error.message}`);
    if (output.format === 'json') output.note(error.message);
    return finish(exitCode.findings);
  } finally {
    await running?.close();
  }

  function finish(code: ExitCode): ExitCode {
    result.requests = running?.requests ?? [];
    output.json(result);
    return code;
  }
}

function refusal({ status, error, error_description }: LoginResult): string {
  return `${status} ${error ?? ''}: ${error_description ?? ''}`;
}

/** Whom the story is about: the first user to deactivate. */
function personOf(world: World): { id: string; email: string } {
  const [id] = toDeactivate(world);
  const user = world.okta.users.find((each) => each.id === id);
  return { id: user?.id ?? '', email: String(user?.profile.email) };
}

type Account = Auth0UserSeed & { password: string };

/** The person's accounts in Auth0, whatever the case of their address. */
function accountsOf(world: World, email: string): Account[] {
  const wanted = email.trim().toLowerCase();
  return world.auth0.users
    .filter((user) => user.email.toLowerCase() === wanted)
    .map((user) => ({ ...user, password: String(user.password) }));
}

/** Everybody needs a password to log in with; who has none in the world gets one. */
function withPasswords(world: World): World {
  const users = world.auth0.users.map((user) => ({
    ...user,
    password: user.password ?? 'Only-For-This-Story-1',
  }));
  return { ...world, auth0: { ...world.auth0, users } };
}
