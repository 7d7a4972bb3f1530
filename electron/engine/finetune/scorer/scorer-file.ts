import { existsSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { HeadKind } from '../../../../shared/contract/finetune.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { hashInPieces } from '../../files/hash-file.ts';
import { writeJson } from '../../files/write-file-atomic.ts';
import { readSafetensors, writeSafetensors } from '../../model/safetensors.ts';
import { loadRun, type Run } from '../../runs/run-files.ts';
import { FIELDS } from '../../sequence/fields.ts';
import { modelFolder } from '../../store/workspace.ts';
import { headDamaged, headNotKept } from '../finetune-errors.ts';
import { scorerFrom } from './build-scorer.ts';
import type { ReadyHead } from './score-all-users.ts';
import { arraysOfScorer } from './scorer-arrays.ts';

const Scale = z.strictObject({ mean: z.number(), deviation: z.number().positive(), skewed: z.boolean() });

/** `scorer.json`: what the numbers in `scorer.safetensors` mean, and the contents of the files that they go with. */
export const ScorerFile = z.strictObject({
  format: z.literal('portrait-head-1'),
  kind: z.enum(['solved', 'trained']),
  labels: z.strictObject({ kind: HeadKind, names: z.array(z.string()).min(1) }),
  dates: z.boolean(),
  /** Fields that are counted; null where nothing is. */
  counted: z.array(z.enum(FIELDS)).nullable(),
  /** Of the linear model's numbers; null where there is no such model. */
  linear: Scale.nullable(),
  /** Of the trained heads' numbers, and how many heads there are; null of a solved one. */
  trained: z
    .strictObject({ scale: Scale, hidden: z.number().int().min(0).max(1024), members: z.number().int().min(1).max(20) })
    .nullable(),
  calibration: z.discriminatedUnion('method', [
    z.strictObject({ method: z.literal('none') }),
    z.strictObject({ method: z.literal('temperature'), temperature: z.number().positive() }),
    z.strictObject({ method: z.literal('isotonic') }),
  ]),
  /** SHA-256 of files of the same folder. */
  files: z.record(z.string(), z.string()),
});
export type ScorerFile = z.infer<typeof ScorerFile>;

const NUMBERS = 'scorer.safetensors';
/** What a score depends on; they are written before the scorer and never after. */
const FILES = ['config.json', 'vocabulary.json', 'model.safetensors', NUMBERS];
const LONGEST = 64 * 2 ** 20;

const fileOf = (workspace: string, run: string) => join(modelFolder(workspace, run), 'scorer.json');

/** Whether a head kept what it scores with: those of earlier versions did not. */
export const hasScorer = (workspace: string, run: string): boolean => existsSync(fileOf(workspace, run));

/** Keeps what scores users, beside the head's other files. The description is written last: without it there is no scorer. */
export async function writeScorer(workspace: string, run: string, head: ReadyHead): Promise<void> {
  const { scorer, labels, dates, calibration } = head;
  const folder = modelFolder(workspace, run);
  writeSafetensors(join(folder, NUMBERS), arraysOfScorer(scorer, calibration), { format: 'portrait-head' });
  const hidden = scorer.kind === 'trained' ? (scorer.members[0]?.['task.hidden.bias']?.data.length ?? 0) : 0;
  writeJson(fileOf(workspace, run), {
    format: 'portrait-head-1',
    kind: scorer.kind,
    labels: { kind: labels.kind, names: [...labels.names] },
    dates,
    counted: scorer.terms?.map(({ field }) => field) ?? null,
    linear: scorer.linear?.scale ?? null,
    trained: scorer.kind === 'trained' ? { scale: scorer.scale, hidden, members: scorer.members.length } : null,
    calibration: calibration.method === 'temperature' ? { ...calibration } : { method: calibration.method },
    files: await hashesIn(folder),
  } satisfies ScorerFile);
}

/**
 * A saved head with its encoder, checked before any of it is used. The caller disposes of the run. Throws HEAD_NOT_KEPT,
 * HEAD_DAMAGED where a file is not what was written, and RUN_NOT_FOUND.
 */
export async function loadHead(workspace: string, id: string): Promise<{ run: Run; head: ReadyHead }> {
  if (!hasScorer(workspace, id)) throw headNotKept(id);
  let run: Run | undefined;
  try {
    const folder = modelFolder(workspace, id);
    const file = readDescription(fileOf(workspace, id));
    const hashes = await hashesIn(folder);
    const other = FILES.find((name) => file.files[name] !== hashes[name]);
    if (other) throw new Error(`${other} is not the file that was written with it`);
    run = await loadRun(workspace, id);
    const head = scorerFrom(file, readSafetensors(join(folder, NUMBERS)).arrays, run);
    return { run, head };
  } catch (error) {
    run?.dispose();
    throw error instanceof PortraitError && error.code !== 'MODEL_DAMAGED' ? error : headDamaged(id, error);
  }
}

function readDescription(file: string): ScorerFile {
  if (statSync(file).size > LONGEST) throw new Error('scorer.json is too long');
  return ScorerFile.parse(JSON.parse(readFileSync(file, 'utf8')));
}

async function hashesIn(folder: string): Promise<Record<string, string>> {
  const hashes = await Promise.all(FILES.map((name) => hashInPieces(join(folder, name))));
  return Object.fromEntries(FILES.map((name, i) => [name, hashes[i]!]));
}
