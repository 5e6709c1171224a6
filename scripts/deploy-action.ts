/** `owf deploy-action`: brings the post-login Action into a real tenant, beside what is bound there. */

import { setTimeout as wait } from 'node:timers/promises';
import { buildAction } from '../action/build';
import { type Deployment, deployAction as deploy } from '../setup/deploy-action';
import type { Step } from '../setup/deploy-plan';
import { openManagement } from '../setup/management';
import { type ExitCode, exitCode } from './failure';
import type { Output, Streams } from './output';
import { readApplication, type TenantOptions } from './tenant-input';

export interface DeployActionOptions extends TenantOptions {
  /** The Action's name in the tenant. */
  name: string;
  dryRun: boolean;
}

/** What `--format json` prints. */
export interface DeployActionResult extends Deployment {
  domain: string;
}

/** Says each step when it is done, so that one who is interrupted knows how far it came. */
export async function deployAction(
  options: DeployActionOptions,
  output: Output,
  streams: Streams = process,
): Promise<ExitCode> {
  const { name, dryRun } = options;
  const application = await readApplication(options, streams);
  const management = openManagement(application);
  try {
    const onStep = ({ detail }: Step) => output.line(`${output.colors.green('done')}  ${detail}`);
    const deployment = await deploy(management, { name, code: buildAction() }, { dryRun, wait, onStep });
    const result: DeployActionResult = { domain: application.domain, ...deployment };
    say(result, dryRun, output);
    output.json(result);
    return deployment.failure === undefined ? exitCode.ok : exitCode.findings;
  } finally {
    await management.close();
  }
}

function say(
  { domain, action, steps, changed, failure }: DeployActionResult,
  dryRun: boolean,
  output: Output,
) {
  if (failure !== undefined) {
    for (const { detail } of steps.filter(({ done }) => !done)) output.line(`not done  ${detail}`);
    output.note(`error: ${failure.problem}\n  hint: ${failure.hint}`);
  } else if (steps.length === 0) {
    output.line(
      `Nothing to do: ${domain} has the Action "${action.name}" as built here, deployed and bound to post-login.`,
    );
  } else if (dryRun) {
    for (const { detail } of steps) output.line(`would  ${detail}`);
    output.line('Nothing was changed.');
  } else if (changed) {
    output.line(`The Action "${action.name}" of ${domain} is deployed and bound to post-login.`);
  }
}
