/** [helper] Remember Record: one user of a streamed search, whose address is kept before it may change. */

import { callFlow, field, helperFlow, list } from '../../sdk/dsl';
import { rememberPerson } from './remember-person';

export const rememberRecord = helperFlow({
  name: '[helper] Remember Record',
  description: 'Takes one user of a streamed search, and keeps address and login in "people".',
  inputs: {
    Record: field.record(undefined, {
      ID: field.text(),
      Status: field.text(),
      Email: field.text(),
      Login: field.text(),
    }),
    State: field.object(),
  },
  outputs: {},
  body({ Record }) {
    const both = list.construct([Record.Email, Record.Login]);
    const { union } = list.union(
      { list1: both, list2: [] },
      { as: { union: field.listOf(field.text()) }, note: 'One of them where both are the same.' },
    );
    const emails = list.filter(
      { list: union, operator: 'is not empty' },
      { as: { list: field.listOf(field.text()) } },
    );
    callFlow(rememberPerson, {
      okta_user_id: Record.ID,
      emails: emails.list,
      ids: [],
      status: Record.Status,
    });
  },
});
