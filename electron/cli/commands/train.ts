import type { Command } from 'commander';
import type { TrainEstimate } from '../../../shared/contract/runs.ts';
import type { TrainSummary } from '../../../shared/contract/train.ts';
import { type CommonOptions, type Result, runInWorkspace } from '../result.ts';
import type { Session } from '../session.ts';
import { count, duration, measure, paragraphs, table } from '../text.ts';
import { addSettings, resolveSettings, type SettingsOptions } from '../train-settings.ts';
import { addCommand } from './command.ts';

interface Options extends CommonOptions, SettingsOptions {
  resume?: string | true;
  estimate?: boolean;
}

export function addTrain(program: Command): void {
  addSettings(addCommand(program, 'train <workspace>', 'train a model on the events of the workspace'))
    .option('--resume [run]', 'resume an interrupted run (default: the last)')
    .option('--estimate', 'only estimate the training time, from a few steps')
    .action((workspace: string, options: Options) =>
      runInWorkspace(workspace, options, (session) =>
        options.estimate ? estimate(options, session) : train(options, session),
      ),
    );
}

async function train(options: Options, session: Session): Promise<Result> {
  const { resume } = options;
  const config = await resolveSettings(options, session);
  const summary =
    resume === true
      ? await session.resumeLast('train.start')
      : await session.run('train.start', { config, ...(resume ? { resume } : {}) });
  return { json: { ...summary }, text: describeTraining(summary) };
}

async function estimate(options: Options, session: Session): Promise<Result> {
  const config = await resolveSettings(options, session);
  const estimateResult = await session.run('train.estimate', { config });
  return { json: { ...estimateResult }, text: describeEstimate(estimateResult, (config?.patience ?? 0) > 0) };
}

function describeTraining(summary: TrainSummary): string {
  const validation = Object.entries(summary.validation).map(([name, value]) => [name, measure(value)]);
  return paragraphs(
    `Trained ${summary.run} on ${summary.backend}: ${count(summary.parameters)} parameters, ${count(summary.steps)} steps`,
    table([
      ['epochs', count(summary.epochs)],
      ['events', count(summary.events)],
      ['time', duration(summary.seconds)],
      ['events per second', count(summary.eventsPerSecond)],
    ]),
    ENDINGS[summary.endedBy](summary),
    validation.length > 0 ? `validation metrics\n${table(validation)}` : '',
  );
}

export const ENDINGS: Readonly<Record<TrainSummary['endedBy'], (summary: TrainSummary) => string>> = {
  epochs: () => '',
  patience: ({ bestEpoch }) =>
    `Early stopping: validation did not improve after epoch ${bestEpoch}, whose weights are kept`,
  minutes: () => 'Stopped at the time limit',
  stopped: () => 'Stopped on request',
};

function describeEstimate(trainEstimate: TrainEstimate, hasPatience: boolean): string {
  const { epochs, secondsPerEpoch, seconds, endedBy } = trainEstimate;
  const limit = endedBy === 'minutes' ? ', up to the time limit' : hasPatience ? ', or fewer with early stopping' : '';
  return paragraphs(
    `About ${duration(seconds)}: ${count(epochs)} epochs of ${duration(secondsPerEpoch)}${limit}`,
    table([
      ['parameters', count(trainEstimate.parameters)],
      ['memory', `${count(trainEstimate.memory / 1e6)} MB`],
      ['steps per epoch', count(trainEstimate.stepsPerEpoch)],
      ['events per second', count(trainEstimate.eventsPerSecond)],
    ]),
  );
}
