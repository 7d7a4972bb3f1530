import { Random } from '../../../shared/domain/random.ts';
import type { Labels } from './labels/labels.ts';

/** Row indices for training, for validation (early stopping and calibration) and for testing. */
export interface Split {
  readonly training: Int32Array;
  readonly validation: Int32Array;
  readonly test: Int32Array;
}

/**
 * Returns k folds over examples (one per user), each the test set once, stratified by class for a target of classes. A
 * share of the remaining rows is the validation set.
 */
export function folds(labels: Labels, count: number, k: number, share: number, seed: number): Split[] {
  const foldOf = stratifiedParts(
    labels,
    Int32Array.from({ length: count }, (_, i) => i),
    k,
    seed,
  );
  return Array.from({ length: k }, (_, fold) => {
    const test = Int32Array.from(foldOf.keys()).filter((i) => foldOf[i] === fold);
    const nonTestRows = Int32Array.from(foldOf.keys()).filter((i) => foldOf[i] !== fold);
    return { ...withValidation(labels, nonTestRows, share, seed + 1 + fold), test };
  });
}

/** Splits rows into training and validation rows, stratified by class; the validation share is rounded to 1/n. */
export function withValidation(labels: Labels, rows: Int32Array, share: number, seed: number): Omit<Split, 'test'> {
  const parts = Math.max(2, Math.round(1 / share));
  const partOf = stratifiedParts(labels, rows, parts, seed);
  return {
    training: rows.filter((_, i) => partOf[i] !== 0),
    validation: rows.filter((_, i) => partOf[i] === 0),
  };
}

/** Assigns each row to one of the parts, round-robin within a class, in random order. */
function stratifiedParts(labels: Labels, rows: Int32Array, parts: number, seed: number): Int32Array {
  const order = Int32Array.from(rows.keys());
  new Random(seed).shuffle(order);
  if (labels.kind === 'classes') order.sort((a, b) => labels.values[rows[a]!]! - labels.values[rows[b]!]!);
  const part = new Int32Array(rows.length);
  order.forEach((row, place) => {
    part[row] = place % parts;
  });
  return part;
}
