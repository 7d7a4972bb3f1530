import * as tf from '@tensorflow/tfjs-core';
import type { Backend } from '../backend.ts';
import { startTensorflow } from './start.ts';

/** Native TensorFlow through TensorFlow.js's package for Node, on the processor or an NVIDIA GPU. */
export const tensorflow: Backend = { start: startTensorflow, memory: () => tf.memory().numBytes };
