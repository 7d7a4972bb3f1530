import { Random } from '../../../shared/domain/random.ts';
import type { Labels } from './labels/labels.ts';

/** Which examples a head learns from, which choose its best epoch and calibrate it, and which judge it. */
export interface Split {
  readonly training: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
}

/**
 * k folds over examples (one a user), each tested in turn; where there are classes, each fold has about the same share of
 * each. A share of the rest is validation.
 */
export function folds(labels: Labels, count: number, k: number, share: number, seed: number): Split[] {
  const foldOf = dealt(
    labels,
    Int32Array.from({ length: count }, (_, i) => i),
    k,
    seed,
  );
  return Array.from({ length: k }, (_, fold) => {
    const test = Int32Array.from(foldOf.keys()).filter((i) => foldOf[i] === fold);
    const rest = Int32Array.from(foldOf.keys()).filter((i) => foldOf[i] !== fold);
    return { ...withValidation(labels, rest, share, seed + 1 + fold), test };
  });
}

/** Sets a share of some examples apart, of each class about the same. */
export function withValidation(labels: Labels, rows: Int32Array, share: number, seed: number): Omit<Split, 'test'> {
  const parts = Math.max(2, Math.round(1 / share));
  const partOf = dealt(labels, rows, parts, seed);
  return {
    training: rows.filter((_, i) => partOf[i] !== 0),
    validation: rows.filter((_, i) => partOf[i] === 0),
  };
}

/** Deals rows out like cards, class by class in random order. */
function dealt(labels: Labels, rows: Int32Array, parts: number, seed: number): Int32Array {
  const order = Int32Array.from(rows.keys());
  new Random(seed).shuffle(order);
  if (labels.kind === 'classes') order.sort((a, b) => labels.of[rows[a]!]! - labels.of[rows[b]!]!);
  const part = new Int32Array(rows.length);
  order.forEach((row, place) => {
    part[row] = place % parts;
  });
  return part;
}
