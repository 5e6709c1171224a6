/** [helper] Missed Events: what Okta’s System Log has and “audit” has not. */

import {
  as,
  callFlow,
  field,
  forEach,
  type HelperFlow,
  helperFlow,
  item,
  json,
  object,
  okta,
} from '../../sdk/dsl';
import { handleLogEvent } from './handle-log-event';
import { countOn } from './page';

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
    const checked = countOn({
      items: events.output,
      most: PAGE,
      at: 'published',
      since,
      rest: (later) => callFlow(missedEvents, { since: later, until }).checked,
    });
    return { checked };
  },
});
