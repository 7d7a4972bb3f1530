import * as tf from '@tensorflow/tfjs';
import type { Backend } from '../backend.ts';
import { startTensorflow } from './start.ts';

/** TensorFlow itself, through TensorFlow.js's package for Node, on the processor or on an NVIDIA GPU. */
export const tensorflow: Backend = { start: startTensorflow, memory: () => tf.memory().numBytes };
