import { PortraitError } from '../../../shared/errors.ts';

export function importNotFound(id: number): PortraitError {
  return new PortraitError({
    code: 'IMPORT_NOT_FOUND',
    message: `This workspace has no import ${id}.`,
    hint: 'Choose one from the list of imports.',
    details: { import: id },
  });
}
