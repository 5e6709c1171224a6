/** Makes one connector of the flows that Connector Builder exports, whether one by one or as a folder. */

import type { FlowView, Json, JsonObject, PackView, WirePack } from '@okta/workflows-connector-sdk-types';
import type { CheckedPack } from './checked-pack';
import type { OrgFlow, Space } from './execution';
import { OrgError } from './org-error';

/** A connector to deploy. */
export interface ConnectorSource {
  /** As the addresses of its cards have it: `root:channels:http:<key>:<version>:<method>`. */
  key: string;
  version: string;
  title: string;
  /** The fields of its authentication that are secret. */
  secretFields: readonly string[];
  /** Its flows: single ones, in which the flows they call are only named, or folders. */
  packs: readonly { pack: WirePack | CheckedPack; file: string }[];
}

/** A deployed connector. */
export interface Connector {
  key: string;
  version: string;
  title: string;
  secretFields: readonly string[];
  /** By method key. */
  actions: ReadonlyMap<string, OrgFlow>;
  authping: OrgFlow | null;
}

/** What the org lends a connector. */
export interface ConnectorHost {
  makeFlow(view: FlowView, space: Space, on: boolean): OrgFlow;
  action: Space['action'];
  connection: Space['connection'];
}

/**
 * Builds the connector: flows that a file only names are found by name among the others.
 * Throws OrgError for a name or method key that stands twice, and for a named flow that is nowhere.
 */
export function connectorOf(
  source: ConnectorSource,
  views: readonly PackView[],
  host: ConnectorHost,
): Connector {
  const byName = new Map<string, OrgFlow>();
  const actions = new Map<string, OrgFlow>();
  let authping: OrgFlow | null = null;
  const refuse = (what: string, hint: string) =>
    new OrgError(`The connector "${source.title}" ${what}.`, hint);

  for (const pack of views) {
    const space: Space = {
      flow: (id) => byName.get(pack.flow(id)?.name ?? ''),
      // Connector Builder has no tables.
      table: () => undefined,
      action: host.action,
      connection: host.connection,
    };
    for (const view of pack.flows) {
      if (view.body === null) continue;
      if (byName.has(view.name)) throw refuse(`has two flows "${view.name}"`, 'Give each flow once.');
      const flow = host.makeFlow(view, space, true);
      byName.set(view.name, flow);
      if (view.kind === 'connector authping') authping = flow;
      if (view.kind !== 'connector action') continue;
      const key = view.connector?.methodKey ?? null;
      if (key === null) throw refuse(`has an action "${view.name}" without a method key`, 'Export it again.');
      if (actions.has(key))
        throw refuse(`has two actions with the method key "${key}"`, 'Give each action once.');
      actions.set(key, flow);
    }
  }
  for (const { name } of views.flatMap((pack) => pack.flows)) {
    if (!byName.has(name)) throw refuse(`calls the flow "${name}", which no file holds`, `Add ${name}.flow.`);
  }
  const { key, version, title } = source;
  const secretFields = [
    ...source.secretFields,
    ...[...byName.values()].flatMap(({ view }) => passwordsOf(view)),
  ];
  return { key, version, title, secretFields, actions, authping };
}

/** The fields of a connection that its dialog hides: those of the type Password (flopack-format §9). */
function passwordsOf(view: FlowView): string[] {
  const schemas = (view.body?.cards[0]?.outputs ?? []).map(({ metadata }) => metadata.authSchema);
  return schemas.flatMap((schema) =>
    Object.entries(asObject(asObject(schema).authparams)).flatMap(([name, field]) =>
      asObject(field).type === 'password' ? [name] : [],
    ),
  );
}

function asObject(value: Json | undefined): JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : {};
}
