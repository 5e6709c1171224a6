/** A field that is a list holds a list or null; one that is not holds no list. */

import { aCard, anInput } from './example';
import { fromReferences, type Rule } from './rule';

/** flopack-format §10: C5. The check itself belongs to the reference checks of `sdk/pack`. */
export const listHoldsList: Rule = {
  id: 'list-holds-list',
  invariants: ['C5'],
  severity: 'error',
  sentence: 'A field that is a list holds a list or null; one that is not holds no list.',
  needs: 'shape',
  check: fromReferences('list-holds-list'),
  wrong: [
    {
      what: 'a list that holds text',
      change(pack) {
        Object.assign(anInput(aCard(pack, 'list:each'), 'list').value, { data: '' });
      },
    },
    {
      what: 'text that holds a list',
      change(pack) {
        Object.assign(anInput(aCard(pack, 'string:concat'), 'string1').value, { data: [] });
      },
    },
  ],
};
