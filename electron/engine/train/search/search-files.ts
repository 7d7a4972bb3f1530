import { appendFileSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SearchMethod } from '../../../../shared/contract/runs.ts';
import { SearchRanges } from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { writeJson, writeWhole } from '../../files/write-file-atomic.ts';
import { modelFolder } from '../../store/workspace.ts';

const Drawn = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** `search.json`: what was asked, and how far it has been decided. */
const SearchFile = z.object({
  created: z.number(),
  method: SearchMethod,
  minutes: z.number(),
  seed: z.number(),
  config: TrainConfig,
  ranges: SearchRanges,
  /** Hash of what the trials see. */
  data: z.string(),
  /** Rounds that have been planned: they rest on how fast this machine was. */
  brackets: z.array(z.object({ trials: z.number(), stages: z.array(z.number()) })),
  /** The trial that was the best and the run that it is kept as. */
  best: z.number().nullable(),
  run: z.string().nullable(),
});
export type SearchFile = z.infer<typeof SearchFile>;

/** One line of `trials.jsonl`: where a trial stood after it had been trained for a while, or was left. */
const TrialLine = z.object({
  trial: z.number(),
  settings: Drawn,
  state: z.enum(['running', 'stopped', 'finished', 'failed']),
  epochs: z.number(),
  seconds: z.number(),
  parameters: z.number(),
  /** Of its best epoch on validation; null where it failed. */
  ndcg10: z.number().nullable(),
  loss: z.number().nullable(),
  validationNdcg10: z.array(z.number().nullable()),
  validationLoss: z.array(z.number().nullable()),
  /** Seconds that the search had taken by then. */
  spent: z.number(),
});
export type TrialLine = z.infer<typeof TrialLine>;

const NAME = /^search-(\d+)$/;
const searchFile = (workspace: string, search: string) => join(modelFolder(workspace, search), 'search.json');
const trialsFile = (workspace: string, search: string) => join(modelFolder(workspace, search), 'trials.jsonl');

/** A trial as a run of its own while the search goes on: its folder lies in the search's. */
export const trialRun = (search: string, trial: number) => `${search}/trial-${trial}`;

/** Searches that have begun, in the order of their numbers. */
export function searchNames(workspace: string): string[] {
  const folder = modelFolder(workspace, '');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => existsSync(searchFile(workspace, name))) : [];
  return names.filter((name) => NAME.test(name)).sort((a, b) => numberOf(a) - numberOf(b));
}

const numberOf = (name: string) => Number(NAME.exec(name)?.[1] ?? 0);

export function nextSearch(workspace: string): string {
  return `search-${1 + numberOf(searchNames(workspace).at(-1) ?? '')}`;
}

export function writeSearch(workspace: string, search: string, file: SearchFile): void {
  mkdirSync(modelFolder(workspace, search), { recursive: true });
  writeJson(searchFile(workspace, search), file);
}

/** What a search has decided, or null where it had not begun. */
export function readSearch(workspace: string, search: string): SearchFile | null {
  const file = searchFile(workspace, search);
  return existsSync(file) ? SearchFile.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
}

export function appendTrial(workspace: string, search: string, line: TrialLine): void {
  appendFileSync(trialsFile(workspace, search), `${JSON.stringify(line)}\n`);
}

/** All lines so far; a last one that was cut off while it was written is none. */
export function readTrials(workspace: string, search: string): TrialLine[] {
  const file = trialsFile(workspace, search);
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, 'utf8').split('\n').slice(0, -1);
  return lines.map((line) => TrialLine.parse(JSON.parse(line)));
}

/** Cuts off a last line that was not written to its end, so that others can follow. */
export function mendTrials(workspace: string, search: string): void {
  const lines = readTrials(workspace, search).map((line) => `${JSON.stringify(line)}\n`);
  writeWhole(trialsFile(workspace, search), lines.join(''));
}

/** Of two lines, the one that validation likes better comes first: NDCG@10, then loss; what failed comes last. */
export function byMerit(a: TrialLine, b: TrialLine): number {
  return (b.ndcg10 ?? -1) - (a.ndcg10 ?? -1) || (a.loss ?? 1e30) - (b.loss ?? 1e30) || a.trial - b.trial;
}
