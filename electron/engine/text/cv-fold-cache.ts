import { existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeJson } from '../files/write-file-atomic.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { modelFolder } from '../store/workspace.ts';

const FoldResult = z.object({
  /** Test rows, and the model's scores for them, (rows × classes), before softmax. */
  test: z.array(z.number()),
  scores: z.array(z.number()),
  /** Whether the regression is correct for each test row: 1 or 0. */
  linear: z.array(z.number()),
});
export type FoldResult = z.infer<typeof FoldResult>;

/**
 * Caches the cross-validation folds of an interrupted rating training in its run's folder. `cacheKey` identifies the
 * data and settings. Throws DATA_CHANGED if the folder belongs to another key.
 */
export class FoldCache {
  private readonly folder: string;

  constructor(workspace: string, run: string, cacheKey: string) {
    this.folder = folderOf(workspace, run);
    mkdirSync(this.folder, { recursive: true });
    const file = join(this.folder, 'lesson.json');
    if (!existsSync(file)) writeJson(file, cacheKey);
    else if (JSON.parse(readFileSync(file, 'utf8')) !== cacheKey) throw dataChanged(run);
  }

  /** Returns the cached result of a fold, or computes and caches it. */
  async getOrCompute(fold: number, compute: () => Promise<FoldResult>): Promise<FoldResult> {
    const file = join(this.folder, `fold-${fold}.json`);
    if (existsSync(file)) return FoldResult.parse(JSON.parse(readFileSync(file, 'utf8')));
    const result = await compute();
    writeJson(file, result);
    return result;
  }
}

/** Deletes the cache after the last fold. */
export function removeFoldCache(workspace: string, run: string): void {
  rmSync(folderOf(workspace, run), { recursive: true, force: true });
}

const folderOf = (workspace: string, run: string) => join(modelFolder(workspace, run), 'folds');
