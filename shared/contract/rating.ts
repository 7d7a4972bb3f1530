import { z } from 'zod';
import { HeadVerdict, Interval } from './finetune.ts';

/** How well a run rates texts: accuracies on texts that were left out, in as many folds as were asked for. */
export const RatingFigures = z.object({
  texts: z.number(),
  /** Ratings, ascending. */
  classes: z.array(z.string()),
  accuracy: Interval,
  /** Of logistic regression on TF-IDF in the same folds, and of who always says the most frequent rating. */
  linear: Interval,
  base: z.number(),
  /** Accuracy less that of the regression, on the same texts. */
  difference: Interval,
  verdict: HeadVerdict,
});
export type RatingFigures = z.infer<typeof RatingFigures>;
