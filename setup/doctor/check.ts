/** What a check of the doctor is: one question about a tenant, answered by reading alone. */

import type { ActionModel } from '@okta/workflows-connector-sdk-types';
import type { Management as Api } from 'auth0';
import type { Answer, Management } from '../management';
import type { WantedAction } from '../post-login';

/** `not checked`: another check failed first, or something is missing to look with. */
export type Status = 'ok' | 'warning' | 'error' | 'not checked';

export interface Diagnosis {
  status: Status;
  /** What is there, or why nobody looked. */
  found: string;
  /** One line for each thing that is wrong, where there may be many. */
  details: string[];
  /** What to do; null where all is well. */
  repair: string | null;
}

export interface Check {
  id: string;
  /** The checks without which this one says nothing. */
  after: readonly string[];
  look(patient: Patient): Promise<Diagnosis> | Diagnosis;
}

/** A file of the user's, searched for secrets. */
export interface LocalFile {
  path: string;
  text: string;
}

/** What is looked at; each list is read once, however many checks ask. */
export interface Patient {
  management: Management;
  /** The credentials that no file should hold. */
  clientId: string;
  clientSecret: string;
  /** The connector's actions whose scopes are needed. */
  actions: readonly Pick<ActionModel, 'name' | 'scopes'>[];
  wanted: WantedAction;
  files: readonly LocalFile[];
  /** The Actions of the wanted name. */
  postLoginActions(): Promise<Answer<Api.Action[]>>;
  bindings(): Promise<Answer<Api.ActionBinding[]>>;
}

export const ok = (found: string): Diagnosis => ({ status: 'ok', found, details: [], repair: null });

export const warning = (found: string, repair: string): Diagnosis => ({
  status: 'warning',
  found,
  details: [],
  repair,
});

export const wrong = (found: string, repair: string, details: string[] = []): Diagnosis => ({
  status: 'error',
  found,
  details,
  repair,
});

export const notChecked = (found: string, repair: string | null): Diagnosis => ({
  status: 'not checked',
  found,
  details: [],
  repair,
});
