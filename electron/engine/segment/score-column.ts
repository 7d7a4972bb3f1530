import { YES } from '../../../shared/domain/prediction-name.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { classesOf, type ScoredPrediction, scoredPredictions } from '../finetune/scored-predictions.ts';
import { listPredictions } from '../store/models/predictions.ts';
import type { ScoreColumn } from '../store/segments/rule-names.ts';
import type { Workspace } from '../store/workspace.ts';
import { unknownName } from './unknown-name.ts';

/**
 * Returns the scores of a class; by default the predicted number or the probability of “yes”. `name` may also be the id
 * of a run. Throws RULE_UNKNOWN_NAME, RULE_NEEDS_CLASS and PREDICTION_DAMAGED.
 */
export function scoreColumn(workspace: Workspace, name: string, className: string | undefined): ScoreColumn {
  const { run, kind } = scoredPrediction(workspace, name);
  const classes = classesOf(workspace, run);
  if (className === undefined && kind === 'number') return { run, class: 0 };
  const index = kind === 'number' ? -1 : classes.indexOf(className ?? YES);
  if (index !== -1) return { run, class: index };
  if (className === undefined) throw needsClass(name, classes);
  throw unknownName('class', className, kind === 'number' ? [] : classes);
}

function scoredPrediction(workspace: Workspace, name: string): Pick<ScoredPrediction, 'run' | 'kind'> {
  const predictions = scoredPredictions(workspace);
  const named = predictions.find((prediction) => prediction.name === name);
  if (named) return named;
  const row = listPredictions(workspace.db).find(({ run, scored }) => run === name && scored > 0);
  if (row) return { run: row.run, kind: row.kind };
  throw unknownName(
    'prediction',
    name,
    predictions.map((prediction) => prediction.name),
  );
}

function needsClass(prediction: string, classes: readonly string[]): PortraitError {
  const example = classes[0] ?? '';
  return new PortraitError({
    code: 'RULE_NEEDS_CLASS',
    message: `The prediction “${prediction}” has several classes.`,
    hint: `Name one: prediction("${prediction}", "${example}") > 0.7`,
    details: { prediction, example },
  });
}
