/** What the local org takes and does. */

import type {
  CardView,
  FlowView,
  Json,
  JsonObject,
  Random,
  TableFault,
  WirePack,
} from '@okta/workflows-connector-sdk-types';
import type { AssumptionId } from '../cards/undocumented';
import type { CheckedPack } from './checked-pack';
import type { VirtualClock } from './clock';
import type { ConnectorSource } from './connector';
import type { Endpoints } from './endpoints';
import type { FlowResult } from './execution';
import type { Limits } from './limits';
import type { Stubs } from './stubs';
import type { TraceEvent } from './trace';
import type { Transport } from './transport';

export interface OrgOptions {
  clock: VirtualClock;
  random: Random;
  transport: Transport;
  /** What answers for connectors and hosts that are not here; without it they end the run. */
  stubs?: Stubs;
  /** Receives what happens, as it happens, secrets masked. */
  onTrace?: (event: TraceEvent) => void;
  /** The types of events that `onTrace` wants; all when absent. The others are never made, which saves much time. */
  traced?: readonly TraceEvent['type'][];
  /** Which way choices go that no page documents; the likelier way where none is given. */
  assume?: Partial<Record<AssumptionId, string>>;
  limits?: Partial<Limits>;
  /** Failures of tables to inject; the list is read at every request, so it may change while the org runs. */
  tableFaults?: readonly TableFault[];
  /** Called once per table fault that strikes, before it does. */
  onTableFault?: (fault: TableFault) => void;
  /** Told of every card that begins its work. */
  onCard?: (card: CardView) => void;
}

export interface Imported {
  flows: { id: string; name: string }[];
  tables: { id: string; name: string }[];
  /** The connectors whose connection the pack's cards need. */
  connections: string[];
}

export interface PingResult {
  working: boolean;
  serviceResponse: Json;
}

export interface Org {
  /**
   * Imports a pack: always as new flows, which are off, with new, empty tables.
   * Throws ImportRefused, with the findings, for a pack with a broken reference; nothing has changed then.
   * @param pack As the file has it, or already checked: for those who import it into many orgs.
   * @param file The file's name, for the findings.
   */
  import(pack: WirePack | CheckedPack, file: string): Imported;
  /**
   * Connects: gives the cards of a connector their connection. Where the connector is deployed, its `_authping` runs
   * first. Throws OrgError when that says that the connection does not work.
   * @param module The connector's key: `okta`, or the key that a connector was deployed with.
   * @param secretFields Names of the values that are secret, beside those of the deployed connector and the usual names.
   */
  connect(module: string, values: Record<string, string>, secretFields?: string[]): Promise<void>;
  /** Puts rows into every table of this name. Throws OrgError for an unknown table or column; nothing has changed then. */
  fillTable(name: string, rows: readonly JsonObject[]): void;
  /** Turns a flow on. Throws OrgError where a card of it could not run: no connection, no flow, no connector. */
  activate(flow: string): void;
  /**
   * Turns a flow off: events, calls and schedules that come meanwhile start nothing. Runs that have begun go on to
   * their end. Throws OrgError for an unknown flow. UNDOCUMENTED what becomes of events meanwhile; assumed: nobody keeps
   * them for later. The flows must bear both: kept ones are late deliveries.
   */
  deactivate(flow: string): void;
  /**
   * Runs a flow that is on. Throws OrgError for an unknown flow, and for one that is off or starts with an event.
   * @param inputs By key, whatever the groups; where it is missing and answers are made up, so are these.
   */
  run(flow: string, inputs?: JsonObject): Promise<FlowResult>;
  /**
   * Starts a flow that is on with an event of its kind, whether or not anything here could send it.
   * @param fields The event's fields by key; made up where answers are and this is missing.
   */
  fire(flow: string, fields?: JsonObject): Promise<FlowResult>;
  /**
   * Lets virtual time pass until an instant (ISO-8601), and starts every scheduled flow that is on when it is due.
   * Gives how they ended, in the order they started, once all have; then it may be later than that instant.
   */
  runUntil(instant: string): Promise<FlowResult[]>;
  /** As `runUntil`, for so many milliseconds from now. */
  advance(ms: number): Promise<FlowResult[]>;
  /** Answers calls of the API endpoint flows that are on, on 127.0.0.1, until it is closed. */
  serve(port?: number): Promise<Endpoints>;
  /** Hands an event hook's payload to every flow that is on and listens to one of its events: one run per event and flow. */
  deliver(payload: Json): Promise<FlowResult[]>;
  /** Deploys a connector from the packs of its flows. Throws ImportRefused or OrgError; nothing has changed then. */
  deployConnector(source: ConnectorSource): void;
  /** Runs an action of a deployed connector; its outputs are by key. */
  callAction(
    connector: string,
    method: string,
    given: { options?: JsonObject; inputs?: JsonObject },
    connection: Record<string, string>,
  ): Promise<FlowResult>;
  /** Runs `_authping` of a deployed connector. Throws OrgError where it fails altogether. */
  ping(connector: string, connection: Record<string, string>): Promise<PingResult>;
  /** Every flow, in the order of import. */
  flows(): { id: string; name: string; kind: FlowView['kind']; on: boolean; stub: boolean }[];
  /** The rows of every table, by name; of two tables of one name the second is `name (2)`. */
  tables(): Record<string, JsonObject[]>;
  /** A value with every secret masked that the org knows by now. */
  redact<T extends Json>(value: T): T;
}
