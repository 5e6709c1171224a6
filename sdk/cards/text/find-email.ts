/** Text > Find Email. */

import { card } from '../card';
import { field } from '../field';

export const findEmail = card('string:email', {
  title: 'Find Email',
  category: 'Text',
  summary: 'Gives the first email address that stands in a text, or nothing.',
  established: 'inferred',
  inputs: { string: field.text('text', { required: true }) },
  outputs: { email: field.text() },
  examples: [
    {
      inputs: { string: 'Write to <ada.lovelace+x@example.co.uk>, please.' },
      output: 'ada.lovelace+x@example.co.uk',
      source: 'exports',
    },
    { inputs: { string: 'me@home or you@example.com.' }, output: 'you@example.com', source: 'assumed' },
    { inputs: { string: 'no address at all' }, output: null, source: 'assumed' },
  ],
  run: ({ string }) => ({ email: firstEmail(string) }),
});

/** What may stand before the @, at the end of the text before it; 64 characters at most. */
const LOCAL = /[\w.!#$%&'*+/=?^`{|}~-]{1,64}$/;
/** What may stand after it: labels with a dot between, the last of two letters or more. */
const DOMAIN = /^(?:[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?\.)+[a-z]{2,63}/i;

/** Looks around each @ alone, so that the time grows with the text and no faster. */
function firstEmail(text: string): string | null {
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const local = LOCAL.exec(text.slice(Math.max(0, at - 64), at))?.[0].replace(/^\.+/, '');
    const domain = DOMAIN.exec(text.slice(at + 1, at + 256))?.[0];
    if (local !== undefined && local !== '' && domain !== undefined) return `${local}@${domain}`;
  }
  return null;
}
