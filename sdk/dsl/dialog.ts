/** Dialogs: the fields of an action under their headings, and how its flow and its card refer to them. */

import type { DialogGroupModel, PortModel } from '@okta/workflows-connector-sdk-types';
import type { Fields } from '../cards/field';
import { typeOfField } from '../cards/model-type';
import type { RefsOf } from './ref';

/** Fields under one heading of a card. */
export interface Group<F extends Fields = Fields> {
  readonly title: string;
  readonly fields: F;
}
/** Groups by the author’s names. */
export type Groups = Readonly<Record<string, Group>>;

/** The references to fields in groups. */
export type GroupRefs<G extends Groups> = { readonly [K in keyof G]: RefsOf<G[K]['fields']> };

/** Makes a group: its heading in the designer, and its fields. */
export function group<const F extends Fields>(title: string, fields: F): Group<F> {
  return { title, fields };
}

/** What the dialog holds of a group. */
export function dialogGroup(name: string, { title, fields }: Group): DialogGroupModel {
  return {
    name,
    title,
    fields: Object.entries(fields).map(([fieldName, one]) => ({
      name: fieldName,
      label: one.label ?? fieldName,
      type: typeOfField(one),
      required: one.required ?? false,
      help: one.help ?? '',
      choices: (one.choices ?? []).map((choice) =>
        typeof choice === 'string' ? { value: choice, label: choice } : choice,
      ),
      default: one.default ?? null,
    })),
  };
}

/** A dialog's fields as ports of a card; their keys get their suffixes in the compiler. */
export function dialogPorts(side: string, { name, fields }: DialogGroupModel): PortModel[] {
  return fields.map((one) => ({
    group: side,
    key: dialogKey(name, one.name),
    label: one.label,
    type: one.type,
    value: null,
  }));
}

/** How the model names a dialog field until the compiler gives it its key. */
export function dialogKey(groupName: string, fieldName: string): string {
  return `${groupName}/${fieldName}`;
}
