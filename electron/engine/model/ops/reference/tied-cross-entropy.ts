import * as tf from '@tensorflow/tfjs';
import { registerReference } from './register.ts';

/** What the score of a row's own class is among those that all rows share. */
const NEVER = -1e30;

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
    const meant = hot.mul(1 - smoothing).add(smoothing / classes);
    const logSums = tf.logSumExp(scores, 1, true);
    const away = scores.sub(logSums).exp().sub(meant).div(rows) as tf.Tensor2D;
    return {
      losses: logSums.reshape([count]).sub(scores.mul(meant).sum(1)),
      gradients: () => [tf.matMul(away, embeddings), tf.matMul(away, x, true), away.sum(0)],
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

registerReference('SharedCrossEntropy', ({ expected, table, bias, own, ids, targets }, attrs) => {
  const [rows, width] = expected!.shape as [number, number];
  const classes = table!.shape[0]!;
  const embeddings = table! as tf.Tensor2D;
  return blockByBlock(rows, attrs, (from, count) => {
    const x = expected!.slice([from, 0], [count, width]) as tf.Tensor2D;
    const mine = own!.slice([from], [count]).reshape([count, 1]);
    const isOwn = targets!
      .slice([from], [count])
      .reshape([count, 1])
      .equal(ids!.reshape([1, classes]));
    const others = tf.matMul(x, embeddings, false, true).add(bias!);
    const scores = tf.concat([mine, tf.where(isOwn, tf.fill([count, classes], NEVER), others)], 1);
    const logSums = tf.logSumExp(scores, 1, true);
    const shares = scores.sub(logSums).exp().div(rows);
    const away = shares.slice([0, 1], [count, classes]) as tf.Tensor2D;
    return {
      losses: logSums.sub(mine).reshape([count]),
      gradients: () => [
        tf.matMul(away, embeddings),
        tf.matMul(away, x, true),
        away.sum(0),
        shares
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
  /** Of the mean loss of all rows: by this block's rows, the table, the bias and, if there are any, the rows' own scores. */
  gradients(): tf.Tensor[];
}

/** Losses and, where they are wanted, gradients of all rows, with the scores of no more than one block of them in memory. */
function blockByBlock(
  rows: number,
  { blockRows, gradients }: tf.NamedAttrMap,
  block: (from: number, count: number) => Block,
): tf.Tensor[] {
  const ofRows: tf.Tensor[][] = [];
  let sums: tf.Tensor[] = [];
  for (let from = 0; from < rows; from += Number(blockRows)) {
    const [losses, dExpected, dTable, dBias, ...dOwn] = tf.tidy(() => {
      const one = block(from, Math.min(Number(blockRows), rows - from));
      return gradients ? [one.losses, ...one.gradients()] : [one.losses];
    });
    ofRows.push([losses!, dExpected, ...dOwn].filter((tensor) => tensor !== undefined));
    if (dTable && dBias) sums = addedUp(sums, [dTable, dBias]);
  }
  const [losses, dExpected, ...dOwn] = ofRows[0]!.map((_, i) => tf.concat(ofRows.map((parts) => parts[i]!)));
  return [losses!, ...(dExpected ? [dExpected, ...sums, ...dOwn] : [])];
}

/** What has been summed up before is let go at once. */
function addedUp(before: readonly tf.Tensor[], more: tf.Tensor[]): tf.Tensor[] {
  if (before.length === 0) return more;
  const sums = more.map((tensor, i) => tensor.add(before[i]!));
  tf.dispose([...before, ...more]);
  return sums;
}
