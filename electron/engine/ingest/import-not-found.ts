import { PortraitError } from '../../../shared/errors.ts';

export function importNotFound(id: number): PortraitError {
  return new PortraitError({
    code: 'IMPORT_NOT_FOUND',
    message: `There is no import ${id} in this workspace.`,
    hint: 'See the list of imports on the data page.',
    details: { import: id },
  });
}
