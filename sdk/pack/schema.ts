/** The JSON Schema of a pack, versions 1.2.0 to 1.5.0: what shape it has, not yet whether its ids agree. */

const anyObject = { type: 'object' };
const text = { type: 'string' };
const flag = { type: 'boolean' };
const textOrNull = { type: ['string', 'null'] };

const mapOf = (items: object) => ({ type: 'object', additionalProperties: items });
const listOf = (items: object) => ({ type: 'array', items });
/** An object that has all of `required`, may have `optional`, and what else it has is not looked at. */
const record = (required: Record<string, object>, optional: Record<string, object> = {}) => ({
  type: 'object',
  required: Object.keys(required),
  properties: { ...required, ...optional },
});

const display = {
  type: ['object', 'null'],
  properties: {
    preview: listOf(record({ module: text, name: text, kernel: flag })),
    eventConnecterName: text,
    isCallable: flag,
    isPublishable: flag,
    aliases: mapOf(text),
  },
};
const tree = record({ id: { type: 'integer' }, name: text }, { description: text });
const methodMeta = record({ inputs: anyObject, outputs: anyObject, options: anyObject }, { methodkey: text });
const metaGroups = {
  ...methodMeta,
  properties: {
    ...methodMeta.properties,
    ...Object.fromEntries(
      ['inputs', 'outputs', 'options'].map((side) => [
        side,
        record(
          {},
          {
            groups: listOf(
              record({
                id: text,
                group_name: text,
                fields: listOf(
                  record(
                    { data_type: text, label: text, _key: text },
                    {
                      required: flag,
                      collection: flag,
                      static_options: listOf(record({ option: text, value: text })),
                    },
                  ),
                ),
              }),
            ),
          },
        ),
      ]),
    ),
  },
};

/** The keys that a body has, whether a flow's own or a block's (flopack-format §2, §5.2). */
const body = {
  uuid: text,
  tree,
  methods: listOf({ $ref: '#/$defs/card' }),
  model: anyObject,
  orderings: mapOf({
    type: 'array',
    items: [text, text],
    minItems: 2,
    additionalItems: false,
  }),
  security_level: textOrNull,
  log: flag,
  inheritLog: flag,
};
const bodyTail = {
  templateName: textOrNull,
  connector_method_meta: metaGroups,
  monitor_flo: flag,
};

const parent = record({ address: text, key: text, data: record({ name: text }, { id: { type: 'number' } }) });
const fields = (field: string) =>
  record(
    { extensible: flag, data: mapOf({ $ref: `#/$defs/${field}` }) },
    { rules: anyObject, groupRules: mapOf(anyObject) },
  );
const field = {
  id: text,
  group: textOrNull,
  key: text,
  value: { $ref: '#/$defs/value' },
  ref: flag,
  metadata: record(
    {},
    {
      index: { type: 'number' },
      displayname: text,
      custom: flag,
      hidden: flag,
      forceHide: flag,
      wormholeMethodId: text,
      srcMethodId: text,
      srcOutputId: text,
      path: listOf({ type: ['string', 'number'] }),
    },
  ),
};

