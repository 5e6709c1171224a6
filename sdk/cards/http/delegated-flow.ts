/** Delegated Flow: the trigger of a flow that administrators start by hand. */

import { card } from '../card';
import { field } from '../field';

const fields = {
  oktaUserId: field.text('Okta User ID', { group: 'user context', key: 'okta-user-id' }),
  execution_id: field.text('Execution ID', { group: 'context', default: null }),
  inputs: field.many('inputs', field.any()),
};

export const delegatedFlow = card('http:delegated', {
  title: 'Delegated Flow',
  category: 'Triggers',
  summary: 'Starts a flow when an administrator runs it from the Okta admin console.',
  established: 'inferred',
  header: { mirrored: true, timeout: 90_000 },
  ports: {
    inputs: { extensible: false, groupRules: {} },
    outputs: {
      extensible: false,
      rules: { '*': { types: ['*'], collection: '*' }, 'okta-user-id': { collection: false } },
      groupRules: {
        inputs: {
          type: ['string', 'number', 'Date', 'boolean'],
          index: 0,
          extensible: true,
          collection: false,
        },
        context: { extensible: false },
      },
    },
  },
  inputs: fields,
  outputs: fields,
  examples: [{ inputs: {}, outputs: {}, source: 'exports' }],
  // The org that runs the flow fills a trigger's outputs.
  run: () => ({}),
});
