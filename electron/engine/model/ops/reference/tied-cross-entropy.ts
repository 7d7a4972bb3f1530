import * as tf from '@tensorflow/tfjs-core';
import { registerReference } from './register.ts';

/** Score given to a row's target where it occurs among the shared classes, which excludes it there. */
const EXCLUDED_SCORE = -1e30;

registerReference('TiedCrossEntropy', ({ expected, table, bias, targets }, attrs) => {
  const [first, smoothing] = [Number(attrs.first), Number(attrs.smoothing)];
  const [rows, width] = expected!.shape as [number, number];
  const classes = table!.shape[0]! - first;
  const embeddings = table!.slice([first, 0], [classes, width]) as tf.Tensor2D;
  const biases = bias!.slice([first], [classes]);
  const ids = tf.range(first, first + classes, 1, 'int32').reshape([1, classes]);
  const [losses, dExpected, dTable, dBias] = blockByBlock(rows, attrs, (from, count) => {
    const x = expected!.slice([from, 0], [count, width]) as tf.Tensor2D;
    const scores = tf.matMul(x, embeddings, false, true).add(biases);
    const hot = targets!.slice([from], [count]).reshape([count, 1]).equal(ids).toFloat();
    const targetProbabilities = hot.mul(1 - smoothing).add(smoothing / classes);
    const logSums = tf.logSumExp(scores, 1, true);
    const scoreGradients = scores.sub(logSums).exp().sub(targetProbabilities).div(rows) as tf.Tensor2D;
    return {
      losses: logSums.reshape([count]).sub(scores.mul(targetProbabilities).sum(1)),
      gradients: () => [
        tf.matMul(scoreGradients, embeddings),
        tf.matMul(scoreGradients, x, true),
        scoreGradients.sum(0),
      ],
    };
  });
  if (!dExpected) return [losses!];
  return [
    losses!,
    dExpected,
    dTable!.pad([
      [first, 0],
      [0, 0],
    ]),
    dBias!.pad([[first, 0]]),
  ];
});

registerReference('SharedCrossEntropy', ({ expected, table, bias, targetScores, ids, targets }, attrs) => {
  const [rows, width] = expected!.shape as [number, number];
  const classes = table!.shape[0]!;
  const embeddings = table! as tf.Tensor2D;
  return blockByBlock(rows, attrs, (from, count) => {
    const x = expected!.slice([from, 0], [count, width]) as tf.Tensor2D;
    const blockTargetScores = targetScores!.slice([from], [count]).reshape([count, 1]);
    const isTarget = targets!
      .slice([from], [count])
      .reshape([count, 1])
      .equal(ids!.reshape([1, classes]));
    const sharedScores = tf.matMul(x, embeddings, false, true).add(bias!);
    const scores = tf.concat(
      [blockTargetScores, tf.where(isTarget, tf.fill([count, classes], EXCLUDED_SCORE), sharedScores)],
      1,
    );
    const logSums = tf.logSumExp(scores, 1, true);
    const scaledProbabilities = scores.sub(logSums).exp().div(rows);
    const scoreGradients = scaledProbabilities.slice([0, 1], [count, classes]) as tf.Tensor2D;
    return {
      losses: logSums.sub(blockTargetScores).reshape([count]),
      gradients: () => [
        tf.matMul(scoreGradients, embeddings),
        tf.matMul(scoreGradients, x, true),
        scoreGradients.sum(0),
        scaledProbabilities
          .slice([0, 0], [count, 1])
          .reshape([count])
          .sub(1 / rows),
      ],
    };
  });
});

interface Block {
  /** (rows of the block). */
  readonly losses: tf.Tensor;
  /**
   * Gradients of the mean loss of all rows: by the block's rows, the table, the bias and, if present, the target
   * scores.
   */
  gradients(): tf.Tensor[];
}

/**
 * Computes the losses and, if requested, the gradients of all rows, with the scores of only one block in memory at a
 * time.
 */
function blockByBlock(
  rows: number,
  { blockRows, gradients }: tf.NamedAttrMap,
  block: (from: number, count: number) => Block,
): tf.Tensor[] {
  const blockOutputs: tf.Tensor[][] = [];
  let sums: tf.Tensor[] = [];
  for (let from = 0; from < rows; from += Number(blockRows)) {
    const [losses, dExpected, dTable, dBias, ...dTargetScores] = tf.tidy(() => {
      const result = block(from, Math.min(Number(blockRows), rows - from));
      return gradients ? [result.losses, ...result.gradients()] : [result.losses];
    });
    blockOutputs.push([losses!, dExpected, ...dTargetScores].filter((tensor) => tensor !== undefined));
    if (dTable && dBias) sums = accumulate(sums, [dTable, dBias]);
  }
  const [losses, dExpected, ...dTargetScores] = blockOutputs[0]!.map((_, i) =>
    tf.concat(blockOutputs.map((parts) => parts[i]!)),
  );
  return [losses!, ...(dExpected ? [dExpected, ...sums, ...dTargetScores] : [])];
}

/** Adds gradients to the running sums and disposes the addends. */
function accumulate(previous: readonly tf.Tensor[], gradients: tf.Tensor[]): tf.Tensor[] {
  if (previous.length === 0) return gradients;
  const sums = gradients.map((tensor, i) => tensor.add(previous[i]!));
  tf.dispose([...previous, ...gradients]);
  return sums;
}
