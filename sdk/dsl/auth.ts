/** Authentication: what a user enters to make a connection, and the connection as a connector's flows get it. */

import type { AuthModel, CardModel, PortModel } from '@okta/workflows-connector-sdk-types';
import { type Field, type Fields, field, type ValuesOf } from '../cards/field';
import { typeOfField } from '../cards/model-type';
import { type Ref, refTo } from './ref';

/** What a user enters when they make a connection. Every parameter is required (Connector Builder 2.6). */
export interface Auth<P extends Fields = Fields> {
  readonly model: AuthModel;
  readonly connection: Field<ValuesOf<P>>;
}

/** Custom authentication: the parameters of the New Connection dialog, in order; secret ones are of type Password. */
export function customAuth<const P extends Fields>(name: string, parameters: P): Auth<P> {
  return {
    model: {
      type: 'custom',
      name,
      parameters: Object.entries(parameters).map(([key, each]) => ({
        key,
        label: each.label ?? key,
        secret: each.secret ?? false,
        help: each.help ?? '',
      })),
    },
    connection: field.record('Connection', parameters),
  };
}

const place = { group: 'auth', key: 'blob' };

/** The connection as a field of a trigger. */
export function connectionPort(connection: Field): PortModel {
  return { ...place, label: 'Connection', type: typeOfField(connection), value: null };
}

/** The reference to it. */
export function connectionRef<C>(trigger: CardModel, connection: Field<C>): Ref<C> {
  return refTo(trigger, place, connection) as Ref<C>; // the field's own type
}
