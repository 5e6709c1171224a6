/** A card's HTTP request: sent through the world's transport, told, and its secrets learnt before anybody sees them. */

import type { CardView, Json } from '@okta/workflows-connector-sdk-types';
import type { CardHttpReply, CardHttpRequest } from '../cards/context';
import { CardError } from '../cards/error';
import { halt, named, type Run, tell } from './execution';
import { headerTexts, parsedBody, withQuery } from './transport';

/** Sends a card's request; learns the secrets of both sides before anybody can see them. */
export async function send(request: CardHttpRequest, card: CardView, run: Run): Promise<CardHttpReply> {
  const { transport, redactor, clock } = run.execution.machine;
  const headers = headerTexts(request.headers ?? {});
  const method = request.method.trim().toUpperCase() || 'GET';
  const url = withQuery(request.url.trim(), request.query ?? {});
  const text = request.body === undefined || request.body === '' ? null : request.body;
  const type = Object.entries(headers).find(([name]) => name.toLowerCase() === 'content-type')?.[1] ?? '';
  const body = parsedBody(text, type.toLowerCase());
  redactor.learnFrom(headers);
  redactor.learnFrom(body);
  const { host, path, query, answer } = await transport({ method, url, headers, body: text });
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
  tell(run, () => ({ type: 'request', ...named(card), method, host, path, query, body, status, reply }));
  switch (answer.kind) {
    case 'reply':
      return { status: answer.status, headers: answer.headers, body: answer.body };
    case 'unknown host':
      throw halt(run, card, 'unknown host', answer.message);
    case 'no answer':
    case 'bad request':
      throw new CardError(answer.message, { kind: 'HTTP Error' });
  }
}
