import { PortraitError } from '../../../shared/errors.ts';

export function runUnfinished(id: string): PortraitError {
  return new PortraitError({
    code: 'RUN_UNFINISHED',
    message: `The training of ${id} is not finished.`,
    hint: 'Resume the training first.',
    details: { run: id },
  });
}

export function runReadsTexts(run: string): PortraitError {
  return new PortraitError({
    code: 'RUN_READS_TEXTS',
    message: `${run} is a text model and does not read events.`,
    hint: 'Choose a run trained on behaviour, or none.',
    details: { run },
  });
}

export function readsNoTexts(id: string): PortraitError {
  return new PortraitError({
    code: 'RUN_READS_NO_TEXTS',
    message: `${id} is not a text model.`,
    hint: 'Choose a text model, or train one on the texts of the workspace.',
    details: { run: id },
  });
}
