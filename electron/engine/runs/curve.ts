import { join } from 'node:path';
import { z } from 'zod';
import { appendText } from '../files/append-text.ts';
import { writeFileAtomic } from '../files/write-file-atomic.ts';
import { modelFolder } from '../store/workspace.ts';
import { readRunLines } from './read-run-file.ts';

/** One line of `training.jsonl`: the results of an epoch. */
const EpochLine = z.object({
  epoch: z.number().int(),
  step: z.number().int(),
  events: z.number(),
  seconds: z.number(),
  loss: z.number(),
  /** Null if nothing could be held out. */
  validationLoss: z.number().nullable(),
  validation: z.record(z.string(), z.number()),
});
export type EpochLine = z.infer<typeof EpochLine>;

const FILE = 'training.jsonl';
const fileOf = (workspace: string, run: string) => join(modelFolder(workspace, run), FILE);

export function appendEpoch(workspace: string, run: string, line: EpochLine): void {
  appendText(fileOf(workspace, run), `${JSON.stringify(line)}\n`);
}

/** Returns the epochs so far; skips a last line that is incomplete. Throws RUN_DAMAGED. */
export function readCurve(workspace: string, run: string): EpochLine[] {
  return readRunLines(workspace, run, FILE, EpochLine);
}

/** Removes the epochs after the one at which a training resumes. */
export function truncateCurve(workspace: string, run: string, epoch: number): void {
  const remainingLines = readCurve(workspace, run).filter((line) => line.epoch <= epoch);
  writeFileAtomic(fileOf(workspace, run), remainingLines.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
