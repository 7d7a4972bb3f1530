import { z } from 'zod';
import { Interval, PredictionVerdict } from './prediction.ts';

/** Evaluation of a run that predicts the rating of a text: accuracies on held-out texts, by k-fold cross-validation. */
export const RatingFigures = z.object({
  texts: z.number(),
  /** Ratings, ascending. */
  classes: z.array(z.string()),
  accuracy: Interval,
  /**
   * `linear`: logistic regression on TF-IDF in the same folds; `base`: accuracy of always predicting the most frequent
   * rating.
   */
  linear: Interval,
  base: z.number(),
  /** Accuracy minus that of the regression, on the same texts. */
  difference: Interval,
  verdict: PredictionVerdict,
});
export type RatingFigures = z.infer<typeof RatingFigures>;
