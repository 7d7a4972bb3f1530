import type { Output, Parsed } from '../../../shared/contract/index.ts';
import { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { ratingPreset } from '../../../shared/domain/text-presets.ts';
import { TrainConfig } from '../../../shared/domain/train-config.ts';
import type { JobFunction } from '../jobs/context.ts';
import { startBackend } from '../model/backends/index.ts';
import { nextRun } from '../runs/run-files.ts';
import { writeRecord } from '../runs/run-record.ts';
import { countAuthors } from '../store/events/texts.ts';
import { insertRun, listRuns } from '../store/models/runs.ts';
import { withPool } from '../threads/with-pool.ts';
import { removeJudged } from './cv-fold-cache.ts';
import { beginTexts, type TextStart } from './fit-text-heads.ts';
import { textHash } from './new-text-run.ts';
import { ratedTexts } from './rated-texts.ts';
import { ratingCommand } from './text-command.ts';
import { writeTextHead } from './text-head.ts';
import { writeTextRun } from './text-run.ts';
import { learnRatings } from './train-ratings.ts';

/**
 * Learns the ratings of the workspace's texts: in folds to be judged, then from all. The folds' scores, of texts that their
 * heads did not know, also tell the temperature. One that was interrupted goes on with the folds it was in and ends the same.
 * Throws the errors of `ratedTexts` and of loading the run, and DATA_CHANGED.
 */
export const rateJob: JobFunction<Parsed<'text.rate'>, Output<'text.rate'>> = async (input, context) => {
  const { db, path } = context.workspace;
  const started = performance.now();
  const id = context.remembered.run ?? nextRun(path);
  const kept = listRuns(db).find((row) => row.id === id);
  if (kept?.rating) return { ...kept.summary, ...kept.rating };
  const rated = ratedTexts(db, input.actions ?? null);
  const { texts, labels } = rated;
  const config = HeadConfig.parse({ ...ratingPreset('thorough', texts.length), ...input.config });
  const { name: backend, description: device } = await startBackend();
  const begin = await beginTexts(path, input.run);
  try {
    const data = textHash(texts);
    context.remember({ run: id });
    const lesson = JSON.stringify([data, input.run, config]);
    const learning = { workspace: path, id, run: input.run, rated, config, lesson };
    const start = begin.start(texts);
    const { encoder, tokens, target } = start;
    const { members, figures, temperature, steps } = await withPool((pool) =>
      learnRatings(learning, begin.start, encoder, pool, context),
    );
    const train = settingsOf(start, config);
    const actions = input.actions ?? null;
    writeTextRun(path, id, { kind: 'text', train, encoder, target, actions, data }, tokens, members[0] ?? {});
    writeTextHead(path, id, { classes: [...labels.names], members: members.length, temperature }, members);
    const seconds = (performance.now() - started) / 1000;
    const learnt = config.members * config.epochs * (config.folds * texts.length);
    const summary = {
      run: id,
      ...{ backend, device },
      parameters: Object.values(members[0] ?? {}).reduce((sum, { data: values }) => sum + values.length, 0),
      steps,
      events: learnt,
      seconds,
      eventsPerSecond: learnt / seconds,
      ...{ tokens: 0, tokensPerSecond: 0, padding: 0, epochs: config.epochs, bestEpoch: config.epochs },
      endedBy: 'epochs' as const,
      validation: { accuracy: figures.accuracy.value, 'linear accuracy': figures.linear.value },
      ...{ texts: texts.length, classes: [...labels.names], ...figures, base: largestShare(labels.of) },
    };
    const seen = { hash: data, users: countAuthors(db, actions), events: texts.length };
    writeRecord(context.workspace, { ...summary, workers: 0 }, config, seen, ratingCommand(actions, input.run, config));
    insertRun(db, summary, train, { kind: 'text', parent: input.run, data });
    removeJudged(path, id);
    return summary;
  } finally {
    begin.dispose();
  }
};

/** A head's settings as those of a run, whose shape is its encoder's. */
function settingsOf({ encoder }: TextStart, { epochs, batchSize, learningRate, weightDecay, seed }: HeadConfig) {
  const { width, layers, heads, length, norm, dropout } = encoder;
  const shape = { width, layers, heads, length, norm, dropout };
  const fields = Object.keys(encoder.sizes).join() === 'word' ? { fields: ['word'] } : {};
  return TrainConfig.parse({ ...shape, ...fields, epochs, batchSize, learningRate, weightDecay, seed });
}

function largestShare(of: Int32Array): number {
  const counts = new Map<number, number>();
  for (const one of of) counts.set(one, (counts.get(one) ?? 0) + 1);
  return Math.max(...counts.values()) / of.length;
}
