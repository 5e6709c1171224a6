/** Cards: title, note, retry and connection. */

import { readUser } from '../../../sdk/cards/okta/read-user';
import { connection, field, http, okta, text } from '../../../sdk/dsl';
import { compiled, compiledBody, flowWith, packOf } from './support/compiled';

it.each([
  { said: {}, name: 'Trim', comments: undefined },
  { said: { title: 'Tidy' }, name: 'Tidy', comments: undefined },
  { said: { note: 'Why.' }, name: 'Trim', comments: 'Why.' },
])('a built-in function carries what is said of it: $said', ({ said, name, comments }) => {
  const { cards } = compiledBody(
    { name: field.text() },
    (given) => void text.trim({ string: given.name }, said),
  );
  const { data, model } = cards[1]?.node ?? {};
  expect([data?.name, model?.metadata.name, model?.comments, model?.config]).toEqual([
    name,
    name,
    comments,
    null,
  ]);
});

it('a connector card has its connection, and a note always', () => {
  const flow = flowWith({ id: field.text() }, ({ id }) => void okta.readUser({ user: id }));
  const { cards, wire } = compiled(packOf([flow], { connections: [connection('okta', 'Okta')] }));
  const [id] = Object.keys(wire.data.configs);
  const { model } = cards[1]?.node ?? {};
  expect(model).toMatchObject({ config: id, compat: false, enableNewMetadata: true, display: {} });
  expect(model?.metadata).toEqual({ id: null, name: 'Read User', description: null });
  expect(model?.comments).toBe(readUser.summary);
});

it('a card without a connection in the pack has none', () => {
  const flow = flowWith({ id: field.text() }, ({ id }) => void okta.readUser({ user: id }));
  expect(compiled(packOf([flow])).cards[1]?.node.model.config).toBeNull();
});

it.each([
  {
    retry: undefined,
    error: { type: 'finish', retry: 3, delay: [60_000, 180_000], retryCondition: 'ratelimits' },
  },
  {
    retry: { retry: 1, delay: [5, 10] as [number, number], condition: 'ratelimits' as const },
    error: { type: 'finish', retry: 1, delay: [5, 10], retryCondition: 'ratelimits' },
  },
])('a request is tried again as the card or the author says', ({ retry, error }) => {
  const { cards } = compiledBody({}, () => {
    const options = retry === undefined ? {} : { retry };
    http.rawRequest({ url: 'https://x.test', method: 'GET', headers: {}, query: {} }, options);
  });
  expect(cards[1]?.node.model.policy.error).toEqual(error);
});
