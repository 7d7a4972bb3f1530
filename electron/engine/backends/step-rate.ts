import * as tf from '@tensorflow/tfjs-core';
import { disposeWeights } from '../model/weights.ts';
import { yieldToEventLoop } from '../threads/yield-to-event-loop.ts';
import { Adam } from '../train/trainer/optimiser.ts';
import { exampleStep } from './example-step.ts';

/** Shape of a training with default settings. */
const SHAPE = { batch: 32, length: 64, width: 64, items: 3000 };
/** The first steps compile shaders and fill caches. */
const WARM_UP = 3;
const MEASURED_MS = 600;

/**
 * Returns the number of events trained on per second with the backend in use: forward pass, backward pass, Adam, and
 * reading the loss.
 */
export async function stepRate(): Promise<number> {
  const { weights, behaviours, gradients: gradientsOf } = exampleStep(SHAPE);
  const adam = new Adam(weights);
  const step = async (seed: number) => {
    const { loss, gradients } = gradientsOf(seed);
    adam.apply(weights, gradients, 1e-3, 5);
    loss.dataSync();
    tf.dispose([loss, gradients]);
    await yieldToEventLoop();
  };
  for (let i = 0; i < WARM_UP; i++) await step(i);
  const started = performance.now();
  let steps = 0;
  while (performance.now() - started < MEASURED_MS) await step(WARM_UP + steps++);
  const seconds = (performance.now() - started) / 1000;
  adam.dispose();
  disposeWeights(weights);
  return (steps * behaviours) / seconds;
}
