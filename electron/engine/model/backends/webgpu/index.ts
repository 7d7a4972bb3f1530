import * as tf from '@tensorflow/tfjs-core';
import type { Backend } from '../backend.ts';
import { startWebgpu } from './start.ts';

/** TensorFlow.js's WebGPU backend through Dawn, on a GPU of any vendor. */
export const webgpu: Backend = { start: startWebgpu, memory: () => tf.memory().numBytes };
