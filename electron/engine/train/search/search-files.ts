import { existsSync, mkdirSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { SearchMethod } from '../../../../shared/contract/runs.ts';
import { SearchRanges } from '../../../../shared/domain/search-ranges.ts';
import { TrainConfig } from '../../../../shared/domain/train-config.ts';
import { appendText } from '../../files/append-text.ts';
import { writeFileAtomic, writeJson } from '../../files/write-file-atomic.ts';
import { readRunFile, readRunLines } from '../../runs/read-run-file.ts';
import { runsInTrash } from '../../runs/trash.ts';
import { modelFolder, modelsFolder } from '../../store/workspace.ts';
import { hasCheckpoint } from '../trainer/checkpoint.ts';

const TrialSettings = z.record(z.string(), z.union([z.string(), z.number(), z.boolean()]));

/** `search.json`: the settings of a search, and its decisions so far. */
const SearchFile = z.object({
  created: z.number(),
  method: SearchMethod,
  minutes: z.number(),
  seed: z.number(),
  config: TrainConfig,
  ranges: SearchRanges,
  /** Hash of the data that the trials see. */
  data: z.string(),
  /** Brackets planned so far; saved because they depend on the measured speed of the machine. */
  brackets: z.array(z.object({ trials: z.number(), stages: z.array(z.number()) })),
  /** The best trial, and the run it is saved as. */
  best: z.number().nullable(),
  run: z.string().nullable(),
});
export type SearchFile = z.infer<typeof SearchFile>;

/** One line of `trials.jsonl`: the state of a trial after it was trained for a while, or stopped. */
const TrialLine = z.object({
  trial: z.number(),
  settings: TrialSettings,
  state: z.enum(['running', 'stopped', 'finished', 'failed']),
  epochs: z.number(),
  seconds: z.number(),
  parameters: z.number(),
  /** Of its best epoch on validation; null if it failed. */
  ndcg10: z.number().nullable(),
  loss: z.number().nullable(),
  validationNdcg10: z.array(z.number().nullable()),
  validationLoss: z.array(z.number().nullable()),
  /** Seconds that the search had taken by then. */
  spent: z.number(),
});
export type TrialLine = z.infer<typeof TrialLine>;

const NAME = /^search-(\d{1,15})$/;
const SEARCH_FILE = 'search.json';
const TRIALS_FILE = 'trials.jsonl';
const searchFile = (workspace: string, search: string) => join(modelFolder(workspace, search), SEARCH_FILE);
const trialsFile = (workspace: string, search: string) => join(modelFolder(workspace, search), TRIALS_FILE);

/** Name of a trial as a run during the search; its folder is inside the search's folder. */
export const trialRun = (search: string, trial: number) => `${search}/trial-${trial}`;

/** Returns the existing searches in the order of their numbers. */
export function searchNames(workspace: string): string[] {
  const folder = modelsFolder(workspace);
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => NAME.test(name)) : [];
  return names.filter((name) => existsSync(searchFile(workspace, name))).sort((a, b) => numberOf(a) - numberOf(b));
}

const numberOf = (name: string) => Number(NAME.exec(name)?.[1] ?? 0);

/** Returns the id of a new search. The number of a deleted search is not reused while the search can be restored. */
export function nextSearch(workspace: string): string {
  return `search-${1 + Math.max(0, ...[...searchNames(workspace), ...runsInTrash(workspace)].map(numberOf))}`;
}

export function writeSearch(workspace: string, search: string, file: SearchFile): void {
  mkdirSync(modelFolder(workspace, search), { recursive: true });
  writeJson(searchFile(workspace, search), file);
}

/** Returns the state of a search, or null if it has not started. Throws RUN_DAMAGED. */
export function readSearch(workspace: string, search: string): SearchFile | null {
  return existsSync(searchFile(workspace, search)) ? readRunFile(workspace, search, SEARCH_FILE, SearchFile) : null;
}

/** Whether a search has a recorded trial, or a checkpoint of its first one. */
export function hasResults(workspace: string, search: string): boolean {
  const file = trialsFile(workspace, search);
  return (existsSync(file) && statSync(file).size > 0) || hasCheckpoint(workspace, trialRun(search, 1));
}

export function appendTrial(workspace: string, search: string, line: TrialLine): void {
  appendText(trialsFile(workspace, search), `${JSON.stringify(line)}\n`);
}

/** Returns all lines so far; skips a last line that is incomplete. Throws RUN_DAMAGED. */
export function readTrials(workspace: string, search: string): TrialLine[] {
  return readRunLines(workspace, search, TRIALS_FILE, TrialLine);
}

/** Removes an incomplete last line, so that others can be appended. */
export function repairTrials(workspace: string, search: string): void {
  const lines = readTrials(workspace, search).map((line) => `${JSON.stringify(line)}\n`);
  writeFileAtomic(trialsFile(workspace, search), lines.join(''));
}

/** Comparator: better validation results first, by NDCG@10, then loss; failed trials last. */
export function compareTrials(a: TrialLine, b: TrialLine): number {
  return (b.ndcg10 ?? -1) - (a.ndcg10 ?? -1) || (a.loss ?? 1e30) - (b.loss ?? 1e30) || a.trial - b.trial;
}
