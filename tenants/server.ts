/** The HTTP server under both tenants: it parses, strikes with faults, routes, answers in JSON and reports each exchange. */

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { Clock, Exchange, Fault } from '@okta/workflows-connector-sdk-types';
import { parseBody, readText } from './body';
import { createFaults } from './faults';
import { findRoute, type Route, type TenantAnswer, type TenantRequest } from './routes';

export interface ServerOptions {
  tenant: Exchange['tenant'];
  routes: readonly Route[];
  clock: Clock;
  faults?: readonly Fault[];
  onExchange?: (exchange: Exchange) => void;
  /** Called once per fault that strikes, before it does. */
  onFault?: (fault: Fault) => void;
  /** The tenant's own error answer for a status: injected faults and undecodable paths use it. */
  failure(status: number, request: TenantRequest): TenantAnswer;
}

/** A port that is taken; nobody is answered there before `serve`. */
export interface Listener {
  server: Server;
  /** `http://127.0.0.1:PORT`, or `https://localhost:PORT` with TLS; without a final slash. */
  url: string;
  /** Ends every connection, kept alive or not, and resolves once the port is free; a second call does nothing. */
  close(): Promise<void>;
}

/** A certificate for `localhost` and its key, as PEM. */
export interface Tls {
  key: string;
  cert: string;
}

export interface TenantServer {
  /** The listener's. */
  url: string;
  /** Replaces the faults that are still to strike. */
  setFaults(faults: readonly Fault[]): void;
  /** Ends every connection, kept alive or not, and resolves once the port is free; a second call does nothing. */
  close(): Promise<void>;
}

type Outcome = TenantAnswer & {
  /** What goes over the wire in place of the body. */
  text?: string;
  injected?: boolean;
  unknownRoute?: boolean;
};

/** Listens on a free port of 127.0.0.1 and answers there. */
export async function startServer(options: ServerOptions): Promise<TenantServer> {
  return serve(await listen(), options);
}

/** Takes a free port of 127.0.0.1, and nowhere else: whoever answers may need to know first where that is. */
export async function listen(tls?: Tls): Promise<Listener> {
  const server = tls ? createTlsServer(tls) : createServer();
  // An idle connection that times out under a client about to reuse it would look like a fault nobody injected.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject).listen(0, '127.0.0.1', resolve);
  });
  const address = server.address();
  if (address === null || typeof address === 'string') throw new Error('The tenant has no port.');
  return {
    server,
    url: tls ? `https://localhost:${address.port}` : `http://127.0.0.1:${address.port}`,
    close: () =>
      new Promise<void>((resolve, reject) => {
        if (!server.listening) return resolve();
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Answers what arrives at a listener, from now on. */
export function serve({ server, url, close }: Listener, options: ServerOptions): TenantServer {
  let strike = createFaults(options.tenant, options.faults ?? []);
  server.on('request', (incoming: IncomingMessage, outgoing: ServerResponse) => {
    exchange(incoming, outgoing).catch(() => incoming.socket.destroy());
  });
  return {
    url,
    setFaults(faults) {
      strike = createFaults(options.tenant, faults);
    },
    close,
  };

  async function exchange(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const request = toRequest(incoming, await readText(incoming));
    const outcome = await answer(request);
    const text = outcome === 'reset' ? '' : wireText(outcome);
    const headers = outcome === 'reset' ? {} : responseHeaders(outcome, text, options.clock);
    options.onExchange?.({
      tenant: options.tenant,
      method: request.method,
      path: request.path,
      query: request.query,
      requestHeaders: request.headers,
      requestBody: request.body,
      status: outcome === 'reset' ? 0 : outcome.status,
      responseHeaders: headers,
      // The observer gets what went over the wire, not the tenant's own objects.
      responseBody: parseBody(text, '').body,
      injected: outcome === 'reset' || outcome.injected === true,
      unknownRoute: outcome !== 'reset' && outcome.unknownRoute === true,
    });
    if (outcome === 'reset') {
      incoming.socket.resetAndDestroy();
      return;
    }
    outgoing.sendDate = false;
    outgoing.writeHead(outcome.status, headers).end(text);
  }

  async function answer(request: TenantRequest): Promise<Outcome | 'reset'> {
    try {
      const match = findRoute(options.routes, request.method, request.path);
      if (!match) return unknownRoute(options, request);
      const fault = strike(request.method, request.path);
      if (fault) options.onFault?.(fault);
      if (fault?.delayMs) await options.clock.wait(fault.delayMs);
      const handle = () => match.route.handle({ ...request, params: match.params });
      if (fault === undefined || !spoils(fault)) return await handle();
      if (fault.handled) await handle();
      return fault.reset ? 'reset' : spoiled(fault, request);
    } catch (error) {
      if (error instanceof URIError) return options.failure(400, request);
      // A fault of the tenant itself: 500 is in no contract, so whoever watches the exchanges sees it.
      return { status: 500, body: { error: 'Embedded tenant failed', message: String(error) } };
    }
  }

  function spoiled({ status, body: text }: Fault, request: TenantRequest): Outcome {
    const answer = status === undefined ? { status: 200 } : options.failure(status, request);
    return { ...answer, ...(text !== undefined && { text }), injected: true };
  }
}

/** A fault that only delays leaves the answer as it is. */
function spoils({ reset, status, body }: Fault): boolean {
  return reset === true || status !== undefined || body !== undefined;
}

function wireText({ text, body }: Outcome): string {
  return text ?? (body === undefined ? '' : JSON.stringify(body));
}

function toRequest(incoming: IncomingMessage, text: string): TenantRequest {
  const target = incoming.url ?? '/';
  const mark = target.indexOf('?');
  const parameters = new URLSearchParams(mark < 0 ? '' : target.slice(mark + 1));
  const headers = Object.fromEntries(
    Object.entries(incoming.headers).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.join(', ') : (value ?? ''),
    ]),
  );
  const contentType = (headers['content-type'] ?? '').split(';')[0]?.trim().toLowerCase() ?? '';
  return {
    method: incoming.method ?? 'GET',
    path: mark < 0 ? target : target.slice(0, mark),
    params: {},
    query: Object.fromEntries(parameters),
    repeated: [...new Set(parameters.keys())].filter((name) => parameters.getAll(name).length > 1),
    headers,
    contentType,
    ...parseBody(text, contentType),
  };
}

function responseHeaders(answer: Outcome, text: string, clock: Clock): Record<string, string> {
  return {
    date: new Date(clock.now()).toUTCString(),
    ...(answer.body === undefined && answer.text === undefined
      ? {}
      : { 'content-type': 'application/json; charset=utf-8' }),
    ...(answer.status === 204 ? {} : { 'content-length': String(Buffer.byteLength(text)) }),
    ...answer.headers,
  };
}

function unknownRoute(options: ServerOptions, request: TenantRequest): Outcome {
  const known = options.routes.map((route) => `${route.method} ${route.path}`).join(', ');
  return {
    status: 501,
    body: {
      statusCode: 501,
      error: 'Not Implemented',
      message: `The embedded ${options.tenant} tenant has no route for ${request.method} ${request.path}. It has ${known}.`,
    },
    unknownRoute: true,
  };
}
