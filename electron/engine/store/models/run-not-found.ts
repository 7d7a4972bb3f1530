import { PortraitError } from '../../../../shared/errors.ts';

export function runNotFound(id: string): PortraitError {
  return new PortraitError({
    code: 'RUN_NOT_FOUND',
    message: `This workspace has no run ${id}.`,
    hint: 'Choose one from the list of runs, or train a model.',
    details: { run: id },
  });
}
