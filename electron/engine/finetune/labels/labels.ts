/**
 * What is to be predicted of each of some examples: one class, any number of labels, a number, or what of all things to rank
 * came (none of them twice).
 */
export type Labels =
  | { readonly kind: 'classes'; readonly names: readonly string[]; readonly of: Int32Array }
  /** (examples × names), row-major: 1 where it has the label. */
  | { readonly kind: 'labels'; readonly names: readonly string[]; readonly of: Uint8Array }
  /** `skewed`: amounts of which most are small and some huge; they are learnt by their logarithms. */
  | { readonly kind: 'number'; readonly names: readonly string[]; readonly of: Float64Array; readonly skewed: boolean }
  | { readonly kind: 'ranking'; readonly names: readonly string[]; readonly of: readonly Int32Array[] };

/** A number's place on a scale on which the training's numbers (or the logarithms of 1 and them) have mean 0 and deviation 1. */
export interface Scale {
  readonly mean: number;
  readonly deviation: number;
  readonly skewed: boolean;
}

export const PLAIN: Scale = { mean: 0, deviation: 1, skewed: false };

/** The scale of the numbers of some rows; of other kinds the one that changes nothing. */
export function scaleOf(labels: Labels, rows: Int32Array): Scale {
  if (labels.kind !== 'number' || rows.length === 0) return PLAIN;
  const { of, skewed } = labels;
  const values = Float64Array.from(rows, (row) => (skewed ? Math.log1p(of[row]!) : of[row]!));
  const mean = values.reduce((sum, value) => sum + value, 0) / rows.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / rows.length) || 1, skewed };
}

/** Numbers on their scale; other kinds as they are. */
export function scaled(labels: Labels, scale: Scale): Labels {
  return labels.kind === 'number' ? { ...labels, of: onScale(labels.of.slice(), scale) } : labels;
}

/** Values brought onto a scale, in place. */
export function onScale<Column extends Float32Array | Float64Array>(values: Column, scale: Scale): Column {
  const { mean, deviation, skewed } = scale;
  for (let i = 0; i < values.length; i++)
    values[i] = ((skewed ? Math.log1p(values[i]!) : values[i]!) - mean) / deviation;
  return values;
}

/** Scores on a scale as what they are of, in place; those of the plain scale stay as they are. */
export function unscaled<Column extends Float32Array | Float64Array>(scores: Column, scale: Scale): Column {
  const { mean, deviation, skewed } = scale;
  for (let i = 0; i < scores.length; i++) {
    const value = scores[i]! * deviation + mean;
    scores[i] = skewed ? Math.max(0, Math.expm1(value)) : value;
  }
  return scores;
}

/** Whether an example is of a class, or has a label. */
export function hasClass(labels: Labels, row: number, k: number): boolean {
  if (labels.kind === 'classes') return labels.of[row] === k;
  return labels.kind === 'labels' && labels.of[row * labels.names.length + k] === 1;
}

/**
 * Weights of classes that make each count as much as the others, n / (classes × users of the class) (King and Zeng, 2001); of
 * labels the weight of those who have it. Null where all examples count the same.
 */
export function balancedWeights(labels: Labels, rows: Int32Array): Float64Array | null {
  const { kind, names } = labels;
  if (kind !== 'classes' && kind !== 'labels') return null;
  const counts = new Float64Array(names.length);
  for (const row of rows) {
    if (kind === 'classes') counts[labels.of[row]!]!++;
    else for (let k = 0; k < names.length; k++) counts[k]! += labels.of[row * names.length + k]!;
  }
  if (kind === 'classes') return counts.map((count) => rows.length / (names.length * Math.max(1, count)));
  return counts.map((count) => (rows.length - count) / Math.max(1, count));
}
