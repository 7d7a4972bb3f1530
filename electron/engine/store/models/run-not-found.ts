import { PortraitError } from '../../../../shared/errors.ts';

export function runNotFound(id: string): PortraitError {
  return new PortraitError({
    code: 'RUN_NOT_FOUND',
    message: `There is no run ${id} in this workspace.`,
    hint: 'See the model page or "portrait info" for the runs there are, or train one.',
  });
}
