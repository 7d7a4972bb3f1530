import { rmSync } from 'node:fs';
import type { Parsed } from '../../../shared/contract/index.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext } from '../jobs/context.ts';
import { disposeWeights } from '../model/weights.ts';
import { dataHash } from '../runs/data-hash.ts';
import { loadRun, type Run } from '../runs/run-files.ts';
import { refuseOtherData } from '../runs/same-data.ts';
import { deleteRun, renameRun } from '../store/models/change-runs.ts';
import { getRun, listRuns } from '../store/models/runs.ts';
import { modelFolder } from '../store/workspace.ts';
import { readDataset } from '../train/dataset.ts';
import { configureFor, untrained } from '../train/new-run.ts';
import { trainJob } from '../train/train-job.ts';
import { runOfTexts } from './finetune-errors.ts';

/** The encoder that a head begins with. The caller disposes of it. */
export interface Beginning {
  readonly run: Omit<Run, 'id'>;
  readonly parent: string | null;
  /** Set where the parent was pre-trained anew for this, on events before this time. */
  readonly pretrainedUntil: number | null;
  /** Removes what was pre-trained, where the head did not come about. */
  discard(): void;
}

/**
 * A run's encoder, or one with fresh weights. A run that saw events from `until` on is not used: another with its settings
 * is pre-trained on what was before, unless there is one already.
 * Throws RUN_NOT_FOUND, RUN_READS_TEXTS, RUN_OF_OTHER_DATA and what pre-training throws.
 */
export async function beginWith(
  input: Pick<Parsed<'finetune.start'>, 'run' | 'encoder'>,
  until: number | null,
  context: JobContext,
): Promise<Beginning> {
  const { db, path } = context.workspace;
  const nothing = () => {};
  if (input.run === null) {
    const run = fresh(TrainConfig.parse({ ...input.encoder, until }), context);
    return { run, parent: null, pretrainedUntil: null, discard: nothing };
  }
  const row = getRun(db, input.run);
  if (row.kind !== 'behaviour') throw runOfTexts(input.run);
  const run = await loadRun(path, input.run);
  refuseOtherData(db, run);
  if (until === null || (run.train.until !== null && run.train.until <= until)) {
    return { run, parent: input.run, pretrainedUntil: null, discard: nothing };
  }
  run.dispose();
  const settings = { ...run.train, until };
  const data = dataHash(db, readDataset(db, settings).histories);
  const there = listRuns(db).find(
    (one) => one.kind === 'behaviour' && one.data === data && hasSettings(one.id, settings),
  );
  if (there) {
    context.log(`${input.run} saw events after ${iso(until)}; ${there.id} has its settings and did not`);
    return { run: await loadRun(path, there.id), parent: there.id, pretrainedUntil: until, discard: nothing };
  }
  context.log(`${input.run} saw events after ${iso(until)}: a run with its settings is pre-trained on those before`);
  const parent = await pretrain(settings, context);
  renameRun(db, parent, `${input.run} < ${iso(until).slice(0, 10)}`, undefined);
  const discard = () => removeRun(parent, context);
  return { run: await loadRun(path, parent), parent, pretrainedUntil: until, discard };

  function hasSettings(id: string, wanted: TrainConfig): boolean {
    const text = db.prepare<[string], string>('SELECT config FROM runs WHERE id = ?').pluck().get(id);
    const config = TrainConfig.safeParse(JSON.parse(text ?? 'null'));
    return config.success && JSON.stringify(config.data) === JSON.stringify(TrainConfig.parse(wanted));
  }
}

/** Pre-trains a run of its own, which is taken up again where it was interrupted, and removed where it was cancelled. */
async function pretrain(config: TrainConfig, context: JobContext): Promise<string> {
  let begun = context.remembered.pretrained;
  const own: JobContext = {
    ...context,
    remembered: begun === undefined ? {} : { run: begun },
    remember({ run }) {
      if (run === undefined) return;
      begun = run;
      context.remember({ pretrained: run });
    },
  };
  try {
    return (await trainJob({ config }, own)).run;
  } catch (error) {
    if (begun !== undefined) removeRun(begun, context);
    throw error;
  }
}

function removeRun(run: string, { workspace }: JobContext): void {
  deleteRun(workspace.db, run);
  rmSync(modelFolder(workspace.path, run), { recursive: true, force: true });
}

function fresh(settings: TrainConfig, { workspace: { db } }: JobContext): Omit<Run, 'id'> {
  const dataset = readDataset(db, settings);
  const config = configureFor(db, settings, dataset, dataHash(db, dataset.histories));
  const { weights, adam } = untrained(config);
  adam.dispose();
  return { ...config, weights, dispose: () => disposeWeights(weights) };
}

const iso = (time: number) => new Date(time).toISOString();
