/** Decides which injected fault, if any, strikes a request to a table. */

import type { TableFault } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../cards/error';

export type TableRequest = NonNullable<TableFault['at']>;

/** Does a request to the table of a name, unless a fault strikes it. Fails with a CardError where one does. */
export type TableStrike = <T>(table: string, at: TableRequest, request: () => T) => T;

/**
 * Each fault lets the first `after` requests that match it pass and strikes the next `times` (1 by default), in list
 * order. The list is read at every request, so that faults may be added and removed while the org runs.
 * UNDOCUMENTED what a card says that asks a table too often; assumed: an error without a status, so nothing retries it.
 * @param onFault Called once per fault that strikes, before it does.
 */
export function createTableFaults(
  faults: readonly TableFault[],
  onFault: (fault: TableFault) => void = () => undefined,
): TableStrike {
  const armed = new Map<TableFault, { pass: number; left: number }>();
  const strikes = (fault: TableFault): boolean => {
    const one = armed.get(fault) ?? { pass: fault.after ?? 0, left: fault.times ?? 1 };
    armed.set(fault, one);
    if (one.left === 0) return false;
    if (one.pass > 0) {
      one.pass -= 1;
      return false;
    }
    one.left -= 1;
    return true;
  };
  return (table, at, request) => {
    const fault = faults.find(
      (each) => each.table === table && (each.at === undefined || each.at === at) && strikes(each),
    );
    if (fault === undefined) return request();
    onFault(fault);
    if (fault.handled) request();
    throw new CardError(`The table "${table}" did not answer: too many requests.`);
  };
}
