import * as tf from '@tensorflow/tfjs';
import { registerReference } from './register.ts';

/** What the score of a row's own class is among the candidates. */
const NEVER = -1e30;

registerReference('JoinOwn', ({ own, scores, ids, shifts, targets }) => {
  const [rows, n] = scores!.shape as [number, number];
  const isOwn = targets!.reshape([rows, 1]).equal(ids!.reshape([1, n]));
  const others = tf.where(isOwn, tf.fill([rows, n], NEVER), scores!.add(shifts!));
  return tf.concat([own!.reshape([rows, 1]), others], 1);
});
registerReference('SplitOwn', ({ dout }) => {
  const [rows, columns] = dout!.shape as [number, number];
  return [dout!.slice([0, 0], [rows, 1]).reshape([rows]), dout!.slice([0, 1], [rows, columns - 1])];
});
