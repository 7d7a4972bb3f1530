import type { Labels } from './labels.ts';

/**
 * Returns the summed loss of some rows and writes its derivative with respect to the scores to `gradient`; both are
 * (rows × outputs), row-major. Classes: softmax cross-entropy; labels: binary cross-entropy of the sigmoids; numbers:
 * half the squared error; rankings: multinomial cross-entropy with equal weight for each relevant item (Liang et al.,
 * 2018). In nats except for numbers.
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
    const rowScores = scores.subarray(at, at + outputs);
    const rowGradient = gradient.subarray(at, at + outputs);
    const row = rows[r]!;
    if (labels.kind === 'classes')
      loss += softmaxLoss(rowScores, rowGradient, [labels.values[row]!], weights?.[labels.values[row]!] ?? 1);
    else if (labels.kind === 'ranking') loss += softmaxLoss(rowScores, rowGradient, labels.values[row]!, 1);
    else if (labels.kind === 'labels')
      loss += sigmoidLoss(rowScores, rowGradient, labels.values.subarray(row * outputs), weights);
    else {
      rowGradient[0] = rowScores[0]! - labels.values[row]!;
      loss += rowGradient[0] ** 2 / 2;
    }
  }
  return loss;
}

function softmaxLoss(
  scores: Float32Array | Float64Array,
  gradient: Float32Array | Float64Array,
  targets: ArrayLike<number>,
  weight: number,
): number {
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < scores.length; k++) largest = Math.max(largest, scores[k]!);
  let sum = 0;
  for (let k = 0; k < scores.length; k++) {
    gradient[k] = Math.exp(scores[k]! - largest);
    sum += gradient[k]!;
  }
  for (let k = 0; k < scores.length; k++) gradient[k] = (weight * gradient[k]!) / sum;
  const share = weight / targets.length;
  let loss = 0;
  for (let i = 0; i < targets.length; i++) {
    loss += share * (Math.log(sum) + largest - scores[targets[i]!]!);
    gradient[targets[i]!]! -= share;
  }
  return loss;
}

function sigmoidLoss(
  scores: Float32Array | Float64Array,
  gradient: Float32Array | Float64Array,
  truth: Uint8Array,
  weights: Float64Array | null,
): number {
  let loss = 0;
  for (let k = 0; k < scores.length; k++) {
    const weight = truth[k] === 1 ? (weights?.[k] ?? 1) : 1;
    const score = scores[k]!;
    loss += weight * (Math.max(score, 0) - score * truth[k]! + Math.log1p(Math.exp(-Math.abs(score))));
    gradient[k] = weight * (1 / (1 + Math.exp(-score)) - truth[k]!);
  }
  return loss;
}
