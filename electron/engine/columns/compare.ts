import type { Comparison } from '../../../shared/domain/rule.ts';
import type { Mask } from './masks.ts';

/** Comparison operators; all but `!=` are false for NaN. */
const COMPARE: Readonly<Record<Comparison, (a: number, b: number) => boolean>> = {
  '=': (a, b) => a === b,
  '!=': (a, b) => a !== b,
  '<': (a, b) => a < b,
  '<=': (a, b) => a <= b,
  '>': (a, b) => a > b,
  '>=': (a, b) => a >= b,
};

/** Whether a number satisfies a comparison; NaN (unknown) satisfies none. */
export function satisfies(number: number, op: Comparison, value: number): boolean {
  return !Number.isNaN(number) && COMPARE[op](number, value);
}

/** Returns the mask of users whose number satisfies a comparison; NaN satisfies none. */
export function usersWhere(numbers: Int32Array | Float64Array, op: Comparison, value: number): Mask {
  const mask = new Uint8Array(numbers.length);
  const compare = COMPARE[op];
  for (let u = 0; u < numbers.length; u++) {
    const number = numbers[u]!;
    if (!Number.isNaN(number) && compare(number, value)) mask[u] = 1;
  }
  return mask;
}

/** Compares texts by their UTF-8 bytes, as SQLite does. */
export function textSatisfies(text: string, op: Comparison, value: string): boolean {
  return COMPARE[op](Buffer.compare(Buffer.from(text), Buffer.from(value)), 0);
}
