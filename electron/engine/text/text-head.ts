import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { PortraitError } from '../../../shared/errors.ts';
import { writeJson } from '../files/write-file-atomic.ts';
import { readModel } from '../model/model-file.ts';
import { type NamedArray, writeSafetensors } from '../model/safetensors.ts';
import { disposeWeights, type Weights } from '../model/weights.ts';
import { weightsFile, weightsOf } from '../runs/run-files.ts';
import { modelFolder } from '../store/workspace.ts';
import { loadTextRun, type TextRun } from './text-run.ts';

/** What a text run with heads keeps besides: `head.json`. */
const TextHead = z.object({
  /** Ratings, ascending. */
  classes: z.array(z.string()).min(2),
  members: z.number().int().min(1).max(20),
  /** Scores are divided by it before they become probabilities. */
  temperature: z.number().positive(),
});
type TextHead = z.infer<typeof TextHead>;

/** A text run that says which rating a text would have. `weights` are the first member's. */
export interface RatingRun extends TextHead {
  readonly run: TextRun;
  /** Encoders with their heads, all of which are asked. */
  readonly all: readonly Weights[];
  dispose(): void;
}

const headFile = (workspace: string, id: string) => join(modelFolder(workspace, id), 'head.json');
const memberFile = (workspace: string, id: string, member: number) =>
  member === 0 ? weightsFile(workspace, id) : join(modelFolder(workspace, id), `member-${member}.safetensors`);

/** Keeps the heads of a text run whose files are there: those of all members but the first, and what they say. */
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

/** Loads a text run with its heads. Throws RUN_NOT_FOUND, RUN_READS_NO_TEXTS, RUN_WITHOUT_RATINGS and MODEL_DAMAGED. */
export async function loadRatingRun(workspace: string, id: string): Promise<RatingRun> {
  const run = await loadTextRun(workspace, id);
  const others: Weights[] = [];
  const dispose = () => {
    run.dispose();
    for (const weights of others) disposeWeights(weights);
  };
  try {
    const file = headFile(workspace, id);
    if (!existsSync(file)) throw withoutRatings(id);
    const head = TextHead.parse(JSON.parse(readFileSync(file, 'utf8')));
    for (let member = 1; member < head.members; member++) {
      others.push(weightsOf(readModel(memberFile(workspace, id, member), run.encoder)));
    }
    const all = [run.weights, ...others];
    for (const weights of all) {
      if (weights['task.output.bias']?.size !== head.classes.length) throw damaged(id);
    }
    return { ...head, run, all, dispose };
  } catch (error) {
    dispose();
    throw error;
  }
}

function withoutRatings(id: string): PortraitError {
  return new PortraitError({
    code: 'RUN_WITHOUT_RATINGS',
    message: `${id} has not learnt what texts are rated.`,
    hint: 'Train one that has, with "portrait texts … --rate".',
  });
}

function damaged(id: string): PortraitError {
  return new PortraitError({
    code: 'MODEL_DAMAGED',
    message: `The heads of ${id} are not those of its ratings.`,
    hint: 'Restore the run’s folder from a backup, or train it again.',
  });
}
