/** A card's HTTP request: answered by a stub or sent through the world's transport, told, its secrets learnt before anybody sees them. */

import type { CardView, Json } from '@okta/workflows-connector-sdk-types';
import type { CardHttpReply, CardHttpRequest } from '../cards/context';
import { CardError } from '../cards/error';
import { type Execution, halt, named, type Place, tell } from './execution';
import { stubReply, withStubHint } from './stub-request';
import { headerTexts, parsedBody, type Sent, type TransportRequest, withQuery } from './transport';

/**
 * Sends a card's request; learns the secrets of both sides before anybody can see them.
 * @param spent Virtual milliseconds that the card's requests took so far.
 */
export async function send(
  request: CardHttpRequest,
  card: CardView,
  place: Place,
  spent: { ms: number },
): Promise<CardHttpReply> {
  const { run } = place;
  const { redactor, clock, limits } = run.execution.machine;
  const headers = headerTexts(request.headers ?? {});
  const method = request.method.trim().toUpperCase() || 'GET';
  const url = withQuery(request.url.trim(), request.query ?? {});
  const text = request.body === undefined || request.body === '' ? null : request.body;
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const body = parsedBody(text, type.toLowerCase());
  redactor.learnFrom(headers);
  redactor.learnFrom(body);
  const since = clock.now();
  const { sent, stub } = await exchange({ method, url, headers, body: text }, card, place);
  const { host, path, query, answer } = sent;
  redactor.learnFrom(query);
  let reply: Json = null;
  if (answer.kind === 'reply') {
    // A service that runs on the machine's own time would make no two runs the same.
    if (answer.headers.date !== undefined) answer.headers.date = new Date(clock.now()).toUTCString();
    reply = parsedBody(answer.body, answer.headers['content-type'] ?? '');
    redactor.learnFrom(answer.headers);
    redactor.learnFrom(reply);
  }
  const status = answer.kind === 'reply' ? answer.status : null;
  tell(run, 'request', () => ({
    ...named(card),
    method,
    host,
    path,
    query,
    body,
    status,
    reply,
    ...(stub ? { stub: true as const } : {}),
  }));
  spent.ms += clock.now() - since;
  if (spent.ms > limits.step) {
    const minutes = Math.round(limits.step / 60_000);
    throw new CardError(
      `The card "${card.title}" took longer than the ${minutes} minutes that a step may take.`,
      { kind: 'Timeout' },
    );
  }
  switch (answer.kind) {
    case 'reply':
      return { status: answer.status, headers: answer.headers, body: answer.body };
    case 'unknown host':
      throw halt(run, card, 'unknown host', withStubHint(answer.message, method, url));
    case 'no answer':
    case 'bad request':
      throw new CardError(answer.message, { kind: 'HTTP Error' });
  }
}

async function exchange(
  request: TransportRequest,
  card: CardView,
  place: Place,
): Promise<{ sent: Sent; stub: boolean }> {
  const { execution } = place.run;
  const given = stubReply(request, card, place, 'given');
  if (given !== null) return { sent: given, stub: true };
  const sent = await outside(execution, () => execution.machine.transport(request));
  const unknown = sent.answer.kind === 'unknown host';
  const made = unknown ? stubReply(request, card, place, 'made') : null;
  return made === null ? { sent, stub: false } : { sent: made, stub: true };
}

/** Does work in real time: others of the execution wait for it, unless the service lets virtual time pass. */
async function outside<T>({ machine, turn }: Execution, work: () => Promise<T>): Promise<T> {
  let gave = false;
  const waits = () => {
    if (!gave) turn.give();
    gave = true;
  };
  try {
    return await machine.clock.during(work, { waits });
  } finally {
    if (gave) await turn.take();
  }
}
