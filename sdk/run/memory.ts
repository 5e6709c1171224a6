/** What the values of an execution weigh together, so that a list that explodes ends its flow and not the machine. */

import type { Json } from '@okta/workflows-connector-sdk-types';
import { CardError } from '../cards/error';
import { sizeOf } from './size';

export interface Memory {
  /** Bytes that are held now. */
  bytes: number;
  /** How many places hold a value, which weighs once however many do. */
  holders: Map<object, number>;
}

export function newMemory(): Memory {
  return { bytes: 0, holders: new Map() };
}

/**
 * Holds a value until it is let go of. Gives whether it weighs anything: small ones do not.
 * Fails with a CardError where the execution cannot hold it, or where it is nested too deep.
 */
export function hold(memory: Memory, value: Json, most: number, label: string): boolean {
  if (value === null || (typeof value !== 'object' && typeof value !== 'string')) return false;
  const size = sizeOf(value);
  if (size < SMALL && size <= most) return false;
  const known = typeof value === 'object' ? (memory.holders.get(value) ?? 0) : 0;
  if (known === 0 && memory.bytes + size > most) {
    const megabytes = Math.round(most / 1024 ** 2);
    throw new CardError(
      size > most
        ? `"${label}" is larger than the ${megabytes} MB that a flow may hold.`
        : `With "${label}" the flow would hold more than the ${megabytes} MB that it may.`,
    );
  }
  if (typeof value === 'object') memory.holders.set(value, known + 1);
  if (known === 0) memory.bytes += size;
  return true;
}

/** Lets go of what `hold` held. */
export function release(memory: Memory, held: readonly Json[]): void {
  for (const value of held) {
    if (value !== null && typeof value === 'object') {
      const left = (memory.holders.get(value) ?? 1) - 1;
      if (left > 0) {
        memory.holders.set(value, left);
        continue;
      }
      memory.holders.delete(value);
    }
    memory.bytes -= sizeOf(value);
  }
}

/** A machine has room for any number of such values that a flow of 2,000,000 steps can hold at a time. */
const SMALL = 1_024;
