import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { RunRecord } from '../../../shared/contract/runs.ts';
import type { TrainSummary } from '../../../shared/contract/train.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { version } from '../../version.ts';
import { writeJson } from '../files/write-file-atomic.ts';
import { importedFiles } from '../store/imports/imports.ts';
import { modelFolder, type Workspace } from '../store/workspace.ts';
import { readRunFile } from './read-run-file.ts';

const FILE = 'run.json';
const fileOf = (workspace: string, run: string) => join(modelFolder(workspace, run), FILE);

/** Writes what is needed to reproduce a run, and its results; `dataSummary` describes its training data. */
export function writeRecord(
  { db, path }: Workspace,
  { run, backend, device, validation, workers }: TrainSummary & { workers: number },
  config: { readonly seed: number },
  dataSummary: Pick<RunRecord['data'], 'hash' | 'users' | 'events'>,
  command: string,
): void {
  writeJson(fileOf(path, run), {
    run,
    created: Date.now(),
    portrait: version,
    node: process.version,
    platform: `${process.platform}-${process.arch}`,
    backend,
    device,
    workers,
    seed: config.seed,
    config: { ...config },
    data: { ...dataSummary, imports: importedFiles(db) },
    validation,
    command,
  } satisfies RunRecord);
}

/** Returns the command that trains the same run again; settings at their defaults are omitted. */
export function trainCommand(config: TrainConfig): string {
  return ['portrait train WORKSPACE', ...settingOptions(config, TrainConfig.parse({}))].join(' ');
}

/** Returns the command-line options of the settings that differ from others. */
export function settingOptions<Settings extends object>(settings: Settings, others: Settings): string[] {
  const otherValues = new Map<string, unknown>(Object.entries(others));
  return Object.entries(settings)
    .filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(otherValues.get(key)))
    .map(([key, value]) => `--set ${key}=${String(value)}`);
}

/** Throws RECORD_NOT_FOUND if a run has none, because it was loaded, or trained before records were introduced; and RUN_DAMAGED. */
export function readRecord(workspace: string, run: string): RunRecord {
  if (existsSync(fileOf(workspace, run))) return readRunFile(workspace, run, FILE, RunRecord);
  throw new PortraitError({
    code: 'RECORD_NOT_FOUND',
    message: `${run} has no training record.`,
    hint: 'Only runs trained in this workspace have one.',
    details: { run },
  });
}
