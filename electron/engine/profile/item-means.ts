import type { Behaviours } from '../sequence/encode.ts';
import { FIRST_TOKEN, type FieldName } from '../sequence/fields.ts';
import type { Spans } from './encode-users.ts';
import type { ItemVectors } from './item-vectors.ts';
import { normaliseVector } from './normalise-vector.ts';

/**
 * Returns a vector per span, (spans × width): the mean of the vectors of its items, each weighted by 1 + ln(count),
 * scaled to length 1. A span without known items has a zero vector.
 */
export function itemMeans(
  { field, vectors: table, width }: ItemVectors,
  { tokens }: Pick<Behaviours, 'tokens'>,
  { from, to }: Spans,
): Float32Array {
  const means = new Float32Array(from.length * width);
  from.forEach((start, s) => {
    const mean = means.subarray(s * width, (s + 1) * width);
    for (const [value, count] of countValues(tokens, field, start, to[s]!)) {
      const weight = 1 + Math.log(count);
      for (let i = 0; i < width; i++) mean[i]! += weight * table[value * width + i]!;
    }
    normaliseVector(mean);
  });
  return means;
}

/** Counts the known values of a field in a span. Values are numbered from 0, without the special tokens. */
function countValues(tokens: Behaviours['tokens'], field: FieldName, from: number, to: number): Map<number, number> {
  const counts = new Map<number, number>();
  for (let e = from; e < to; e++) {
    const value = tokens[field][e]! - FIRST_TOKEN;
    if (value >= 0) counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  return counts;
}
