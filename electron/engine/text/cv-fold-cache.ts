import { existsSync, mkdirSync, readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeJson } from '../files/write-file-atomic.ts';
import { dataChanged } from '../runs/data-changed.ts';
import { readRunFile } from '../runs/read-run-file.ts';
import { modelFolder } from '../store/workspace.ts';

const FOLDER = 'folds';

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
 * data and settings. Throws DATA_CHANGED if the folder belongs to another key, and RUN_DAMAGED.
 */
export class FoldCache {
  private readonly workspace: string;
  private readonly run: string;

  constructor(workspace: string, run: string, cacheKey: string) {
    this.workspace = workspace;
    this.run = run;
    mkdirSync(folderOf(workspace, run), { recursive: true });
    if (!existsSync(this.pathOf('lesson.json'))) writeJson(this.pathOf('lesson.json'), cacheKey);
    else if (this.read('lesson.json', z.string()) !== cacheKey) throw dataChanged(run);
  }

  /** Returns the cached result of a fold, or computes and caches it. */
  async getOrCompute(fold: number, compute: () => Promise<FoldResult>): Promise<FoldResult> {
    const name = `fold-${fold}.json`;
    if (existsSync(this.pathOf(name))) return this.read(name, FoldResult);
    const result = await compute();
    writeJson(this.pathOf(name), result);
    return result;
  }

  private pathOf(name: string): string {
    return join(folderOf(this.workspace, this.run), name);
  }

  private read<T>(name: string, schema: z.ZodType<T>): T {
    return readRunFile(this.workspace, this.run, `${FOLDER}/${name}`, schema);
  }
}

/** Whether a run has a cached fold. */
export function hasCachedFold(workspace: string, run: string): boolean {
  const folder = folderOf(workspace, run);
  return existsSync(folder) && readdirSync(folder).some((name) => name.startsWith('fold-'));
}

/** Deletes the cache after the last fold. */
export function removeFoldCache(workspace: string, run: string): void {
  rmSync(folderOf(workspace, run), { recursive: true, force: true });
}

const folderOf = (workspace: string, run: string) => join(modelFolder(workspace, run), FOLDER);
