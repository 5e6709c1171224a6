/** Lists in pages. */

import { checkpointOf, numberedPage, pageOf } from '../../../tenants/auth0/paging';

const items = Array.from({ length: 120 }, (_, index) => ({ id: `i${index}` }));
const request = (query: Record<string, string>) => ({
  method: 'GET',
  path: '/',
  params: {},
  query,
  repeated: [],
  headers: {},
  contentType: '',
  body: null,
  malformed: false,
});

test.each<[Record<string, string>, string | undefined, number]>([
  [{}, 'i0', 50],
  [{ page: '1' }, 'i50', 50],
  [{ page: '2' }, 'i100', 20],
  [{ page: '3' }, undefined, 0],
  [{ per_page: '100', page: '1' }, 'i100', 20],
])('by page number %j', (query, first, length) => {
  const { body } = pageOf(items, 'things', request(query));
  expect([Array.isArray(body) && body.length, Array.isArray(body) && body[0]]).toEqual([
    length,
    first === undefined ? undefined : { id: first },
  ]);
});

test('with totals', () => {
  expect(pageOf(items, 'things', request({ page: '2', include_totals: 'true' })).body).toMatchObject({
    start: 100,
    limit: 50,
    total: 120,
    things: items.slice(100),
  });
});

test('by checkpoint, everything once, and the last page has no next', () => {
  const seen: string[] = [];
  let from: string | undefined;
  do {
    const { body } = checkpointOf(
      items,
      (item) => item,
      'things',
      request({ take: '40', ...(from && { from }) }),
    );
    const page = body as { things: { id: string }[]; next?: string };
    seen.push(...page.things.map(({ id }) => id));
    from = page.next;
  } while (from !== undefined);
  expect(seen).toEqual(items.map(({ id }) => id));
});

test('a checkpoint that is gone begins again', () => {
  expect(checkpointOf(items, (item) => item, 'things', request({ from: 'gone', take: '1' })).body).toEqual({
    things: [{ id: 'i0' }],
    next: 'i0',
  });
});

test('the lists of Actions always say where they are, 20 at a time', () => {
  const show = ({ id }: { id: string }) => ({ shown: id });
  expect(numberedPage(items, show, 'things', request({ page: '5' })).body).toEqual({
    total: 120,
    page: 5,
    per_page: 20,
    things: items.slice(100).map(show),
  });
  expect(numberedPage(items, show, 'things', request({ page: '1', per_page: '100' })).body).toMatchObject({
    page: 1,
    per_page: 100,
    things: items.slice(100).map(show),
  });
});
