import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import { ratingPreset } from '../../../shared/domain/text-presets.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { nextRun, removeRunFolder } from '../runs/run-files.ts';
import { writeRecord } from '../runs/run-record.ts';
import { writeTextRun } from '../runs/text-run.ts';
import { countAuthors } from '../store/events/texts.ts';
import { insertRun, listRuns } from '../store/models/runs.ts';
import { withPool } from '../threads/with-pool.ts';
import { hasCachedFold, removeFoldCache } from './cv-fold-cache.ts';
import { resolveTextEncoder, type TextBaseEncoder } from './fit-text-heads.ts';
import { textHash } from './new-text-run.ts';
import { ratedTexts } from './rated-texts.ts';
import { ratingCommand } from './text-command.ts';
import { writeTextHead } from './text-head.ts';
import { trainRatings } from './train-ratings.ts';

/**
 * Trains a run to predict the ratings of the workspace's texts: evaluates by cross-validation, then trains on all
 * texts. The out-of-fold scores also determine the temperature. An interrupted training resumes at the fold it was in,
 * with the same result; one that fails or is cancelled before its first fold ends leaves nothing. Throws the errors of `ratedTexts` and of loading the run, and DATA_CHANGED.
 */
export const rateJob: JobFunction<Parsed<'text.rate'>, Output<'text.rate'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const started = performance.now();
  const id = context.resumeState.run ?? nextRun(path);
  const existingRun = listRuns(db).find((row) => row.id === id);
  if (existingRun?.rating) return { ...existingRun.summary, ...existingRun.rating };
  const rated = ratedTexts(db, input.actions ?? null);
  const { texts, labels } = rated;
  const config = FinetuneConfig.parse({ ...ratingPreset('thorough', texts.length), ...input.config });
  const { name: backend, description: device } = await startBackend();
  const base = await resolveTextEncoder(path, input.run);
  try {
    const data = textHash(texts);
    context.saveResumeState({ run: id });
    const cacheKey = cacheKeyOf(data, input.run, config);
    const ratingInput = { workspace: path, id, run: input.run, rated, config, cacheKey };
    const baseEncoder = base.encoderFor(texts);
    const { encoder, tokens, target } = baseEncoder;
    const { members, comparison, temperature, steps } = await withPool((pool) =>
      trainRatings(ratingInput, base.encoderFor, encoder, pool, context),
    );
    const train = settingsOf(baseEncoder, config);
    const actions = input.actions ?? null;
    writeTextRun(path, id, { kind: 'text', train, encoder, target, actions, data }, tokens, members[0] ?? {});
    writeTextHead(path, id, { classes: [...labels.names], members: members.length, temperature }, members);
    const seconds = (performance.now() - started) / 1000;
    const textsSeen = config.members * config.epochs * (config.folds * texts.length);
    const summary = {
      run: id,
      backend,
      device,
      parameters: Object.values(members[0] ?? {}).reduce((sum, { data: values }) => sum + values.length, 0),
      steps,
      events: textsSeen,
      seconds,
      eventsPerSecond: textsSeen / seconds,
      ...{ tokens: 0, tokensPerSecond: 0, padding: 0, epochs: config.epochs, bestEpoch: config.epochs },
      endedBy: 'epochs' as const,
      validation: { accuracy: comparison.accuracy.value, 'linear accuracy': comparison.linear.value },
      ...{ texts: texts.length, classes: [...labels.names], ...comparison, base: largestShare(labels.values) },
    };
    const dataSummary = { hash: data, users: countAuthors(db, actions, true), events: texts.length };
    writeRecord(
      context.workspace,
      { ...summary, workers: 0 },
      config,
      dataSummary,
      ratingCommand(actions, input.run, config, texts.length),
    );
    insertRun(db, summary, train, { kind: 'text', parent: input.run, data });
    removeFoldCache(path, id);
    return summary;
  } catch (error) {
    if (!hasCachedFold(path, id)) {
      removeRunFolder(path, id);
      context.saveResumeState({ run: null });
    }
    throw error;
  } finally {
    base.dispose();
  }
};

/** Converts a head's settings to those of a run, with the shape of its encoder. */
function settingsOf(
  { encoder }: TextBaseEncoder,
  { epochs, batchSize, learningRate, weightDecay, dropout, averaging, seed, workers }: FinetuneConfig,
) {
  const { width, layers, heads, length, norm } = encoder;
  const shape = { width, layers, heads, length, norm };
  const fields = Object.keys(encoder.sizes).join() === 'word' ? { fields: ['word'] } : {};
  const training = { epochs, batchSize, learningRate, weightDecay, dropout, averaging, seed, workers };
  return TrainConfig.parse({ ...shape, ...fields, ...training });
}

/** Settings that earlier versions did not have count only if they are set, so that their folds are still read. */
function cacheKeyOf(data: string, run: string | null, { averaging, workers, ...config }: FinetuneConfig): string {
  const added = { ...(averaging > 0 ? { averaging } : {}), ...(workers > 0 ? { workers } : {}) };
  return JSON.stringify([data, run, { ...config, ...added }]);
}

function largestShare(of: Int32Array): number {
  const counts = new Map<number, number>();
  for (const label of of) counts.set(label, (counts.get(label) ?? 0) + 1);
  return Math.max(...counts.values()) / of.length;
}
