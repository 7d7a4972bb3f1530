import * as tf from '@tensorflow/tfjs-core';
import { backends } from '../../../../electron/engine/model/backends/index.ts';
import { errorShape } from '../../../../shared/errors.ts';

/**
 * Prints the sums that a GPU computes and the error after its loss, for the test that starts this process with a GPU
 * driver.
 */
await backends.webgpu.start();
const ones = () => tf.tensor(new Float32Array(64 * 64).fill(1), [64, 64]).matMul(tf.eye(64));
const sum = tf.addN(Array.from({ length: 12 }, ones)).dataSync()[0];
const alone = tf.addN([ones()]).dataSync()[0];

const backend: object = tf.backend();
if (!('device' in backend)) throw new Error('the backend has no device');
(backend.device as GPUDevice).destroy();
let code = 'none';
try {
  ones().add(1).dataSync();
} catch (error) {
  ({ code } = errorShape(error));
}
process.stdout.write(JSON.stringify({ sum, alone, code }));
process.exit();
