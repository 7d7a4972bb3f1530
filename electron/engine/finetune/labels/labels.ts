/**
 * Targets of examples: one class, any number of labels, a number, or the distinct relevant items of a ranking (class
 * indices).
 */
export type Labels =
  | { readonly kind: 'classes'; readonly names: readonly string[]; readonly values: Int32Array }
  /** Multi-hot (examples × names), row-major. */
  | { readonly kind: 'labels'; readonly names: readonly string[]; readonly values: Uint8Array }
  /** `skewed`: right-skewed amounts, learnt on a log scale. */
  | {
      readonly kind: 'number';
      readonly names: readonly string[];
      readonly values: Float64Array;
      readonly skewed: boolean;
    }
  | { readonly kind: 'ranking'; readonly names: readonly string[]; readonly values: readonly Int32Array[] };

/**
 * Standardisation of a numeric target: log(1 + x) first if it is skewed, then mean 0 and standard deviation 1 over the
 * training rows.
 */
export interface TargetScale {
  readonly mean: number;
  readonly deviation: number;
  readonly skewed: boolean;
}

export const IDENTITY_SCALE: TargetScale = { mean: 0, deviation: 1, skewed: false };

/** Fits the scale to the numeric targets of some rows; returns the identity for other kinds. */
export function fitTargetScale(labels: Labels, rows: Int32Array): TargetScale {
  if (labels.kind !== 'number' || rows.length === 0) return IDENTITY_SCALE;
  const { values: targets, skewed } = labels;
  const values = Float64Array.from(rows, (row) => (skewed ? Math.log1p(targets[row]!) : targets[row]!));
  const mean = values.reduce((sum, value) => sum + value, 0) / rows.length;
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  return { mean, deviation: Math.sqrt(squares / rows.length) || 1, skewed };
}

/** Returns labels with numeric targets standardised; other kinds are unchanged. */
export function scaled(labels: Labels, scale: TargetScale): Labels {
  return labels.kind === 'number' ? { ...labels, values: scaleInPlace(labels.values.slice(), scale) } : labels;
}

/** Standardises values in place. */
export function scaleInPlace<Column extends Float32Array | Float64Array>(values: Column, scale: TargetScale): Column {
  const { mean, deviation, skewed } = scale;
  for (let i = 0; i < values.length; i++)
    values[i] = ((skewed ? Math.log1p(values[i]!) : values[i]!) - mean) / deviation;
  return values;
}

/** Converts standardised scores back to the target's unit, in place; the identity scale leaves them unchanged. */
export function unscaleInPlace<Column extends Float32Array | Float64Array>(scores: Column, scale: TargetScale): Column {
  const { mean, deviation, skewed } = scale;
  for (let i = 0; i < scores.length; i++) {
    const value = scores[i]! * deviation + mean;
    scores[i] = skewed ? Math.max(0, Math.expm1(value)) : value;
  }
  return scores;
}

/** Whether an example belongs to class k, or has label k. */
export function hasClass(labels: Labels, row: number, k: number): boolean {
  if (labels.kind === 'classes') return labels.values[row] === k;
  return labels.kind === 'labels' && labels.values[row * labels.names.length + k] === 1;
}

/**
 * Returns balanced class weights, n / (classes × users of the class) (King and Zeng, 2001); for labels the weight of
 * the positives, negatives / positives. Null for other kinds.
 */
export function balancedWeights(labels: Labels, rows: Int32Array): Float64Array | null {
  const { kind, names } = labels;
  if (kind !== 'classes' && kind !== 'labels') return null;
  const counts = new Float64Array(names.length);
  for (const row of rows) {
    if (kind === 'classes') counts[labels.values[row]!]!++;
    else for (let k = 0; k < names.length; k++) counts[k]! += labels.values[row * names.length + k]!;
  }
  if (kind === 'classes') return counts.map((count) => rows.length / (names.length * Math.max(1, count)));
  return counts.map((count) => (rows.length - count) / Math.max(1, count));
}
