/** A pack has the four flags that every export has, all true. */

import { packPlace, type Rule } from './rule';

/** flopack-format §10: E4. */
export const flagsAsExported: Rule = {
  id: 'flags-as-exported',
  invariants: ['E4'],
  severity: 'warning',
  sentence: 'A pack has the four flags that every export has, all true.',
  needs: 'shape',
  check(context, report) {
    const { flags } = context.pack;
    const names = ['auto-transform', 'looseBooleans', 'looseStrings', 'looseNulls'];
    const others = Object.keys(flags).filter((name) => !names.includes(name));
    if (others.length === 0 && names.every((name) => flags[name] === true)) return;
    report(
      packPlace('/flags'),
      `The flags are ${JSON.stringify(flags)}; every export has ${names.join(', ')}, all true.`,
      'They say how values are converted and compared; write the four.',
    );
  },
  wrong: [
    {
      what: 'a flag off',
      change(pack) {
        pack.flags.looseNulls = false;
      },
    },
  ],
};
