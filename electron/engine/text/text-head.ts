import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PortraitError } from '../../../shared/errors.ts';
import { writeJson } from '../files/write-file-atomic.ts';
import { readModel } from '../model/model-file.ts';
import { type NamedArray, writeSafetensors } from '../model/safetensors.ts';
import { disposeWeights, type Weights } from '../model/weights.ts';
import { readRunFile } from '../runs/read-run-file.ts';
import { weightsFile, weightsOf } from '../runs/run-files.ts';
import { loadTextRun, type TextRun } from '../runs/text-run.ts';
import { modelFolder } from '../store/workspace.ts';

/** Schema of `head.json`, which a text run with rating heads has in addition to its other files. */
const TextHead = z.object({
  /** Ratings, ascending. */
  classes: z.array(z.string()).min(2),
  members: z.number().int().min(1).max(20),
  /** Divisor of the scores before softmax. */
  temperature: z.number().positive(),
});
type TextHead = z.infer<typeof TextHead>;

/** A text run that predicts the rating of a text. */
export interface RatingRun extends TextHead {
  readonly run: TextRun;
  /** Weights of the encoder and the head of each member. */
  readonly memberWeights: readonly Weights[];
  dispose(): void;
}

const headFile = (workspace: string, id: string) => join(modelFolder(workspace, id), 'head.json');
const memberFile = (workspace: string, id: string, member: number) =>
  member === 0 ? weightsFile(workspace, id) : join(modelFolder(workspace, id), `member-${member}.safetensors`);

/**
 * Writes the heads of a saved text run: `head.json`, and the weights of all members but the first, which are the run's
 * own.
 */
export function writeTextHead(
  workspace: string,
  id: string,
  head: TextHead,
  members: readonly Readonly<Record<string, NamedArray>>[],
): void {
  for (const [member, arrays] of members.entries()) {
    if (member > 0) writeSafetensors(memberFile(workspace, id, member), arrays, { format: 'portrait' });
  }
  writeJson(headFile(workspace, id), head);
}

/**
 * Loads a text run with its heads. The caller disposes of it. Throws RUN_NOT_FOUND, RUN_UNFINISHED, RUN_READS_NO_TEXTS,
 * RUN_WITHOUT_RATINGS, RUN_DAMAGED and MODEL_DAMAGED.
 */
export async function loadRatingRun(workspace: string, id: string): Promise<RatingRun> {
  const run = await loadTextRun(workspace, id);
  const otherWeights: Weights[] = [];
  const dispose = () => {
    run.dispose();
    for (const weights of otherWeights) disposeWeights(weights);
  };
  try {
    const file = headFile(workspace, id);
    if (!existsSync(file)) throw withoutRatings(id);
    const head = readRunFile(workspace, id, 'head.json', TextHead);
    for (let member = 1; member < head.members; member++) {
      otherWeights.push(weightsOf(readModel(memberFile(workspace, id, member), run.encoder)));
    }
    const memberWeights = [run.weights, ...otherWeights];
    for (const weights of memberWeights) {
      if (weights['task.output.bias']?.size !== head.classes.length) throw damaged(id);
    }
    return { ...head, run, memberWeights, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

function withoutRatings(id: string): PortraitError {
  return new PortraitError({
    code: 'RUN_WITHOUT_RATINGS',
    message: `${id} was not trained on ratings.`,
    hint: 'Choose a model trained on ratings, or train one.',
    details: { run: id },
  });
}

function damaged(id: string): PortraitError {
  return new PortraitError({
    code: 'MODEL_DAMAGED',
    message: `The output heads of ${id} do not match its ratings.`,
    hint: 'Restore the folder of the run from a backup, or train again.',
    details: { run: id, variant: 'heads' },
  });
}
