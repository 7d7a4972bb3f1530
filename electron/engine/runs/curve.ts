import { appendFileSync, existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { writeWhole } from '../files/write-file-atomic.ts';
import { modelFolder } from '../store/workspace.ts';

/** One line of `training.jsonl`: what an epoch ended with. */
const EpochLine = z.object({
  epoch: z.number().int(),
  step: z.number().int(),
  events: z.number(),
  seconds: z.number(),
  loss: z.number(),
  /** Null where nothing could be held out. */
  validationLoss: z.number().nullable(),
  validation: z.record(z.string(), z.number()),
});
export type EpochLine = z.infer<typeof EpochLine>;

const fileOf = (workspace: string, run: string) => join(modelFolder(workspace, run), 'training.jsonl');

export function appendEpoch(workspace: string, run: string, line: EpochLine): void {
  appendFileSync(fileOf(workspace, run), `${JSON.stringify(line)}\n`);
}

/** The epochs so far; a last line that was cut off while it was written is none. */
export function readCurve(workspace: string, run: string): EpochLine[] {
  const file = fileOf(workspace, run);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => EpochLine.parse(JSON.parse(line)));
}

/** Drops the epochs after the one that a resumed training goes on from. */
export function cutCurve(workspace: string, run: string, epoch: number): void {
  const kept = readCurve(workspace, run).filter((line) => line.epoch <= epoch);
  writeWhole(fileOf(workspace, run), kept.map((line) => `${JSON.stringify(line)}\n`).join(''));
}
