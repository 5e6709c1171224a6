/** A flow of the model as a flow of the file. */

import type {
  FlowModel,
  ScheduleModel,
  WireCard,
  WireFlow,
  WireFlowData,
  WireMethodMeta,
} from '@okta/workflows-connector-sdk-types';
import { writeBody } from './body';
import { methodMeta } from './connector-port';
import type { FlowSurroundings } from './surroundings';
import { tree } from './tree';

/** Compiles one flow. Problems go into `around.problems`; with any of them the result must not be used. */
export function compileFlow(flow: FlowModel, id: string, around: FlowSurroundings): WireFlow {
  const { methods, orderings } = writeBody({ model: flow, around });
  const [trigger] = methods;
  const data: WireFlowData = {
    id: null,
    uuid: id,
    display: {
      preview: methods.map((card) => previewOf(card, methods)),
      eventConnecterName: trigger?.node.data.name ?? '',
      isCallable: trigger?.node.key === 'callable',
      ...(flow.securityLevel === undefined ? {} : { isPublishable: true }),
    },
    tree,
    methods,
    model: {},
    orderings,
    cron: cronOf(flow.schedule),
    security_level: flow.securityLevel ?? null,
    log: flow.saveData,
    inheritLog: true,
    scheduled: flow.schedule !== undefined,
    group: around.folder,
    templateName: null,
    connector_method_meta: metaOf(flow, around),
    monitor_flo: false,
  };
  return { id, name: flow.name, description: flow.description, data };
}

/** A schedule in the file's own order (flopack-format §2); it never ends and has no first day. */
function cronOf(schedule: ScheduleModel | undefined): WireFlowData['cron'] {
  if (schedule === undefined) return {};
  const { timeZone, ...parts } = schedule;
  return { seconds: '00', ...parts, startDate: '', endDate: '', recurrence: 0, timeZone };
}

/** A card that picks parts shows up without a name, as one of the card it picks from (flopack-format §2.1). */
function previewOf(card: WireCard, methods: WireCard[]): { module: string; name: string; kernel: boolean } {
  const picks = card.node.key === 'expand';
  const source = picks ? methods.find((each) => each.uuid === card.node.data.name) : card;
  return {
    module: (source ?? card).parents.channel.key,
    name: picks ? '' : card.node.key,
    kernel: card.address.startsWith('root:kernel:'),
  };
}

function metaOf(flow: FlowModel, around: FlowSurroundings): WireMethodMeta {
  if (flow.connector === null) return { inputs: {}, outputs: {}, options: {} };
  return methodMeta(flow, around.bindingOf(flow.connector));
}