/** The format's own shape (flopack-format §1–§4, §8; §10: E1, E2, E5, F1, C1, C16). */
export const packSchema = {
  $schema: 'http://json-schema.org/draft-07/schema#',
  $id: 'https://okta-workflows-connector-sdk/pack.json',
  title: 'An Okta Workflows pack',
  ...record(
    {
      type: { const: 'flopack' },
      version: { enum: ['1.2.0', '1.3.0', '1.4.0', '1.5.0'] },
      created: { type: 'string', format: 'date-time' },
      flags: anyObject,
      data: record(
        {
          flos: mapOf({ $ref: '#/$defs/flow' }),
          configs: mapOf(record({ id: text, name: text, module: text, data: {} })),
          tables: mapOf({ $ref: '#/$defs/table' }),
          groups: mapOf(
            record({
              id: text,
              data: record({ name: text, description: text, media_uri: text }, { path: text }),
            }),
          ),
        },
        { projectOverview: anyObject },
      ),
    },
    { checksum: text },
  ),
  $defs: {
    flow: record({
      id: text,
      name: text,
      description: textOrNull,
      data: {
        ...record(
          {
            id: { type: 'null' },
            ...body,
            display: { ...display, type: 'object' },
            cron: anyObject,
            scheduled: flag,
            group: textOrNull,
          },
          bodyTail,
        ),
        type: ['object', 'null'],
      },
    }),
    table: record({
      id: text,
      name: text,
      description: text,
      data: {
        ...record({
          class: text,
          group_id: textOrNull,
          structure: listOf(
            record({ name: text, type: { enum: ['str', 'dte', 'bln', 'dec', 'ctr'] }, default: textOrNull }),
          ),
        }),
        type: ['object', 'null'],
      },
    }),
    inline: record({ id: text, ...body }, { ...bodyTail, display, group: {} }),
    card: record({
      joins: mapOf(listOf(record({ output: text, transform: { $ref: '#/$defs/transform' } }))),
      address: {
        type: 'string',
        pattern: '^root:(kernel:[^:]+:[^:]+:[^:]+|channels:[^:]+:[^:]+:[^:]+:[^:]+)$',
      },
      parents: record({ version: parent, channel: parent }),
      uuid: { type: 'string', minLength: 1 },
      branches: mapOf(flag),
      node: record({ key: text, data: record({ name: text }), model: { $ref: '#/$defs/model' } }),
      pins: mapOf(mapOf(listOf(record({ input: text, transform: { $ref: '#/$defs/transform' } })))),
    }),
    model: record(
      {
        type: { const: 'method' },
        _v: { const: 2 },
        key: text,
        executable: flag,
        displayed: flag,
        async: flag,
        cooperative: flag,
        mirrored: flag,
        dependencies: { type: 'array' },
        timeout: { type: 'number' },
        idempotent: flag,
        hooks: anyObject,
        policy: record({ error: { $ref: '#/$defs/policy' } }),
        metadata: record({ id: { type: ['number', 'null'] }, name: text, description: textOrNull }),
        meta: anyObject,
        config: textOrNull,
        partnerChannelKeys: { type: ['number', 'null'] },
        inputs: fields('input'),
        outputs: fields('output'),
        runtime: anyObject,
      },
      {
        inlined: flag,
        monitor: flag,
        mobile: flag,
        webhook: flag,
        webhookList: flag,
        webhookConditions: { type: ['object', 'boolean'] },
        comments: { ...record({}, { title: text, markdown: text }), type: ['string', 'object', 'null'] },
        enableNewMetadata: flag,
      },
    ),
    policy: {
      ...record(
        { type: { enum: ['finish', 'return', 'flo', 'handler'] } },
        {
          delay: { type: ['number', 'array'], items: { type: 'number' }, minItems: 2, maxItems: 2 },
          retry: { type: 'number' },
          retryCondition: text,
        },
      ),
      if: { properties: { flo: anyObject }, required: ['flo'] },
      then: { properties: { flo: { $ref: '#/$defs/inline' } } },
    },
    input: record(
      { ...field, required: flag, flags: { enum: ['d', 'p'] } },
      {
        _used: flag,
      },
    ),
    output: record(field, { _used: flag, flags: { enum: ['d', 'p'] } }),
    type: {
      type: ['string', 'object'],
      additionalProperties: record({ type: { $ref: '#/$defs/type' }, collection: flag }),
    },
    value: {
      ...record(
        { type: { $ref: '#/$defs/type' }, collection: flag, data: {} },
        {
          proxy: {
            ...record({ dynamic: flag, path: textOrNull }, { dest: anyObject }),
            type: ['object', 'boolean'],
          },
          available: { type: 'array' },
        },
      ),
      if: { properties: { type: { const: 'flo' }, data: anyObject }, required: ['type', 'data'] },
      then: { properties: { data: { $ref: '#/$defs/inline' } } },
    },
    transform: {
      type: ['object', 'null'],
      additionalProperties: record({ forceWrapArray: flag, dest: text }, { convert: text }),
    },
  },
} as const;
