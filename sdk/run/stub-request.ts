/** Answers a card's request in the place of a host that is not here. */

import type { CardView, Json } from '@okta/workflows-connector-sdk-types';
import type { Place } from './execution';
import { failureIn, sampleReply } from './sample';
import type { Sent, TransportRequest } from './transport';
import { decodedQuery, parseUrl } from './transport';
import { wishesOf } from './wishes';

/**
 * What the world's stub for the request answers, or what is made up for it.
 * @param how `given`: only by a stub of the world; `made`: only where answers are made up.
 * @returns null where there is none.
 */
export function stubReply(
  { method, url }: TransportRequest,
  card: CardView,
  { run, around }: Place,
  how: 'given' | 'made',
): Sent | null {
  const { stubs } = run.execution.machine;
  const target = parseUrl(url);
  const auto = how === 'made' ? stubs.auto : null;
  const given = how === 'given' ? stubs.request(method, url) : null;
  if (given === null && auto === null) return null;
  const host = target?.host ?? '';
  const sent = {
    host,
    path: target?.pathname ?? '',
    query: target === null ? {} : decodedQuery(target),
  };
  if (given !== null && 'failure' in given) {
    const { status, message } = given.failure;
    return { ...sent, answer: json(status, { message }) };
  }
  if (given !== null) return { ...sent, answer: json(200, given.output) };
  if (auto === null) return null;
  const status = failureIn(auto, around);
  if (status !== null) return { ...sent, answer: json(status, { message: MADE_UP_FAILURE }) };
  return { ...sent, answer: json(200, sampleReply(card, auto, wishesOf(run.flow))) };
}

/** What the made-up failures of services say. */
export const MADE_UP_FAILURE = 'A made-up failure.';

/** Shows the stub to write, beside what else would help. */
export function withStubHint(message: string, method: string, url: string): string {
  const place = url.split(/[?#]/)[0] ?? url;
  return `${message} Or let a stub of the world answer: "stubs": { "${method} ${place}": { "id": "1" } }; --auto-stub makes such answers.`;
}

function json(status: number, body: Json): Sent['answer'] {
  const text = body === null ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const type = typeof body === 'string' ? 'text/plain' : 'application/json';
  return { kind: 'reply', status, headers: { 'content-type': type }, body: text };
}
