/** The JSON Schema of `connector.json`, the definition of a connector. */

const text = { type: 'string' } as const;
const filled = { type: 'string', minLength: 1 } as const;

const choice = {
  type: 'object',
  additionalProperties: false,
  required: ['value', 'label'],
  properties: { value: text, label: filled },
} as const;

const group = {
  type: 'object',
  additionalProperties: false,
  required: ['name', 'fields'],
  properties: {
    name: { ...filled, description: 'The heading in the designer.' },
    fields: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['key', 'label', 'type', 'list', 'required'],
        properties: {
          key: {
            ...filled,
            description: 'Label in snake case, underscore, six of A-Z and 0-9.',
            pattern: '_[A-Z0-9]{6}$',
          },
          label: filled,
          type: { enum: ['text', 'number', 'flag', 'date', 'object', 'file', 'flow', 'any'] },
          list: { type: 'boolean' },
          required: { type: 'boolean' },
          choices: { type: 'array', minItems: 1, items: choice },
          default: {},
          help: filled,
        },
      },
    },
  },
} as const;

const groups = { type: 'array', items: group } as const;

/** Draft 2020-12. */
export const definitionSchema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  title: 'Definition of an Okta Workflows connector',
  description:
    'What a person enters in Connector Builder: settings, authentication, and each action with its dialogs.',
  type: 'object',
  additionalProperties: false,
  required: ['name', 'description', 'key', 'version', 'settings', 'authentication', 'flows', 'actions'],
  properties: {
    $schema: text,
    name: filled,
    description: filled,
    key: { ...filled, description: 'The connector’s key in the org it is bound to.' },
    version: { ...filled, pattern: '^\\d+\\.\\d+\\.\\d+$' },
    settings: {
      type: 'object',
      additionalProperties: false,
      required: ['accentColor', 'documentation', 'supportEmail'],
      properties: {
        accentColor: { ...text, pattern: '^#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})$' },
        documentation: { ...text, format: 'uri' },
        supportEmail: { ...text, format: 'email' },
      },
    },
    authentication: {
      type: 'object',
      additionalProperties: false,
      required: ['name', 'type', 'parameters', 'schema'],
      properties: {
        name: filled,
        type: { const: 'custom' },
        parameters: {
          type: 'array',
          items: {
            type: 'object',
            additionalProperties: false,
            required: ['key', 'label', 'type', 'help'],
            properties: {
              key: { ...filled, pattern: '^[a-z][a-z0-9_]*$' },
              label: filled,
              type: { enum: ['text', 'password'] },
              help: text,
            },
          },
        },
        schema: { type: 'object', description: 'As the flows of the connector carry it.' },
      },
    },
    flows: {
      type: 'array',
      description: 'In upload order.',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'kind', 'description', 'methodKey'],
        properties: {
          name: filled,
          kind: { enum: ['connector action', 'connector authping', 'connector helper'] },
          description: filled,
          methodKey: filled,
        },
      },
    },
    actions: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        additionalProperties: false,
        required: [
          'name',
          'description',
          'methodKey',
          'scopes',
          'limits',
          'options',
          'inputs',
          'outputs',
          'sample',
        ],
        properties: {
          name: { ...filled, pattern: '^[A-Za-z0-9]+( [A-Za-z0-9]+)*$' },
          description: filled,
          methodKey: { ...filled, pattern: '^[a-z][A-Za-z0-9]*_[0-9A-Za-z_-]{8,12}$' },
          scopes: { type: 'array', items: filled },
          limits: { type: 'array', items: filled },
          options: groups,
          inputs: groups,
          outputs: groups,
          sample: {
            type: 'object',
            additionalProperties: false,
            required: ['inputs', 'outputs'],
            properties: { inputs: { type: 'object' }, outputs: { type: 'object' } },
          },
        },
      },
    },
  },
} as const;
