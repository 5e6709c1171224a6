/** API Endpoint: the trigger of a flow that is called by its URL. */

import { card } from '../card';
import { field } from '../field';
import { anything } from '../rules';

const fields = {
  rawHeaders: field.object(undefined, { group: 'raw', key: 'headers', hidden: true }),
  rawBody: field.text(undefined, { group: 'raw', key: 'body', hidden: true }),
  rawQuery: field.text(undefined, { group: 'raw', key: 'query', hidden: true }),
  execution_id: field.text('Execution ID', { group: 'context', default: null }),
  body: field.many('body', field.any()),
  query: field.many('query', field.any()),
  headers: field.many('headers', field.any()),
};

export const apiEndpoint = card('http:accept', {
  title: 'API Endpoint',
  category: 'Triggers',
  summary:
    'Starts a flow when its URL is called, with the fields its author expects in body, query and headers.',
  header: { mirrored: true, timeout: 90_000 },
  ports: {
    inputs: { extensible: false, groupRules: {} },
    outputs: {
      extensible: false,
      rules: anything,
      groupRules: {
        body: { type: 'object', reserved: {}, extensible: true },
        headers: { type: 'object', reserved: { 'Content-Type': 'string' }, extensible: true },
        query: { type: 'object', reserved: {}, extensible: true },
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
