/** API endpoint flows behind a real HTTP port, called and answered as the platform's own. */

import { createHash } from 'node:crypto';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { Json, JsonObject } from '@okta/workflows-connector-sdk-types';
import { runFlow } from './execute';
import type { Answer, FlowResult, Machine, OrgFlow, Start } from './execution';
import { isSecurityLevel, refusal, type SecurityLevel } from './security';

/** The open port. */
export interface Endpoints {
  /** `http://127.0.0.1:PORT`. */
  url: string;
  /** The flows that can be called when the port was opened; one that is turned on later can be too. */
  flows: Endpoint[];
  /** Resolves once the port is free. */
  close(): Promise<void>;
}

export interface Endpoint {
  id: string;
  name: string;
  url: string;
  /** `open`: anybody; `medium`: whoever has the client token; `high`: OAuth, which the local org does not have. */
  security: SecurityLevel;
  /** For the header `x-api-client-token`, or the parameter `clientToken`. The same whenever the same packs are imported. */
  clientToken: string;
}

/** Opens the port; 0 takes a free one. */
export async function serveEndpoints(
  flows: readonly OrgFlow[],
  machine: Machine,
  port: number,
): Promise<Endpoints> {
  const server = createServer((incoming, outgoing) => {
    serve(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  const endpoints = () => flows.filter(({ view }) => view.kind === 'api endpoint');
  for (const flow of endpoints()) machine.redactor.learn(tokenOf(flow));

  async function serve(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const { pathname, searchParams, search } = new URL(incoming.url ?? '/', 'http://127.0.0.1');
    const number = /^\/api\/flo\/(\d+)\/invoke$/.exec(pathname)?.[1];
    const flow = endpoints().find((one) => String(one.number) === number);
    if (flow === undefined) return send(outgoing, failure(404, `No flow has the path ${pathname}.`));
    if (!flow.on) return send(outgoing, failure(404, `The flow "${flow.view.name}" is off.`));
    const token = incoming.headers['x-api-client-token'] ?? searchParams.get('clientToken');
    const refused = refusal(levelOf(flow), token === tokenOf(flow), flow.view.name);
    if (refused !== null) return send(outgoing, failure(refused.status, refused.message));
    const text = await readText(incoming);
    const body = parsedBody(text, incoming.headers['content-type'] ?? '');
    if (body === null) return send(outgoing, failure(400, 'The body is not the JSON that its type says.'));
    const headers = plainHeaders(incoming);
    searchParams.delete('clientToken');
    const groups: Record<string, JsonObject> = {
      raw: { headers, body: text, query: search.replace(/^\?/, '') },
      headers: byAnyCase(headers, flow),
      body,
      query: Object.fromEntries(searchParams),
    };
    let answered = false;
    const start: Start = {
      inputs: {},
      groups,
      onAnswer(answer) {
        answered = true;
        send(outgoing, answer);
      },
    };
    const result = await runFlow(flow, start, machine, { served: true });
    if (!answered) send(outgoing, answerOf(result));
  }

  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(port, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The endpoints have no port.');
  const url = `http://127.0.0.1:${address.port}`;
  return {
    url,
    flows: endpoints()
      .filter(({ on }) => on)
      .map((flow) => ({
        id: String(flow.number),
        name: flow.view.name,
        url: `${url}/api/flo/${flow.number}/invoke`,
        security: levelOf(flow),
        clientToken: tokenOf(flow),
      })),
    close: () =>
      new Promise<void>((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** A flow that returns answers 200 with what it returned, one that failed with its error (functions.md G10). */
function answerOf({ outcome, outputs, error }: FlowResult): Answer {
  if (outcome !== 'error') return { statusCode: 200, headers: {}, body: outputs };
  const status = error?.statusCode ?? 500;
  return failure(status >= 400 && status <= 599 ? status : 500, error?.message ?? '');
}

function failure(statusCode: number, message: string): Answer {
  return { statusCode, headers: {}, body: { statusCode, message } };
}

function send(outgoing: ServerResponse, { statusCode, headers, body }: Answer): void {
  const text = typeof body === 'string' ? body : body === null ? '' : JSON.stringify(body);
  outgoing.statusCode = statusCode;
  outgoing.sendDate = false;
  outgoing.setHeader('content-type', typeof body === 'string' ? 'text/plain' : 'application/json');
  for (const [name, value] of Object.entries(headers)) {
    // How long the answer is and how it travels is not the flow's to say.
    if (value !== null && !/^(content-length|transfer-encoding|connection)$/i.test(name))
      outgoing.setHeader(name, typeof value === 'object' ? JSON.stringify(value) : String(value));
  }
  outgoing.end(text);
}

/** As the file has it; a flow without one asks for its token, as a new endpoint does. */
function levelOf({ view }: OrgFlow): SecurityLevel {
  return isSecurityLevel(view.securityLevel) ? view.securityLevel : 'medium';
}

function tokenOf({ number, view }: OrgFlow): string {
  return createHash('sha256').update(`client token of ${number} ${view.name}`).digest('hex');
}

async function readText(incoming: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of incoming) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** The fields of a body; null where it is not what its type says. */
function parsedBody(text: string, type: string): JsonObject | null {
  if (text.trim() === '') return {};
  if (type.includes('application/x-www-form-urlencoded'))
    return Object.fromEntries(new URLSearchParams(text));
  try {
    // JSON.parse gives `any`; what it gives is JSON by its own definition.
    const body = JSON.parse(text) as Json;
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? body : {};
  } catch {
    return type.includes('json') ? null : {};
  }
}

function plainHeaders(incoming: IncomingMessage): Record<string, string> {
  return Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
}

/** A header goes by any case; the author's field has one. */
function byAnyCase(headers: Record<string, string>, { view }: OrgFlow): JsonObject {
  const fields = view.body?.cards[0]?.outputs.filter(({ group }) => group === 'headers') ?? [];
  return Object.fromEntries(fields.map(({ key }) => [key, headers[key.toLowerCase()] ?? null]));
}
