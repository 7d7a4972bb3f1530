import { existsSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { requireFinite } from '../../model/finite.ts';
import { readSafetensors, writeSafetensors } from '../../model/safetensors.ts';
import { disposeWeights, type Weights } from '../../model/weights.ts';
import { runDamaged } from '../../runs/read-run-file.ts';
import { arraysOf, weightsOf } from '../../runs/run-files.ts';
import { modelFolder } from '../../store/workspace.ts';
import { Adam } from './optimiser.ts';
import { TrainState } from './train-state.ts';
import type { Training } from './training.ts';

const folderOf = (workspace: string, run: string) => join(modelFolder(workspace, run), 'checkpoints');
const lastFile = (workspace: string, run: string) => join(folderOf(workspace, run), 'last.safetensors');
/** Named by epoch: a training resumed from an older checkpoint must not find the best weights of a later epoch. */
const bestFile = (workspace: string, run: string, epoch: number) =>
  join(folderOf(workspace, run), `best-${epoch}.safetensors`);

/** Saves a checkpoint atomically, and deletes the weights of best epochs that have been surpassed. */
export function saveCheckpoint(workspace: string, run: string, { weights, average, adam, state }: Training): void {
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

export const hasCheckpoint = (workspace: string, run: string): boolean => existsSync(lastFile(workspace, run));

/** Returns the last checkpoint of a run, or null if there is none yet. Throws MODEL_DAMAGED and RUN_DAMAGED. */
export function loadCheckpoint(workspace: string, run: string): Training | null {
  const file = lastFile(workspace, run);
  if (!existsSync(file)) return null;
  const { arrays, metadata } = readSafetensors(file);
  requireFinite(file, arrays);
  const { success, data: state } = TrainState.safeParse(metadata);
  if (!success) throw runDamaged(run, 'checkpoints/last.safetensors', 'incomplete');
  const weights = weightsOf(arrays, 'weight/');
  const average = weightsOf(arrays, 'average/');
  const adam = new Adam({});
  Object.assign(adam.first, weightsOf(arrays, 'first/'));
  Object.assign(adam.second, weightsOf(arrays, 'second/'));
  adam.step = state.step;
  return { weights, ...(Object.keys(average).length > 0 ? { average } : {}), adam, state };
}

/** Saves the weights of the epoch that has just ended as the best so far. */
export function saveBest(workspace: string, run: string, weights: Weights, { epoch }: TrainState): void {
  writeSafetensors(bestFile(workspace, run, epoch), arraysOf(weights));
}

/** Replaces the weights of the last epoch by those of the best one. Throws MODEL_DAMAGED. */
export function restoreBest(workspace: string, run: string, weights: Weights, { bestEpoch }: TrainState): void {
  const best = weightsOf(readSafetensors(bestFile(workspace, run, bestEpoch)).arrays);
  for (const [name, weight] of Object.entries(best)) weights[name]!.assign(weight);
  disposeWeights(best);
}
