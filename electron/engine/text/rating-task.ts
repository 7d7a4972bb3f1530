import type { HeadConfig } from '../../../shared/domain/finetune-config.ts';
import type { HeadHooks } from '../finetune/head/train-head.ts';
import { folds } from '../finetune/split.ts';
import { startWasm } from '../model/kernels/register.ts';
import type { NamedArray } from '../model/safetensors.ts';
import type { Work } from '../parallel-tasks.ts';
import { arraysOf } from '../runs/run-files.ts';
import type { Tell } from '../threads/pool.ts';
import { type JudgedFold, JudgedFolds } from './cv-fold-cache.ts';
import { beginTexts, fitTexts, type TextStart } from './fit-text-heads.ts';
import type { RatedTexts } from './rated-texts.ts';
import { rightOf } from './text-accuracy.ts';
import { linearTexts, termsOf } from './text-terms.ts';

export interface RatingInput {
  readonly workspace: string;
  /** The run that learns, and the one that it begins with. */
  readonly id: string;
  readonly run: string | null;
  readonly rated: RatedTexts;
  readonly config: HeadConfig;
  /** See `JudgedFolds`. */
  readonly lesson: string;
}

/** What each part gives: what was judged of a fold, and last the heads that are kept, each with the weights of its encoder. */
export type RatingPart = JudgedFold | readonly Readonly<Record<string, NamedArray>>[];

export async function ratingWork(input: RatingInput): Promise<Work<RatingPart>> {
  await startWasm();
  const { start, dispose } = await beginTexts(input.workspace, input.run);
  return { do: rateParts(input, start, { checkCancelled: () => {} }), end: dispose };
}

/** Rows that each fold judges. */
export const foldsOf = ({ texts, labels }: RatedTexts, { folds: count, seed }: HeadConfig): Int32Array[] =>
  folds(labels, texts.length, count, 0.1, seed).map(({ test }) => test);

/**
 * Gives a function that does one of the parts: the folds, words and labels of the others being all that each knows, and the heads
 * that learn from all texts. A fold that an interrupted training has judged is not judged again.
 */
export function rateParts(input: RatingInput, start: (texts: readonly string[]) => TextStart, hooks: HeadHooks) {
  const { workspace, id, rated, config, lesson } = input;
  const { texts, labels } = rated;
  const kept = new JudgedFolds(workspace, id, lesson);
  const tests = foldsOf(rated, config);
  const terms = lazily(() => texts.map(termsOf));
  return (index: number, tell: Tell): Promise<RatingPart> => {
    let steps = 0;
    const told: HeadHooks = {
      ...hooks,
      onStep(share, loss) {
        hooks.onStep?.(share, loss);
        tell(++steps);
      },
    };
    const test = tests[index];
    if (!test) return learnAll(start(texts), rated, config, told);
    return kept.at(index, async () => {
      const apart = new Set(test);
      const training = Int32Array.from(texts.keys()).filter((row) => !apart.has(row));
      const own = start(Array.from(training, (row) => texts[row]!));
      const said = await fitTexts(own, texts, labels, { training, test }, config, told);
      const linear = linearTexts(terms(), labels, { training, test }, hooks.checkCancelled);
      const right = rightOf(labels.of, test, linear, labels.names.length);
      return { test: [...test], scores: [...said], linear: [...right] };
    });
  };
}

async function learnAll(start: TextStart, { texts, labels }: RatedTexts, config: HeadConfig, hooks: HeadHooks) {
  const members: Record<string, NamedArray>[] = [];
  const all = { training: Int32Array.from(texts.keys()), test: new Int32Array(0) };
  await fitTexts(start, texts, labels, all, config, hooks, (weights) => members.push(arraysOf(weights)));
  return members;
}

function lazily<T>(make: () => T): () => T {
  let made: T | undefined;
  return () => {
    made ??= make();
    return made;
  };
}
