import type { FinetuneConfig } from '../../../shared/domain/finetune-config.ts';
import type { HeadHooks } from '../finetune/head/train-head.ts';
import { folds } from '../finetune/split.ts';
import { startWasm } from '../model/kernels/register.ts';
import type { NamedArray } from '../model/safetensors.ts';
import { arraysOf } from '../runs/run-files.ts';
import type { OnProgress, ParallelTask } from '../threads/task.ts';
import { FoldCache, type FoldResult } from './cv-fold-cache.ts';
import { fitTextHeads, resolveTextEncoder, type TextBaseEncoder } from './fit-text-heads.ts';
import type { RatedTexts } from './rated-texts.ts';
import { correctPredictions } from './text-accuracy.ts';
import { scoreTextsLinearly, termsOf } from './text-terms.ts';

export interface RatingInput {
  readonly workspace: string;
  /** The run that is trained, and the run whose encoder it starts from, if any. */
  readonly id: string;
  readonly run: string | null;
  readonly rated: RatedTexts;
  readonly config: FinetuneConfig;
  /** See `FoldCache`. */
  readonly cacheKey: string;
}

/**
 * Result of a part: the evaluation of a fold, or for the last part the final members with the weights of their
 * encoders.
 */
export type RatingPart = FoldResult | readonly Readonly<Record<string, NamedArray>>[];

export const ratingTask: ParallelTask<RatingInput, RatingPart> = {
  name: 'text.ratings',
  async start(input) {
    await startWasm();
    const { encoderFor, dispose } = await resolveTextEncoder(input.workspace, input.run);
    return { do: ratingPartRunner(input, encoderFor, { checkCancelled: () => {} }), dispose };
  },
};

/** Returns the test rows of each fold. */
export const testFoldsOf = ({ texts, labels }: RatedTexts, { folds: count, seed }: FinetuneConfig): Int32Array[] =>
  folds(labels, texts.length, count, 0.1, seed).map(({ test }) => test);

/**
 * Returns a function that runs one part: evaluates a fold by a model that sees only the texts and labels of the other
 * folds, or trains the final members on all texts. Folds that an interrupted training has evaluated come from the
 * cache.
 */
export function ratingPartRunner(
  input: RatingInput,
  encoderFor: (texts: readonly string[]) => TextBaseEncoder,
  hooks: HeadHooks,
) {
  const { workspace, id, rated, config, cacheKey } = input;
  const { texts, labels } = rated;
  const cache = new FoldCache(workspace, id, cacheKey);
  const tests = testFoldsOf(rated, config);
  const terms = lazy(() => texts.map(termsOf));
  return (index: number, onProgress: OnProgress): Promise<RatingPart> => {
    let steps = 0;
    const countingHooks: HeadHooks = {
      ...hooks,
      onStep(share, loss) {
        hooks.onStep?.(share, loss);
        onProgress(++steps);
      },
    };
    const test = tests[index];
    if (!test) return fitFinalMembers(encoderFor(texts), rated, config, countingHooks);
    return cache.getOrCompute(index, async () => {
      const testRows = new Set(test);
      const training = Int32Array.from(texts.keys()).filter((row) => !testRows.has(row));
      const baseEncoder = encoderFor(Array.from(training, (row) => texts[row]!));
      const testScores = await fitTextHeads(baseEncoder, texts, labels, { training, test }, config, countingHooks);
      const linear = scoreTextsLinearly(terms(), labels, { training, test }, hooks.checkCancelled);
      const correct = correctPredictions(labels.values, test, linear, labels.names.length);
      return { test: [...test], scores: [...testScores], linear: [...correct] };
    });
  };
}

async function fitFinalMembers(
  baseEncoder: TextBaseEncoder,
  { texts, labels }: RatedTexts,
  config: FinetuneConfig,
  hooks: HeadHooks,
) {
  const members: Record<string, NamedArray>[] = [];
  const split = { training: Int32Array.from(texts.keys()), test: new Int32Array(0) };
  await fitTextHeads(baseEncoder, texts, labels, split, config, hooks, (weights) => members.push(arraysOf(weights)));
  return members;
}

function lazy<T>(make: () => T): () => T {
  let value: T | undefined;
  return () => {
    value ??= make();
    return value;
  };
}
