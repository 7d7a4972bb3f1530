import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeJson } from '../files/write-file-atomic.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { modelFolder } from '../store/workspace.ts';

const JudgedFold = z.object({
  /** Rows that were left out, and what the model says of each, (rows × classes), before any softmax. */
  test: z.array(z.number()),
  scores: z.array(z.number()),
  /** Whether the regression is right about each: 1 or 0. */
  linear: z.array(z.number()),
});
export type JudgedFold = z.infer<typeof JudgedFold>;

/**
 * What a training of ratings has judged before it was interrupted, in its run's folder. `lesson` says what it learns from and
 * how. Throws DATA_CHANGED where it began with another.
 */
export class JudgedFolds {
  private readonly folder: string;

  constructor(workspace: string, run: string, lesson: string) {
    this.folder = folderOf(workspace, run);
    mkdirSync(this.folder, { recursive: true });
    const file = join(this.folder, 'lesson.json');
    if (!existsSync(file)) writeJson(file, lesson);
    else if (JSON.parse(readFileSync(file, 'utf8')) !== lesson) throw dataChanged(run);
  }

  /** What was judged of a fold, or is judged now and kept. */
  async at(fold: number, judge: () => Promise<JudgedFold>): Promise<JudgedFold> {
    const file = join(this.folder, `fold-${fold}.json`);
    if (existsSync(file)) return JudgedFold.parse(JSON.parse(readFileSync(file, 'utf8')));
    const judged = await judge();
    writeJson(file, judged);
    return judged;
  }
}

/** Lets go of what was judged, once all has been. */
export function removeJudged(workspace: string, run: string): void {
  rmSync(folderOf(workspace, run), { recursive: true, force: true });
}

const folderOf = (workspace: string, run: string) => join(modelFolder(workspace, run), 'folds');
