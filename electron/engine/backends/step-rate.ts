import * as tf from '@tensorflow/tfjs';
import { turn } from '../model/backends/yield-to-event-loop.ts';
import { disposeWeights } from '../model/weights.ts';
import { Adam } from '../train/loop/optimiser.ts';
import { exampleStep } from './example-step.ts';

/** As a training by default has it. */
const SHAPE = { batch: 32, length: 64, width: 64, items: 3000 };
/** The first steps compile programs and fill caches. */
const WARM_UP = 3;
const MEASURED_MS = 600;

/** Behaviours that the backend in use learns from in a second: forward, backward, Adam, and the loss read. */
export async function stepRate(): Promise<number> {
  const { weights, behaviours, gradients: gradientsOf } = exampleStep(SHAPE);
  const adam = new Adam(weights);
  const step = async (seed: number) => {
    const { loss, gradients } = gradientsOf(seed);
    adam.apply(weights, gradients, 1e-3, 5);
    loss.dataSync();
    tf.dispose([loss, gradients]);
    await turn();
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
