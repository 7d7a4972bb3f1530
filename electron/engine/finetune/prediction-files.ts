import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HeadEvaluation } from '../../../shared/contract/finetune.ts';
import { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { writeWhole } from '../files/write-file-atomic.ts';
import { writeSafetensors } from '../model/safetensors.ts';
import { arraysOf, dropCheckpoints, type Run, weightsFile, writeRunConfig } from '../runs/run-files.ts';
import { runNotFound } from '../store/models/run-not-found.ts';
import { modelFolder } from '../store/workspace.ts';
import { headDamaged } from './finetune-errors.ts';
import type { ReadyHead } from './scorer/score-all-users.ts';
import { writeScorer } from './scorer/scorer-file.ts';

/** What a head's folder keeps besides what every run's does: `head.json`. Losses by epoch, NaN where none was measured. */
const HeadFile = z.object({
  config: HeadConfig,
  evaluation: HeadEvaluation,
  curve: z.object({ training: z.instanceof(Float32Array), validation: z.instanceof(Float32Array) }),
});
export type HeadFile = z.infer<typeof HeadFile>;

const fileOf = (workspace: string, run: string) => join(modelFolder(workspace, run), 'head.json');

/** Keeps a head as a run, whose encoder can be used like any other's. Nothing is left of it where that fails. */
export async function writeHead(
  workspace: string,
  id: string,
  run: Omit<Run, 'id'>,
  ready: ReadyHead,
  head: HeadFile,
): Promise<void> {
  const { train, encoder, target, data, names, vocabulary } = run;
  const config = { train, encoder, target, ...(data === undefined ? {} : { data }), ...(names ? { names } : {}) };
  try {
    writeRunConfig(workspace, id, config, vocabulary);
    const { scorer } = ready;
    const weights = scorer.kind === 'trained' ? scorer.members[0]! : arraysOf(run.weights);
    writeSafetensors(weightsFile(workspace, id), weights, { format: 'portrait' });
    await writeScorer(workspace, id, ready);
    writeWhole(fileOf(workspace, id), JSON.stringify(head, pack));
    dropCheckpoints(workspace, id);
  } catch (error) {
    removeHead(workspace, id);
    throw error;
  }
}

export function removeHead(workspace: string, id: string): void {
  rmSync(modelFolder(workspace, id), { recursive: true, force: true });
}

/** Throws RUN_NOT_FOUND and HEAD_DAMAGED. */
export function readHead(workspace: string, id: string): HeadFile {
  const file = fileOf(workspace, id);
  if (!existsSync(file)) throw runNotFound(id);
  try {
    return HeadFile.parse(JSON.parse(readFileSync(file, 'utf8'), unpack));
  } catch (error) {
    throw headDamaged(id, error);
  }
}

/** JSON has no typed arrays and no NaN. */
function pack(_key: string, value: unknown): unknown {
  if (value instanceof Float32Array) return { float32: [...value] };
  return value instanceof Int32Array ? { int32: [...value] } : value;
}

const Packed = z.union([
  z.strictObject({ float32: z.array(z.number().nullable()) }),
  z.strictObject({ int32: z.array(z.number()) }),
]);

function unpack(_key: string, value: unknown): unknown {
  const { success, data } = Packed.safeParse(value);
  if (!success) return value;
  return 'int32' in data ? Int32Array.from(data.int32) : Float32Array.from(data.float32, (one) => one ?? Number.NaN);
}
