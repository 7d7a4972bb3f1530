import type { Parsed } from '../../../shared/contract/index.ts';
import { isoDay } from '../../../shared/domain/time/local-time.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobContext } from '../jobs/context.ts';
import { dataHash } from '../runs/data-hash.ts';
import { runReadsTexts } from '../runs/run-errors.ts';
import { loadRun, type Run } from '../runs/run-files.ts';
import { refuseOtherData } from '../runs/same-data.ts';
import { eventZone } from '../store/events/event-zone.ts';
import { renameRun } from '../store/models/change-runs.ts';
import { getRun, listRuns, runConfig } from '../store/models/runs.ts';
import { readDataset } from '../train/dataset.ts';
import { configureFor, newTraining } from '../train/new-run.ts';
import { trainJob } from '../train/train-job.ts';
import { disposeTraining } from '../train/trainer/training.ts';

/** The encoder that fine-tuning starts from. The caller disposes of the run. */
export interface BaseEncoder {
  readonly run: Omit<Run, 'id'>;
  readonly parent: string | null;
  /** Set if the parent was pre-trained for this target, on events before this time. */
  readonly pretrainedUntil: number | null;
}

/**
 * Returns a run's encoder, or one with fresh weights. If the run saw events from `until` on, uses an existing run with
 * the same settings and data before `until` instead, or pre-trains one. Throws RUN_NOT_FOUND, RUN_READS_TEXTS,
 * RUN_OF_OTHER_DATA and the errors of pre-training.
 */
export async function resolveBaseEncoder(
  input: Pick<Parsed<'prediction.train'>, 'run' | 'encoder'>,
  until: number | null,
  context: JobContext,
): Promise<BaseEncoder> {
  const { db, path } = context.workspace;
  if (input.run === null) {
    const run = freshEncoder(TrainConfig.parse({ ...input.encoder, until }), context);
    return { run, parent: null, pretrainedUntil: null };
  }
  const row = getRun(db, input.run);
  if (row.kind !== 'behaviour') throw runReadsTexts(input.run);
  const run = await loadRun(path, input.run);
  refuseOtherData(db, run);
  if (until === null || (run.train.until !== null && run.train.until <= until)) {
    return { run, parent: input.run, pretrainedUntil: null };
  }
  run.dispose();
  const settings = { ...run.train, until };
  const data = dataHash(db, readDataset(db, settings).histories);
  const existingRun = listRuns(db).find(
    (candidate) => candidate.kind === 'behaviour' && candidate.data === data && hasSettings(candidate.id, settings),
  );
  if (existingRun) {
    context.log(`${input.run} saw events after ${iso(until)}; ${existingRun.id} has its settings and did not`);
    return { run: await loadRun(path, existingRun.id), parent: existingRun.id, pretrainedUntil: until };
  }
  context.log(`${input.run} saw events after ${iso(until)}: a run with its settings is pre-trained on those before`);
  const parent = await pretrain(settings, context);
  renameRun(db, parent, `${input.run} < ${isoDay(eventZone(db), until)}`, undefined);
  return { run: await loadRun(path, parent), parent, pretrainedUntil: until };

  function hasSettings(id: string, expected: TrainConfig): boolean {
    const config = TrainConfig.safeParse(runConfig(db, id));
    return config.success && JSON.stringify(config.data) === JSON.stringify(TrainConfig.parse(expected));
  }
}

/** Pre-trains a run; a resumed job continues an interrupted one. */
async function pretrain(config: TrainConfig, context: JobContext): Promise<string> {
  const { pretrained } = context.resumeState;
  const pretrainContext: JobContext = {
    ...context,
    resumeState: pretrained === undefined ? {} : { run: pretrained },
    saveResumeState({ run }) {
      if (run !== undefined) context.saveResumeState({ pretrained: run });
    },
  };
  const { run } = await trainJob({ config }, pretrainContext);
  context.saveResumeState({ pretrained: null });
  return run;
}

function freshEncoder(settings: TrainConfig, { workspace: { db } }: JobContext): Omit<Run, 'id'> {
  const dataset = readDataset(db, settings);
  const config = configureFor(db, settings, dataset, dataHash(db, dataset.histories));
  const training = newTraining(config);
  return { ...config, weights: training.weights, dispose: () => disposeTraining(training) };
}

const iso = (time: number) => new Date(time).toISOString();
