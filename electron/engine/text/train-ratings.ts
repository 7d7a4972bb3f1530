import type { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import { bestTemperature } from '../finetune/judge/calibrate.ts';
import type { JobContext } from '../jobs/context.ts';
import type { EncoderConfig } from '../model/config.ts';
import { learningCost } from '../model/cost.ts';
import type { Pool } from '../threads/pool.ts';
import type { JudgedFold } from './cv-fold-cache.ts';
import type { TextStart } from './fit-text-heads.ts';
import { foldsOf, type RatingInput, type RatingPart, rateParts } from './rating-task.ts';
import { compareRight, rightOf } from './text-accuracy.ts';

/** Judges by folds and learns from all texts, parts that share the pool's threads. The folds' scores also tell the temperature. */
export async function learnRatings(
  input: RatingInput,
  start: (texts: readonly string[]) => TextStart,
  encoder: EncoderConfig,
  pool: Pool,
  { checkCancelled, progress }: JobContext,
) {
  const { rated, config } = input;
  const { texts } = rated;
  const judged = judgement(input);
  const tests = foldsOf(rated, config);
  const stepsOf = (rows: number) => config.members * config.epochs * Math.ceil(rows / config.batchSize);
  const counts = Int32Array.from([...tests.map((test) => stepsOf(texts.length - test.length)), stepsOf(texts.length)]);
  const total = counts.reduce((sum, steps) => sum + steps, 0);
  let loss = {};
  const onStep = (_share: number, mean: number) => {
    loss = { loss: mean };
  };
  const parts = await pool.share('text.ratings', () => input, {
    counts,
    multiplyAdds: ratingCost(config, encoder, texts),
    do: rateParts(input, start, { checkCancelled, onStep }),
    tick(done) {
      checkCancelled();
      progress({ stage: 'train.steps', done, total, unit: 'steps', figures: { ...loss, ...judged.figures() } });
    },
    got: (_index, part) => judged.add(part),
  });
  return { ...judged.ended(checkCancelled), steps: total, members: parts.find(isMembers) ?? [] };
}

const isMembers = (part: RatingPart): part is Exclude<RatingPart, JudgedFold> => Array.isArray(part);

/** About what all parts cost in multiply-adds. */
export function ratingCost({ folds, members, epochs }: HeadConfig, encoder: EncoderConfig, texts: readonly string[]) {
  const positions = texts.reduce((sum, text) => sum + Math.min(text.length, encoder.length), 0);
  return learningCost(encoder) * positions * epochs * members * folds;
}

/** Gathers what folds judged, in whichever order they come. */
function judgement({ rated: { texts, labels }, config }: RatingInput) {
  const classes = labels.names.length;
  const scores = new Float32Array(texts.length * classes);
  const right = { model: new Float64Array(texts.length), linear: new Float64Array(texts.length) };
  const done = { judged: 0, model: 0, linear: 0 };
  return {
    add(part: RatingPart) {
      if (isMembers(part)) return;
      const hits = rightOf(labels.of, Int32Array.from(part.test), Float32Array.from(part.scores), classes);
      part.test.forEach((row, r) => {
        scores.set(part.scores.slice(r * classes, (r + 1) * classes), row * classes);
        right.model[row] = hits[r]!;
        right.linear[row] = part.linear[r]!;
        done.model += hits[r]!;
        done.linear += part.linear[r]!;
      });
      done.judged += part.test.length;
    },
    /** Which share of the texts was judged by now, and which share of those the model and the regression are right about. */
    figures(): Readonly<Record<string, number>> {
      const { judged, model, linear } = done;
      if (judged === 0) return {};
      return { judged: judged / texts.length, accuracy: model / judged, 'linear accuracy': linear / judged };
    },
    ended: (tick: () => void) => ({
      figures: compareRight(right.model, right.linear, config.seed, tick),
      temperature: bestTemperature(labels, Int32Array.from(texts.keys()), scores),
    }),
  };
}
