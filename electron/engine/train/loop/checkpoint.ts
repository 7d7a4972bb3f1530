import { existsSync } from 'node:fs';
import { z } from 'zod';
import { readSafetensors, writeSafetensors } from '../../model/safetensors.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import { modelFolder } from '../../store/workspace.ts';
import { arraysOf, checkpointFile, weightsOf } from '../run-files.ts';
import { Adam } from './optimiser.ts';

/** Where a training stands; random choices follow from the seed and these numbers, so nothing else need be kept. */
export const TrainState = z.object({
  epoch: z.coerce.number().int(),
  step: z.coerce.number().int(),
  /** Behaviours learnt from so far, padding left out. */
  events: z.coerce.number(),
  seconds: z.coerce.number(),
  bestLoss: z.coerce.number(),
  bestEpoch: z.coerce.number().int(),
});
export type TrainState = z.infer<typeof TrainState>;

export const startState: TrainState = { epoch: 0, step: 0, events: 0, seconds: 0, bestLoss: 1e30, bestEpoch: 0 };

export function saveCheckpoint(workspace: string, run: string, weights: Weights, adam: Adam, state: TrainState): void {
  const arrays = {
    ...arraysOf(weights, 'weight/'),
    ...arraysOf(adam.first, 'first/'),
    ...arraysOf(adam.second, 'second/'),
  };
  const metadata = Object.fromEntries(Object.entries(state).map(([name, value]) => [name, String(value)]));
  writeSafetensors(checkpointFile(modelFolder(workspace, run)), arrays, metadata);
}

/** The last checkpoint of a run, or null where it died before the first. */
export function loadCheckpoint(
  workspace: string,
  run: string,
): { weights: Weights; adam: Adam; state: TrainState } | null {
  const file = checkpointFile(modelFolder(workspace, run));
  if (!existsSync(file)) return null;
  const { arrays, metadata } = readSafetensors(file);
  const state = TrainState.parse(metadata);
  const weights = weightsOf(arrays, 'weight/');
  const adam = new Adam({});
  Object.assign(adam.first, weightsOf(arrays, 'first/'));
  Object.assign(adam.second, weightsOf(arrays, 'second/'));
  adam.step = state.step;
  return { weights, adam, state };
}

export function disposeTraining({ weights, adam }: { weights: Weights; adam: Adam }): void {
  disposeWeights(weights);
  adam.dispose();
}
