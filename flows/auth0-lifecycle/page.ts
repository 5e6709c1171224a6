/** Going on after a full page: the service is asked again from where the page ended, until one is not full. */

import type { JsonObject } from '@okta/workflows-connector-sdk-types';
import { field, ifElseIf, list, number, object, type Ref, returnErrorIf } from '../../sdk/dsl';

/**
 * Places the cards after a page; gives how many items there were on this page and those after it. The last item of a
 * page is asked for again, for others may have happened at the same moment.
 * @param page.most How many a full page has.
 * @param page.at The path of an item's moment, by which pages are ordered.
 * @param page.since The moment this page began with; where it ends with the same one, the flow ends with an error.
 * @param page.rest Asks from a later moment on.
 */
export function countOn(page: {
  items: Ref<JsonObject[]>;
  most: number;
  at: string;
  since: Ref<string>;
  rest(since: Ref<string>): Ref<number>;
}): Ref<number> {
  const { length } = list.length({ list: page.items });
  const { checked } = ifElseIf(
    [{ when: { a: length, operator: '<', b: page.most }, then: () => ({ checked: length }) }],
    () => {
      const last = object.get(
        { object: page.items, path: `${page.most - 1}.${page.at}` },
        { as: { output: field.text() } },
      );
      returnErrorIf(
        {
          a: last.output,
          operator: '==',
          b: page.since,
          message: 'More happened at the same moment than is shown at once; some was not looked at.',
        },
        { note: 'The same question again would give the same answer.' },
      );
      const all = number.add({ a: length, b: page.rest(last.output) });
      return { checked: all.output };
    },
  );
  return checked;
}
