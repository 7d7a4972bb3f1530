import { PortraitError } from '../../../shared/errors.ts';

/** The training of a run has not ended. `command`: the CLI command that resumes the run. */
export function runUnfinished(id: string, command: 'train' | 'texts'): PortraitError {
  return new PortraitError({
    code: 'RUN_UNFINISHED',
    message: `The training of ${id} has not ended.`,
    hint: `Resume it from the jobs page, or with "portrait ${command} … --resume ${id}".`,
  });
}

export function runReadsTexts(run: string): PortraitError {
  return new PortraitError({
    code: 'RUN_READS_TEXTS',
    message: `${run} reads texts and knows nothing of behaviours.`,
    hint: 'Choose a run that was trained on behaviours, or none.',
  });
}

export function readsNoTexts(id: string): PortraitError {
  return new PortraitError({
    code: 'RUN_READS_NO_TEXTS',
    message: `${id} was trained on behaviour, not on texts.`,
    hint: 'Train one on the workspace’s texts with "portrait text train".',
  });
}
