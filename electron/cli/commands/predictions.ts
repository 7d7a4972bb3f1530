import type { Command } from 'commander';
import type { PredictionRow } from '../../../shared/contract/prediction.ts';
import type { Target } from '../../../shared/domain/finetune-config.ts';
import { isoMinute } from '../../../shared/domain/time/local-time.ts';
import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import { PortraitError } from '../../../shared/errors.ts';
import { type Result, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { shownZone } from '../shown-zone.ts';
import { count, measure, table } from '../text.ts';
import { addCommand } from './command.ts';
import { addManageOptions, type ManageOptions, removeRun, renameRun } from './manage-run.ts';

interface Options extends ManageOptions {
  prediction?: string;
}

export function addPredictions(program: Command): void {
  const command = addCommand(
    program,
    'predictions <workspace>',
    'list predictions, newest first; rename, annotate or delete one',
  );
  addManageOptions(command, '--prediction').action((workspace: string, options: Options) =>
    runInWorkspace(workspace, options, (session) => managePredictions(session, options)),
  );
}

async function managePredictions(session: Session, options: Options): Promise<Result> {
  if (options.delete) return removeRun(session, options.prediction, '--prediction');
  await renameRun(session, options.prediction, options, () => newestPrediction(session));
  const { predictions } = await session.client.call('prediction.list', {});
  return { json: { predictions }, text: describe(predictions, shownZone(await session.info())) };
}

/** Returns the newest prediction. Throws NO_RUN if nothing has been fine-tuned. */
export async function newestPrediction(session: Session): Promise<string> {
  const [newest] = (await session.client.call('prediction.list', {})).predictions;
  if (newest) return newest.run;
  throw new PortraitError({
    code: 'NO_RUN',
    message: 'There are no predictions yet.',
    hint: 'Train one with "portrait finetune".',
    details: { variant: 'prediction' },
  });
}

const VERDICTS: Record<PredictionRow['verdict'], string> = { better: 'better', maybe: 'not significant', no: 'worse' };

function describe(predictions: readonly PredictionRow[], zone: TimeZone): string {
  if (predictions.length === 0) return 'There are no predictions yet';
  const rows = predictions.map(({ run, title, target, created, metric, model, linear, verdict, scored }) => [
    run,
    title,
    targetText(target),
    isoMinute(zone, created),
    `${metric} ${measure(model.value)}`,
    measure(linear.value),
    VERDICTS[verdict],
    count(scored),
  ]);
  return table(rows, ['run', 'title', 'target', 'date', 'model', 'linear', 'verdict', 'scored']);
}

function targetText(target: Target): string {
  switch (target.kind) {
    case 'attribute':
      return target.attribute;
    case 'buys':
      return `buys ${target.of} ${target.names.join(', ')} within ${target.days} days`;
    case 'next':
      return `next ${target.of} within ${target.days} days`;
    case 'returns':
    case 'spend':
      return `${target.kind} within ${target.days} days`;
    case 'rating':
      return 'rating of a text';
  }
}
