import type { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import type { LiveFigures } from '../../../shared/domain/progress.ts';
import { bestTemperature } from '../finetune/evaluate/calibrate.ts';
import type { JobContext } from '../jobs/context.ts';
import type { EncoderConfig } from '../model/config.ts';
import { trainingCost } from '../model/cost.ts';
import type { Pool } from '../threads/pool.ts';
import type { FoldResult } from './cv-fold-cache.ts';
import type { TextBaseEncoder } from './fit-text-heads.ts';
import { type RatingInput, type RatingPart, ratingPartRunner, ratingTask, testFoldsOf } from './rating-task.ts';
import { compareAccuracy, correctPredictions } from './text-accuracy.ts';

/**
 * Evaluates by cross-validation and trains the final members on all texts, in parallel on the pool's threads. The
 * folds' scores also determine the temperature.
 */
export async function trainRatings(
  input: RatingInput,
  encoderFor: (texts: readonly string[]) => TextBaseEncoder,
  encoder: EncoderConfig,
  pool: Pool,
  { checkCancelled, progress }: JobContext,
) {
  const { rated, config } = input;
  const { texts } = rated;
  const collector = foldCollector(input);
  const tests = testFoldsOf(rated, config);
  const stepsOf = (rows: number) => config.members * config.epochs * Math.ceil(rows / config.batchSize);
  const counts = Int32Array.from([...tests.map((test) => stepsOf(texts.length - test.length)), stepsOf(texts.length)]);
  const total = counts.reduce((sum, steps) => sum + steps, 0);
  let loss = {};
  const onStep = (_share: number, mean: number) => {
    loss = { loss: mean };
  };
  const parts = await pool.share(ratingTask, () => input, {
    counts,
    multiplyAdds: ratingCost(config, encoder, texts),
    do: ratingPartRunner(input, encoderFor, { checkCancelled, onStep }),
    tick(done) {
      checkCancelled();
      progress({
        stage: 'train.steps',
        done,
        total,
        unit: 'steps',
        figures: { ...loss, ...collector.progressMetrics() },
      });
    },
    onResult: (_index, part) => collector.add(part),
  });
  return { ...collector.finish(checkCancelled), steps: total, members: parts.find(isMembers) ?? [] };
}

const isMembers = (part: RatingPart): part is Exclude<RatingPart, FoldResult> => Array.isArray(part);

/** Returns the estimated cost of all parts in multiply-adds. */
export function ratingCost(
  { folds, members, epochs }: FinetuneConfig,
  encoder: EncoderConfig,
  texts: readonly string[],
) {
  const positions = texts.reduce((sum, text) => sum + Math.min(text.length, encoder.length), 0);
  return trainingCost(encoder) * positions * epochs * members * folds;
}

/** Collects the results of folds, in any order. */
function foldCollector({ rated: { texts, labels }, config }: RatingInput) {
  const classes = labels.names.length;
  const scores = new Float32Array(texts.length * classes);
  const correct = { model: new Float64Array(texts.length), linear: new Float64Array(texts.length) };
  const done = { evaluated: 0, model: 0, linear: 0 };
  return {
    add(part: RatingPart) {
      if (isMembers(part)) return;
      const hits = correctPredictions(
        labels.values,
        Int32Array.from(part.test),
        Float32Array.from(part.scores),
        classes,
      );
      part.test.forEach((row, r) => {
        scores.set(part.scores.slice(r * classes, (r + 1) * classes), row * classes);
        correct.model[row] = hits[r]!;
        correct.linear[row] = part.linear[r]!;
        done.model += hits[r]!;
        done.linear += part.linear[r]!;
      });
      done.evaluated += part.test.length;
    },
    /** Returns the share of texts evaluated so far, and the accuracies of the model and the regression on them. */
    progressMetrics(): LiveFigures {
      const { evaluated, model, linear } = done;
      if (evaluated === 0) return {};
      return { evaluated: evaluated / texts.length, accuracy: model / evaluated, linearAccuracy: linear / evaluated };
    },
    finish: (checkCancelled: () => void) => ({
      comparison: compareAccuracy(correct.model, correct.linear, config.seed, checkCancelled),
      temperature: bestTemperature(labels, Int32Array.from(texts.keys()), scores),
    }),
  };
}
