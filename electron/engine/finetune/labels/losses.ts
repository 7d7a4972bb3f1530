import type { Labels } from './labels.ts';

/**
 * The sum of the losses of some rows and, written to `gradient`, its derivative by the scores; both are (rows × outputs),
 * row-major. Classes: cross-entropy of the softmax; labels: of the sigmoids; numbers: half the squared error; rankings:
 * multinomial cross-entropy, each of what came having the same share (Liang et al., 2018). In nats but for numbers.
 */
export function lossAndGradient<Column extends Float32Array | Float64Array>(
  labels: Labels,
  rows: ArrayLike<number>,
  scores: Column,
  gradient: Column,
  weights: Float64Array | null = null,
): number {
  const outputs = labels.names.length;
  let loss = 0;
  for (let r = 0; r < rows.length; r++) {
    const at = r * outputs;
    const own = scores.subarray(at, at + outputs);
    const slope = gradient.subarray(at, at + outputs);
    const row = rows[r]!;
    if (labels.kind === 'classes') loss += softmaxLoss(own, slope, [labels.of[row]!], weights?.[labels.of[row]!] ?? 1);
    else if (labels.kind === 'ranking') loss += softmaxLoss(own, slope, labels.of[row]!, 1);
    else if (labels.kind === 'labels') loss += sigmoidLoss(own, slope, labels.of.subarray(row * outputs), weights);
    else {
      slope[0] = own[0]! - labels.of[row]!;
      loss += slope[0] ** 2 / 2;
    }
  }
  return loss;
}

function softmaxLoss(
  scores: Float32Array | Float64Array,
  slope: Float32Array | Float64Array,
  right: ArrayLike<number>,
  weight: number,
): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) largest = Math.max(largest, scores[k]!);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    slope[k] = Math.exp(scores[k]! - largest);
    sum += slope[k]!;
  }
  for (let k = 0; k < scores.length; k++) slope[k] = (weight * slope[k]!) / sum;
  const share = weight / right.length;
  let loss = 0;
  for (let i = 0; i < right.length; i++) {
    loss += share * (Math.log(sum) + largest - scores[right[i]!]!);
    slope[right[i]!]! -= share;
  }
  return loss;
}

function sigmoidLoss(
  scores: Float32Array | Float64Array,
  slope: Float32Array | Float64Array,
  has: Uint8Array,
  weights: Float64Array | null,
): number {
  let loss = 0;
  for (let k = 0; k < scores.length; k++) {
    const weight = has[k] === 1 ? (weights?.[k] ?? 1) : 1;
    const score = scores[k]!;
    loss += weight * (Math.max(score, 0) - score * has[k]! + Math.log1p(Math.exp(-Math.abs(score))));
    slope[k] = weight * (1 / (1 + Math.exp(-score)) - has[k]!);
  }
  return loss;
}
