/** The command line `owf`: its verbs and flags, and how each ends. */

import { Command, CommanderError, Option } from 'commander';
import { postLoginAction } from '../action/about';
import { CompileError } from '../sdk/compile/problem';
import { OrgError } from '../sdk/run/org-error';
import { BINDING_FILE, bind } from './bind';
import { build } from './build';
import { check } from './check';
import { deployAction } from './deploy-action';
import { docs } from './docs';
import { doctor } from './doctor';
import { type ExitCode, exitCode, InputError } from './failure';
import { guide } from './guide';
import { newUnit, unitKinds } from './new';
import { type Format, type Output, output, type Streams } from './output';
import { pack } from './package';
import { run } from './run';
import { CREDENTIALS_HELP } from './secret-input';
import { start } from './start';
import { tenants } from './tenants';

const exitCodes =
  'Exit codes: 0 ok, 1 findings or a failed run, 2 bad usage or input, 3 a fault of this program.';

/**
 * Runs one command line and gives its exit code.
 * @param stopped Asked by the verbs that go on until they are stopped; the others end at once when interrupted.
 */
export async function owf(
  argv: readonly string[],
  streams: Streams = process,
  stopped: () => Promise<void> = interrupted,
): Promise<ExitCode> {
  let code: ExitCode = exitCode.ok;
  const program = new Command('owf')
    .description('Okta Workflows as code: builds, checks and runs packs, without a tenant.')
    .addHelpText('after', `\n${exitCodes}`)
    .exitOverride()
    .showHelpAfterError('(owf --help lists what there is)')
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  const verb = (name: string, description: string) =>
    program
      .command(name)
      .description(description)
      .addOption(
        new Option('--format <format>', 'how the result is printed')
          .choices(['text', 'json'])
          .default('text'),
      )
      .addHelpText('after', `\n${exitCodes}`);
  const out = (options: { format: Format }): Output => output(options.format, streams);

  verb('build', 'Compile the connector, the packs and the Action into files to import.')
    .option('--out <folder>', 'where they go', 'dist')
    .option('--binding <file>', `the keys of a tenant (default: ${BINDING_FILE}, where it is there)`)
    .action((options) => {
      code = build(options, out(options));
    });
  verb('bind', 'Read the keys a tenant gave the connector’s cards from an export that holds them.')
    .requiredOption('--from <export>', 'the exported flow on which the cards were dropped')
    .option('--out <file>', 'where the keys are kept', BINDING_FILE)
    .action((options) => {
      code = bind(options, out(options));
    });
  verb(
    'package',
    'Build, and make a release of it: manifest, checksums, bill of materials, guide and one zip.',
  )
    .option('--out <folder>', 'where it goes', 'dist')
    .action((options) => {
      code = pack(options, out(options));
    });
  verb(
    'guide',
    'Write the way by clicks, from an empty tenant to a refused login: guide.html and docs/guide.md.',
  )
    .option('--out <folder>', 'where guide.html goes', 'dist')
    .option('--check', 'write nothing; say whether docs/guide.md has drifted', false)
    .action((options) => {
      code = guide(options, out(options));
    });
  verb('check', 'Say what is wrong with packs: .flow, .folder or .flopack files, ours or anybody’s.')
    .argument('<file...>', 'the files; - for standard input')
    .option('--strict', 'warnings count as errors', false)
    .option('--round-trip', 'also write each pack from what was read, and compare', false)
    .action((files, options) => {
      code = check(files, options, out(options));
    });
  verb('run', 'Run a pack in a local org against embedded Okta and Auth0 tenants.')
    .argument('<pack>', 'a .flow, .folder or .flopack file')
    .option(
      '--flow <name>',
      'the flow to run; without it users are deactivated in Okta and the event flows run',
    )
    .option('--input <file>', 'the flow’s inputs as a JSON object; - for standard input')
    .option(
      '--world <file>',
      'tenants, tables, connections, hosts, faults and stubs; see scripts/default-world.json',
    )
    .option('--trace <file>', 'write what happens into a file, one JSON object a line')
    .option('--connector <folder>', 'deploy the connector whose .flow files are there')
    .option(
      '--auto-stub',
      'make answers up for connectors and hosts that are not in the world, and inputs that are not given',
    )
    .action(async (pack, options) => {
      code = await run(pack, options, out(options));
    });
  verb('tenants', 'Start the embedded Okta and Auth0 tenants and print how to reach them.')
    .option('--world <file>', 'their users, clients and faults; see scripts/default-world.json')
    .option('--https', 'Auth0 over HTTPS with a throw-away certificate authority, for real clients', false)
    .action(async (options) => {
      code = await tenants(options, out(options), stopped());
    });
  verb('start', 'Play the whole story: build, import, log in, deactivate in Okta, be refused at Auth0.')
    .option('--world <file>', 'the people of the story; see scripts/default-world.json')
    .action(async (options) => {
      code = await start(options, out(options));
    });

  const tenantVerb = (name: string, description: string) =>
    verb(name, description)
      .requiredOption('--domain <host>', 'the tenant’s own domain, such as acme.eu.auth0.com')
      .option('--name <name>', 'the Action’s name in the tenant', postLoginAction.name)
      .option(
        '--ca <file>',
        'trust these certificates (PEM) as well: a proxy’s, or those of owf tenants --https',
      );

  tenantVerb(
    'deploy-action',
    'Create or update the post-login Action in a tenant, deploy it, and bind it behind what is bound there.',
  )
    .option('--dry-run', 'change nothing; show what would be done', false)
    .addHelpText(
      'after',
      `\n${CREDENTIALS_HELP}\nThe application needs read:actions, create:actions and update:actions.`,
    )
    .action(async (options) => {
      code = await deployAction(options, out(options), streams);
    });

  tenantVerb(
    'doctor',
    'Check a tenant and the files here, reading alone: the connection, its scopes, the plan, the Action, secrets.',
  )
    .argument('[file...]', 'files and folders to search for the secret (default: dist and the binding)')
    .option(
      '--action <name>',
      'an action of the connector that is in use, once for each: scopes of the others are then not asked for',
      (name: string, before: string[] = []) => [...before, name],
    )
    .addHelpText(
      'after',
      `\n${CREDENTIALS_HELP} Give those of the connection.\nBeside the actions’ own scopes it looks with read:actions, read:sessions and read:refresh_tokens.`,
    )
    .action(async (files, options) => {
      code = await doctor(files, options, out(options), streams);
    });

  verb('docs', 'Write the reference in docs/ from the cards and rules.')
    .option('--check', 'write nothing; say what has drifted', false)
    .action((options) => {
      code = docs(options, out(options));
    });
  verb('new', 'Write a new card, action, flow or rule: its file, its line in the list, its test.')
    .argument('<kind>', unitKinds.join(', '))
    .argument('<name>', '"list/Index By", "Get Device", "auth0-deactivation/[util] Notify", no-empty-branch')
    .option('--address <channel:method>', 'a card’s address; made from folder and name where absent')
    .option('--dry-run', 'write nothing; show what would be written', false)
    .action((kind, name, options) => {
      code = newUnit(kind, name, options, out(options));
    });

  try {
    await program.parseAsync([...argv], { from: 'user' });
    return code;
  } catch (error) {
    return failed(error, streams);
  }
}

/** Says why it ended, once and without a stack trace where the user can mend it. */
function failed(error: unknown, streams: Streams): ExitCode {
  const say = (text: string) => streams.stderr.write(`${text}\n`);
  // Commander has said it already; asking for help or the version is no fault.
  if (error instanceof CommanderError) return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  if (error instanceof InputError || error instanceof OrgError) {
    say(`error: ${error.message}\n  hint: ${error.hint}`);
    return exitCode.usage;
  }
  if (error instanceof CompileError) {
    for (const each of error.problems)
      say(`error: ${each.where.join(' > ')}: ${each.message}\n  hint: ${each.hint}`);
    return exitCode.findings;
  }
  say(`internal error: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
  return exitCode.internal;
}

/** Ends when the process is asked to stop. */
function interrupted(): Promise<void> {
  return new Promise((resolve) => {
    process.once('SIGINT', resolve);
    process.once('SIGTERM', resolve);
  });
}

/** What `scripts/owf.cjs` calls. */
export async function main(argv: readonly string[]): Promise<void> {
  // Whoever reads from a pipe may have seen enough; that is no fault of ours.
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error;
  });
  process.exitCode = await owf(argv.slice(2));
}
