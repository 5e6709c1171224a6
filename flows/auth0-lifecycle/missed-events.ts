/** [helper] Missed Events: what Okta’s System Log has and “audit” has not. */

import {
  as,
  callFlow,
  field,
  forEach,
  type HelperFlow,
  helperFlow,
  ifElseIf,
  item,
  json,
  list,
  number,
  object,
  okta,
  returnErrorIf,
} from '../../sdk/dsl';
import { handleLogEvent } from './handle-log-event';

const PAGE = 200;

/** The kinds that the main flows listen to. */
const kinds = [
  'user.lifecycle.deactivate',
  'user.lifecycle.suspend',
  'user.lifecycle.unsuspend',
  'user.lifecycle.activate',
  'user.lifecycle.delete.initiated',
  'user.account.update_profile',
];

const inputs = { since: field.text(), until: field.text() };
const outputs = { checked: field.number() };

export const missedEvents: HelperFlow<typeof inputs, typeof outputs> = helperFlow({
  name: '[helper] Missed Events',
  description:
    'Hands on the events of Okta’s System Log in a span of time, oldest first; those that were handled are passed over. Calls itself for the next page.',
  inputs,
  outputs,
  body({ since, until }) {
    const query = object.construct({
      since,
      until,
      filter: kinds.map((kind) => `eventType eq "${kind}"`).join(' or '),
      sortOrder: 'ASCENDING',
      limit: String(PAGE),
    });
    const reply = okta.customApiAction({
      requestType: 'GET',
      relativeUrl: '/api/v1/logs',
      query: query.output,
    });
    // The log answers with a list, which the card's Body is not; as text it is what it is.
    const events = json.parse({ string: as.text(reply.body) }, { as: { output: field.list() } });
    forEach(events.output, handleLogEvent, { event: item() }, { ignoreErrors: true });
    const { length } = list.length({ list: events.output });
    return ifElseIf(
      [{ when: { a: length, operator: '<', b: PAGE }, then: () => ({ checked: length }) }],
      () => {
        const last = object.get(
          { object: events.output, path: `${PAGE - 1}.published` },
          { as: { output: field.text() } },
        );
        returnErrorIf(
          {
            a: last.output,
            operator: '==',
            b: since,
            message: 'More events happened at the same moment than a page holds; some were not looked at.',
          },
          { note: 'The same question again would give the same events.' },
        );
        const rest = callFlow(missedEvents, { since: last.output, until });
        const all = number.add({ a: length, b: rest.checked });
        return { checked: all.output };
      },
    );
  },
});
