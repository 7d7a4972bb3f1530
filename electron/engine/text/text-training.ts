import * as tf from '@tensorflow/tfjs-core';
import type { TextRunConfig } from '../runs/text-run.ts';
import type { Sequence } from '../sequence/batches.ts';
import type { RunTraining } from '../train/run-training.ts';
import { startTraining } from '../train/trainer/training.ts';
import { initialTextWeights } from './new-text-run.ts';
import { splitTexts } from './split-texts.ts';
import type { TextInputs } from './text-batches.ts';
import { textTask } from './text-task.ts';
import { textValidationLoss } from './validation-loss.ts';

/** Returns the pre-training of a run on encoded texts. */
export function textTraining(config: TextRunConfig, sequences: readonly Sequence[]): RunTraining<Sequence, TextInputs> {
  const { training, validation } = splitTexts(sequences);
  return {
    task: textTask(config, training),
    start: () => startTraining(initialTextWeights(config), config.train.averaging),
    // Few texts are short work: one thread trains them unless the settings say otherwise.
    workers: () => (tf.getBackend() === 'wasm' ? config.train.workers : 0),
    validator: (weights) => () => {
      const loss = textValidationLoss(config, weights, validation);
      return loss === null ? {} : { loss };
    },
  };
}
