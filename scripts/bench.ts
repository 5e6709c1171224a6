/** `npm run bench`: how fast the local org runs cards, and what a deactivation costs; each line as soon as it is measured. */

import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { type EconomyOptions, economy, fewPeople, greatestCrowd, plans } from './economy';
import { economyLine, economyTitles } from './economy-table';
import { PROVIDERS, subjects } from './economy-world';
import { type ExitCode, exitCode } from './failure';
import type { Format, Streams } from './output';
import { speed } from './speed';

/** As many as a world has been tried with. */
const MOST_PEOPLE = 10_000;
const MOST_ACCOUNTS = PROVIDERS.length;

/** Runs one command line and gives its exit code. */
export async function main(
  argv: readonly string[] = process.argv.slice(2),
  streams: Streams = process,
): Promise<ExitCode> {
  const program = new Command('npm run bench --')
    .description('Measures speed, then economy; one of them where it is named.')
    .exitOverride()
    .enablePositionalOptions()
    .showHelpAfterError('(npm run bench -- --help lists what there is)')
    .configureOutput({
      writeOut: (text) => streams.stdout.write(text),
      writeErr: (text) => streams.stderr.write(text),
    });
  const format = () =>
    new Option('--format <format>', 'text for people; json is a line for every measurement')
      .choices(['text', 'json'])
      .default(streams.stdout.isTTY === true ? 'text' : 'json', 'text on a terminal, otherwise json');
  program.addOption(format()).action(async (options: { format: Format }) => {
    await printSpeed(options.format, streams);
    await printEconomy({}, options.format, streams);
  });
  program
    .command('speed')
    .description('How fast the local org runs cards beside a peer that runs states, on the same work.')
    .addOption(format())
    .action((options: { format: Format }) => printSpeed(options.format, streams));
  program
    .command('economy')
    .description(
      'What a deactivation costs on every plan of Auth0: our packs, and the original export beside them.',
    )
    .argument(
      '[people]',
      `how many are deactivated, such as 1,100,10000 (default: ${fewPeople})`,
      counts(MOST_PEOPLE),
    )
    .addOption(new Option('--people <counts>', 'the same').argParser(counts(MOST_PEOPLE)))
    .addOption(
      new Option('--accounts <counts>', `of each person, at most ${MOST_ACCOUNTS}`).argParser(
        counts(MOST_ACCOUNTS),
      ),
    )
    .addOption(
      new Option(
        '--apart <seconds>',
        `between two events, such as 0,0.1,1; 0 is a crowd, measured of ${greatestCrowd} at most`,
      ).argParser(seconds),
    )
    .addOption(new Option('--plan <plans...>', 'plans whose limits hold').choices(plans))
    .addOption(
      new Option('--pack <names...>', 'what is measured').choices(subjects().map(({ name }) => name)),
    )
    .addOption(format())
    .action(async (people: number[] | undefined, options: EconomyFlags) => {
      const { accounts, apart, plan, pack } = options;
      const asked = people ?? options.people;
      if (apart?.includes(0) && asked?.some((many) => many > greatestCrowd))
        program.error(`error: a crowd of more than ${greatestCrowd} cannot be measured; add --apart 0.1`);
      const given: EconomyOptions = {
        ...(asked && { people: asked }),
        ...(accounts && { accounts }),
        ...(apart && { secondsApart: apart }),
        ...(plan && { plans: plan }),
        ...(pack && { packs: pack }),
      };
      await printEconomy(given, options.format, streams);
    });
  try {
    await program.parseAsync([...argv], { from: 'user' });
    return exitCode.ok;
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCode.ok : exitCode.usage;
  }
}

interface EconomyFlags {
  people?: number[];
  accounts?: number[];
  apart?: number[];
  plan?: (typeof plans)[number][];
  pack?: string[];
  format: Format;
}

/** Reads `1,100`: whole numbers from 1 on. */
function counts(most: number): (text: string) => number[] {
  const allowed = `a whole number from 1 to ${most.toLocaleString('en')}`;
  return (text) => numbers(text, allowed, (count) => Number.isInteger(count) && count >= 1 && count <= most);
}

function seconds(text: string): number[] {
  return numbers(text, 'a number of seconds from 0 on', (value) => Number.isFinite(value) && value >= 0);
}

function numbers(text: string, allowed: string, isAllowed: (value: number) => boolean): number[] {
  return text.split(',').map((each) => {
    const value = each.trim() === '' ? Number.NaN : Number(each);
    if (isAllowed(value)) return value;
    throw new InvalidArgumentError(`"${each}" is not ${allowed}.`);
  });
}

async function printSpeed(format: Format, { stdout }: Streams): Promise<void> {
  await speed((measured) => {
    const text =
      format === 'json'
        ? JSON.stringify(measured)
        : Object.entries(measured)
            .map(([name, value]) => (name === 'bench' ? value : `${name} ${value.toLocaleString('en')}`))
            .join('  ');
    stdout.write(`${text}\n`);
  });
}

async function printEconomy(options: EconomyOptions, format: Format, streams: Streams): Promise<void> {
  const { stdout, stderr } = streams;
  const shown = stderr.isTTY === true;
  const clear = () => void (shown && stderr.write('\r\u001b[K'));
  if (format === 'text') stdout.write(`${economyTitles}\n`);
  await economy({
    ...options,
    onRow(row) {
      clear();
      stdout.write(`${format === 'json' ? JSON.stringify(row) : economyLine(row)}\n`);
    },
    onPerson({ pack, plan, people }, done) {
      if (!shown || done % 100 !== 0) return;
      stderr.write(`\r\u001b[K${pack}, ${plan}: ${done} of ${people} people`);
    },
  });
}
