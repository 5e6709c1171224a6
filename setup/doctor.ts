/** The doctor: looks at a tenant and at local files, changes nothing, and says what is wrong and how to mend it. */

import { audience, credentials, domain, scopes } from './doctor/access';
import { action, actionBound, actionCode, actionDeployed } from './doctor/action';
import { type Check, type Diagnosis, notChecked, type Patient } from './doctor/check';
import { localFiles } from './doctor/local-files';
import { limits, plan } from './doctor/plan';
import { actionsNamed, readBindings } from './post-login';

/** Every check, in the order in which they are made and shown; what one needs comes before it. */
export const checks: readonly Check[] = [
  domain,
  credentials,
  audience,
  scopes,
  plan,
  limits,
  action,
  actionCode,
  actionDeployed,
  actionBound,
  localFiles,
];

export interface CheckResult extends Diagnosis {
  check: string;
}

/** Makes every check that can be made; sends GET requests and one for a token, and nothing else. */
export async function examine(
  patient: Omit<Patient, 'postLoginActions' | 'bindings'>,
  onResult: (result: CheckResult) => void = () => undefined,
): Promise<CheckResult[]> {
  const { management, wanted } = patient;
  const known: Patient = {
    ...patient,
    postLoginActions: once(() => actionsNamed(management, wanted.name)),
    bindings: once(() => readBindings(management)),
  };
  const results: CheckResult[] = [];
  for (const { id, after, look } of checks) {
    const failed = results.find(
      ({ check, status }) => after.includes(check) && (status === 'error' || status === 'not checked'),
    );
    const diagnosis = failed
      ? notChecked(`This needs "${failed.check}" to be well first.`, null)
      : await look(known);
    const result: CheckResult = { check: id, ...diagnosis };
    results.push(result);
    onResult(result);
  }
  return results;
}

function once<T>(make: () => Promise<T>): () => Promise<T> {
  let made: Promise<T> | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
