/** [helper] Notify: where the user puts the cards that tell people: Slack, e-mail, a ticket. */

import { comment, field, helperFlow } from '../../sdk/dsl';

export const notify = helperFlow({
  name: '[helper] Notify',
  description: 'Called with every failure. Put the cards here that tell your team.',
  inputs: { subject: field.text(), detail: field.text() },
  outputs: {},
  body() {
    comment('Add the card of your choice here and drag subject and detail into it.');
  },
});
