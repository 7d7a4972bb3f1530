import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import type { ProfileQuality } from '../../../../shared/contract/profile-quality.ts';
import { Random } from '../../../../shared/domain/random.ts';
import { availableTargets } from '../../finetune/available-targets.ts';
import type { JobContext, JobFunction } from '../../jobs/context.ts';
import { disposeWeights, initialWeights, weightShapes } from '../../model/weights.ts';
import { loadRun, type Run } from '../../runs/run-files.ts';
import { refuseOtherData } from '../../runs/same-data.ts';
import { withPool } from '../../threads/with-pool.ts';
import type { QualityData } from './moment.ts';
import { futureWindow, type MeasuredMoment, pastMoment, presentMoment } from './moments.ts';
import { ownHalfOf } from './own-half.ts';
import { probeTarget } from './probe-target.ts';
import { readQualityData } from './quality-data.ts';

type Input = Parsed<'profile.evaluate'>;

/**
 * Measures how much the vectors of a run say about users: by linear probes for each attribute and future behaviour, by
 * whether the two halves of a history have similar vectors, and by whether near users do alike later; each beside plain
 * counts and an encoder with untrained weights. Throws RUN_NOT_FOUND, RUN_UNFINISHED, RUN_READS_TEXTS,
 * RUN_OF_OTHER_DATA and NO_EVENTS.
 */
export const profileQualityJob: JobFunction<Input, Output<'profile.evaluate'>> = async (input, context) => {
  const started = performance.now();
  const run = await loadRun(context.workspace.path, input.run);
  const untrained = initialWeights(weightShapes(run.encoder), new Random(run.train.seed));
  try {
    refuseOtherData(context.workspace.db, run);
    const quality = await withPool((pool) =>
      measure(run, readQualityData(run, untrained, input.pooling, pool, context), input, context),
    );
    return { ...quality, seconds: (performance.now() - started) / 1000 };
  } finally {
    disposeWeights(untrained);
    run.dispose();
  }
};

/** Targets of a window, none of which has a probe if the data has no such window. */
const FUTURE = ['returns', 'buys', 'spend'];

async function measure(
  run: Run,
  data: QualityData,
  input: Input,
  context: JobContext,
): Promise<Omit<ProfileQuality, 'seconds'>> {
  const { db } = context.workspace;
  const available = availableTargets(db);
  const ownHalf = await ownHalfOf(data, input.users);
  const present = await presentMoment(db, data, available, input);
  const window = futureWindow(data, available, input);
  const past = window && (await pastMoment(db, data, available, window, input));
  const moments = past ? [present, past] : [present];
  const noWindow = past ? [] : FUTURE.map((target) => ({ target, reason: available.obstacles.returns! }));
  return {
    run: run.id,
    users: data.histories.users.length,
    dimensions: present.moment.dense.vector.width,
    probes: probesOf(data, moments, input, context),
    skipped: [...moments.flatMap(({ skipped }) => skipped), ...noWindow],
    ownHalf,
    neighbours: past?.neighbours ?? null,
    cutoff: window?.cutoff ?? null,
    sawFuture: window !== null && (run.train.until === null || run.train.until > window.cutoff),
  };
}

function probesOf(
  { behaviours }: QualityData,
  moments: readonly MeasuredMoment[],
  { folds, seed }: Input,
  { progress, checkCancelled }: JobContext,
): ProfileQuality['probes'] {
  const all = moments.flatMap(({ moment, targets }) => targets.map((target) => ({ moment, target })));
  const total = all.length * folds;
  return all.map(({ moment, target }, index) => {
    const onFold = (completed: number) =>
      progress({ stage: 'profile.probes', done: index * folds + completed, total, unit: 'splits' });
    onFold(0);
    return probeTarget(behaviours, moment, target, { folds, seed }, { checkCancelled, onFold });
  });
}
