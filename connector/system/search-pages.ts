/** Searching users page by page, as far as Auth0 goes. */

import {
  as,
  callFlow,
  connectorHelper,
  field,
  type HelperFlow,
  ifElse,
  json,
  list,
  number,
  text,
} from '../../sdk/dsl';
import { auth, type Connection } from '../auth';
import { send } from '../request';

const inputs = {
  /** `/api/v2/users?…` but for the page. */
  path: field.text(),
  page: field.number(),
  /** The last page that is asked for; the first is 0. */
  last: field.number(),
  page_size: field.number(),
  found: field.list(),
  token: field.text(),
};
const outputs = { users: field.list() };

/** The users found so far, and those of this page and the pages after it until one is not full. */
export const searchPages: HelperFlow<typeof inputs, typeof outputs, Connection> = connectorHelper({
  auth,
  name: 'Search Pages',
  description: 'Asks for one page of a search, and calls itself for the next while pages are full.',
  inputs,
  outputs,
  body({ connection, path, page, last, page_size, found, token }) {
    const address = text.concatenate({ string1: path, string2: '&page=', page: as.text(page) });
    const reply = send(connection, 'GET', address.output, { token });
    const users = json.parse({ string: reply.body }, { as: { output: field.list() } });
    const { output: all } = list.combineAll(
      { list1: found, list2: users.output },
      { as: { output: field.list() } },
    );
    const { length } = list.length({ list: users.output });
    return ifElse(
      { a: length, operator: '<', b: page_size },
      {
        then: () => ({ users: all }),
        else: () =>
          ifElse(
            { a: page, operator: '>=', b: last },
            {
              then: () => ({ users: all }),
              else() {
                const next = number.add({ a: page, b: 1 });
                return callFlow(searchPages, {
                  connection,
                  path,
                  page: next.output,
                  last,
                  page_size,
                  found: all,
                  token: reply.token,
                });
              },
            },
          ),
      },
    );
  },
});
