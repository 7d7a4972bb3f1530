import type { PredictionRow } from '../contract/prediction.ts';

/** Name of the positive class of a binary prediction. */
export const YES = 'yes';

type Named = Pick<PredictionRow, 'title' | 'target'>;

/**
 * Returns the predictions by their names in rules. Among predictions of the same name, the newest one with scores is
 * used. `rows` must be sorted newest first.
 */
export function namedPredictions<Row extends Named & Pick<PredictionRow, 'scored'>>(
  rows: readonly Row[],
): Map<string, Row> {
  const byName = new Map<string, Row>();
  for (const row of rows) {
    const name = predictionName(row);
    if (row.scored > 0 && row.target.kind !== 'rating' && !byName.has(name)) byName.set(name, row);
  }
  return byName;
}

/**
 * Returns the title of a prediction or, without one, its attribute or the kind of its target: `returns`, `buys`,
 * `spend` or `next`.
 */
function predictionName({ title, target }: Named): string {
  if (title !== '') return title;
  return target.kind === 'attribute' ? target.attribute : target.kind;
}
