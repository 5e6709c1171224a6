/** Whether the tenant's logins run our Action: it is there, it is this build's, it is deployed, it is bound. */

import type { Management as Api } from 'auth0';
import type { Failure } from '../failures';
import { draftDifferences, isBound, isDeployed, isOnPostLogin } from '../post-login';
import { type Check, type Diagnosis, notChecked, ok, type Patient, wrong } from './check';

export const action: Check = {
  id: 'action',
  after: ['audience'],
  async look(patient) {
    const { name } = patient.wanted;
    const read = await patient.postLoginActions();
    if ('failure' in read) return unread(read.failure);
    const own = read.value.filter(isOnPostLogin);
    if (own.length > 1) {
      return wrong(
        `The tenant has ${own.length} Actions "${name}" on post-login.`,
        'Rename or delete those that are not ours.',
      );
    }
    if (own.length === 1) return ok(`The tenant has the Action "${name}" on post-login.`);
    return wrong(
      read.value.length > 0
        ? `The Action "${name}" is on another trigger than post-login.`
        : `The tenant has no Action "${name}".`,
      `${deployCommand(patient)}. If it has another name there, give it with --name.`,
    );
  },
};

export const actionCode: Check = {
  id: 'action-code',
  after: ['action'],
  look: (patient) =>
    ofAction(patient, (found) => {
      const differences = draftDifferences(found, patient.wanted);
      if (differences.length === 0) return ok('It is the one that this build makes.');
      return wrong(
        `It is not the one that this build makes; it differs in: ${differences.join(', ')}.`,
        `${deployCommand(patient)}; or check out the version that was deployed.`,
      );
    }),
};

export const actionDeployed: Check = {
  id: 'action-deployed',
  after: ['action'],
  look: (patient) =>
    ofAction(patient, (found) => {
      // Whether it is this build's code is the question before.
      if (isDeployed(found, { ...patient.wanted, code: found.code ?? '' })) return ok('It is deployed.');
      return wrong(
        found.deployed_version === undefined
          ? 'It was never deployed.'
          : 'What is deployed is an older version than the one shown in the editor.',
        `${deployCommand(patient)}.`,
      );
    }),
};

export const actionBound: Check = {
  id: 'action-bound',
  after: ['action'],
  look: (patient) =>
    ofAction(patient, async (found) => {
      const bindings = await patient.bindings();
      if ('failure' in bindings) return unread(bindings.failure);
      if (isBound(bindings.value, found.id)) {
        const others = bindings.value.length - 1;
        return ok(`It is bound to post-login${others > 0 ? `, beside ${others} more` : ''}.`);
      }
      return wrong('It is not bound to post-login, so no login runs it.', `${deployCommand(patient)}.`);
    }),
};

async function ofAction(
  patient: Patient,
  judge: (found: Api.Action) => Diagnosis | Promise<Diagnosis>,
): Promise<Diagnosis> {
  const read = await patient.postLoginActions();
  if ('failure' in read) return unread(read.failure);
  const found = read.value.find(isOnPostLogin);
  return found === undefined ? notChecked('There is no Action to look at.', null) : judge(found);
}

/** The connection does not need to read Actions, so the lack of the scope is no fault of its own. */
function unread(failure: Failure): Diagnosis {
  if (failure.code !== 'insufficient_scope') return wrong(failure.problem, failure.hint);
  return notChecked(
    'Actions cannot be seen without read:actions.',
    'Grant read:actions to the application, for the time of this check if you like; or run the doctor as the application that deploys the Action.',
  );
}

function deployCommand({ management }: Patient): string {
  return `owf deploy-action --domain ${management.domain}`;
}
