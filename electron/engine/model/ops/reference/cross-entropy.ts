import * as tf from '@tensorflow/tfjs';
import { registerReference } from './register.ts';

registerReference('CrossEntropy', ({ logits, targets }, attrs) => {
  const [first, smoothing] = [Number(attrs.first), Number(attrs.smoothing)];
  const [rows, classes] = [logits!.shape[0]!, logits!.shape[1]! - first];
  const scores = logits!.slice([0, first], [rows, classes]);
  const classIds = tf.range(first, first + classes, 1, 'int32').reshape([1, classes]);
  const hot = targets!.reshape([rows, 1]).equal(classIds).toFloat();
  const wanted = hot.mul(1 - smoothing).add(smoothing / classes);
  const logSums = tf.logSumExp(scores, 1, true);
  const meant = hot
    .mul(scores)
    .sum(1)
    .mul(1 - smoothing)
    .add(scores.mean(1).mul(smoothing));
  const away = scores.sub(logSums).exp().sub(wanted).div(rows);
  return [
    logSums.reshape([rows]).sub(meant),
    away.pad([
      [0, 0],
      [first, 0],
    ]),
  ];
});
