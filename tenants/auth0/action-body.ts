/** What a request may say about an Action. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import type { TenantAnswer, TenantRequest } from '../routes';
import type {
  ActionContent,
  ActionSecret,
  ActionStore,
  StoredAction,
  SupportedTrigger,
} from './action-store';
import { type BodyRule, checkBody, isObject } from './body-rules';
import { apiError, invalidBody } from './errors';
import { TRIGGERS } from './triggers';

/** The longest code, in bytes (Auth0, "Actions limitations": 100 kB). */
const LONGEST_CODE = 100_000;

const CONTENT: Record<string, BodyRule> = {
  code: { type: 'string', empty: true },
  dependencies: {
    type: 'objects',
    empty: true,
    members: {
      name: { type: 'string' },
      version: { type: 'string' },
      registry_url: { type: 'string', empty: true },
    },
  },
  runtime: { type: 'string' },
  // Auth0, "Actions limitations": 30 secrets.
  secrets: { type: 'objects', empty: true, maximum: 30 },
  modules: { type: 'objects', empty: true },
};
const TRIGGER_MEMBERS: Record<string, BodyRule> = {
  id: { type: 'string', required: true },
  version: { type: 'string' },
  status: { type: 'string' },
  runtimes: { type: 'strings' },
  default_runtime: { type: 'string' },
  compatible_triggers: { type: 'objects', empty: true },
  binding_policy: { type: 'string' },
};
const CHANGE: Record<string, BodyRule> = {
  name: { type: 'string' },
  supported_triggers: { type: 'objects', members: TRIGGER_MEMBERS },
  ...CONTENT,
};
const CREATE: Record<string, BodyRule> = {
  ...CHANGE,
  name: { type: 'string', required: true },
  supported_triggers: { type: 'objects', members: TRIGGER_MEMBERS, required: true },
  deploy: { type: 'boolean' },
};

/** What a request sets; names that it does not give are absent. */
export type GivenAction = Partial<ActionContent> & {
  name?: string;
  supported_triggers?: SupportedTrigger[];
  deploy?: boolean;
};

/** Reads the body of a create (without `before`) or of an update, or answers why it is refused. */
export function readAction(
  store: ActionStore,
  { body }: TenantRequest,
  before?: StoredAction,
): { given: GivenAction } | { refused: TenantAnswer } {
  const checked = checkBody(body, before ? CHANGE : CREATE);
  if ('refused' in checked) return checked;
  const { fields } = checked;
  const { name, code, runtime, deploy } = fields;
  if (typeof code === 'string' && Buffer.byteLength(code) > LONGEST_CODE) {
    const refused = invalidBody(`String is too long (${code.length} chars), maximum ${LONGEST_CODE}`, 'code');
    return { refused };
  }
  const triggers =
    fields.supported_triggers === undefined ? undefined : objects(fields.supported_triggers).map(readTrigger);
  for (const [index, { id }] of (triggers ?? []).entries()) {
    if (Object.hasOwn(TRIGGERS, id)) continue;
    return { refused: invalidBody(`No enum match for: ${id}`, `supported_triggers[${index}].id`) };
  }
  // UNDOCUMENTED the words; that a name is taken once is said in Auth0's dashboard.
  const namesake = [...store.actions.values()].find((one) => one.name === name && one !== before);
  if (namesake) {
    return { refused: apiError(409, `An action named "${name}" already exists.`, 'action_conflict') };
  }
  return {
    given: {
      ...(typeof name === 'string' && { name }),
      ...(typeof code === 'string' && { code }),
      ...(typeof runtime === 'string' && { runtime }),
      ...(triggers && { supported_triggers: triggers }),
      ...(fields.dependencies && { dependencies: objects(fields.dependencies) }),
      ...(fields.modules && { modules: objects(fields.modules) }),
      ...(fields.secrets && { secrets: readSecrets(store, objects(fields.secrets), before?.secrets ?? []) }),
      ...(deploy === true && { deploy }),
    },
  };
}

/** UNDOCUMENTED what a secret without a value is; assumed: the one of that name stays as it is. */
function readSecrets(
  { clock }: ActionStore,
  given: readonly JsonObject[],
  before: readonly ActionSecret[],
): ActionSecret[] {
  const updated_at = new Date(clock.now()).toISOString();
  return given.map(({ name, value }) => {
    const kept = before.find((one) => one.name === name);
    if (kept && value === undefined) return kept;
    return { name: String(name), value: typeof value === 'string' ? value : '', updated_at };
  });
}

function readTrigger({ id, version }: JsonObject): SupportedTrigger {
  const trigger = String(id);
  return { id: trigger, version: typeof version === 'string' ? version : (TRIGGERS[trigger] ?? '') };
}

/** The members of a list that the rules have found to be objects. */
function objects(list: unknown): JsonObject[] {
  return Array.isArray(list) ? list.filter(isObject) : [];
}
