import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readSafetensors, writeSafetensors } from '../../model/safetensors.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import { arraysOf, weightsOf } from '../../runs/run-files.ts';
import { modelFolder } from '../../store/workspace.ts';
import { Adam } from './optimiser.ts';
import { TrainState } from './train-state.ts';

const folderOf = (workspace: string, run: string) => join(modelFolder(workspace, run), 'checkpoints');
const lastFile = (workspace: string, run: string) => join(folderOf(workspace, run), 'last.safetensors');
/** Named by its epoch: a checkpoint of old must not find the best weights of a later time that it never came to. */
const bestFile = (workspace: string, run: string, epoch: number) =>
  join(folderOf(workspace, run), `best-${epoch}.safetensors`);

interface Kept {
  readonly weights: Weights;
  /** Those of the last epochs together, where the run takes their mean. */
  readonly average?: Weights;
  readonly adam: Adam;
  readonly state: TrainState;
}

/** Keeps where a training stands, whole or not at all, and lets go of best epochs that have been surpassed. */
export function saveCheckpoint(workspace: string, run: string, { weights, average, adam, state }: Kept): void {
  const arrays = {
    ...arraysOf(weights, 'weight/'),
    ...arraysOf(average ?? {}, 'average/'),
    ...arraysOf(adam.first, 'first/'),
    ...arraysOf(adam.second, 'second/'),
  };
  const metadata = Object.fromEntries(Object.entries(state).map(([name, value]) => [name, String(value)]));
  writeSafetensors(lastFile(workspace, run), arrays, metadata);
  const best = bestFile(workspace, run, state.bestEpoch);
  for (const name of readdirSync(folderOf(workspace, run))) {
    const file = join(folderOf(workspace, run), name);
    if (name.startsWith('best-') && file !== best) rmSync(file);
  }
}

/** The last checkpoint of a run, or null where it died before the first. Throws MODEL_DAMAGED. */
export function loadCheckpoint(workspace: string, run: string): Kept | null {
  const file = lastFile(workspace, run);
  if (!existsSync(file)) return null;
  const { arrays, metadata } = readSafetensors(file);
  const state = TrainState.parse(metadata);
  const weights = weightsOf(arrays, 'weight/');
  const average = weightsOf(arrays, 'average/');
  const adam = new Adam({});
  Object.assign(adam.first, weightsOf(arrays, 'first/'));
  Object.assign(adam.second, weightsOf(arrays, 'second/'));
  adam.step = state.step;
  return { weights, ...(Object.keys(average).length > 0 ? { average } : {}), adam, state };
}

/** Keeps the weights of the epoch that has just ended as the best so far. */
export function saveBest(workspace: string, run: string, weights: Weights, { epoch }: TrainState): void {
  writeSafetensors(bestFile(workspace, run, epoch), arraysOf(weights));
}

/** Puts the best epoch's weights back in the place of the last's. Throws MODEL_DAMAGED. */
export function restoreBest(workspace: string, run: string, weights: Weights, { bestEpoch }: TrainState): void {
  const best = weightsOf(readSafetensors(bestFile(workspace, run, bestEpoch)).arrays);
  for (const [name, weight] of Object.entries(best)) weights[name]!.assign(weight);
  disposeWeights(best);
}

export function disposeTraining({ weights, average, adam }: Omit<Kept, 'state'>): void {
  disposeWeights(weights);
  disposeWeights(average ?? {});
  adam.dispose();
}
