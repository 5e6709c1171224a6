/** Whether the connection gets in: the domain, its credentials, the API they are for, and the scopes granted. */

import { GRANTS } from '../failures';
import { audienceOf } from '../management';
import { type Check, notChecked, ok, wrong } from './check';

export const domain: Check = {
  id: 'domain',
  after: [],
  async look({ management }) {
    const reached = await management.reach();
    if ('failure' in reached) return wrong(reached.failure.problem, reached.failure.hint);
    return ok(`${management.domain} is an Auth0 tenant, and its certificate is trusted.`);
  },
};

export const credentials: Check = {
  id: 'credentials',
  after: ['domain'],
  async look({ management }) {
    const granted = await management.scopes();
    // Auth0 looks at what an application may do once it knows who it is.
    if ('failure' in granted && granted.failure.status !== 403) {
      return wrong(granted.failure.problem, granted.failure.hint);
    }
    return ok('Auth0 accepts the client id and the client secret.');
  },
};

export const audience: Check = {
  id: 'audience',
  after: ['credentials'],
  async look({ management }) {
    const granted = await management.scopes();
    if ('failure' in granted) return wrong(granted.failure.problem, granted.failure.hint);
    return ok(`The application gets tokens for ${audienceOf(management.domain)}.`);
  },
};

export const scopes: Check = {
  id: 'scopes',
  after: ['audience'],
  async look({ management, actions }) {
    const answer = await management.scopes();
    if ('failure' in answer) return wrong(answer.failure.problem, answer.failure.hint);
    const { value: granted } = answer;
    const needed = [...new Set(actions.flatMap((action) => action.scopes))].sort();
    if (granted === null) {
      return notChecked(
        'Auth0’s answer does not name the scopes of the token.',
        `See that these are granted: ${needed.join(', ')}. ${GRANTS}.`,
      );
    }
    const missing = needed.filter((scope) => !granted.includes(scope));
    if (missing.length === 0) return ok(`All ${needed.length} scopes that the actions need are granted.`);
    const lacking = missing.map((scope) => {
      const names = actions.filter((action) => action.scopes.includes(scope)).map(({ name }) => name);
      return `${scope}, which ${names.join(', ')} ${names.length === 1 ? 'needs' : 'need'}`;
    });
    return wrong(
      `${missing.length} of the ${needed.length} scopes that the actions need ${missing.length === 1 ? 'is' : 'are'} not granted.`,
      `Grant ${missing.length === 1 ? 'it' : 'them'}: ${GRANTS} › the application › Permissions. If you do without those actions, name those in use with --action.`,
      lacking,
    );
  },
};
