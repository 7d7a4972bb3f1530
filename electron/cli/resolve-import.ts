import { PortraitError } from '../../shared/errors.ts';
import type { Session } from './session.ts';

/** The import that is meant: the one that is named, else the newest. Throws IMPORT_NOT_FOUND where there is none. */
export async function importOr(session: Session, named: number | undefined): Promise<number> {
  const id = named ?? (await session.client.call('ingest.imports', {})).imports[0]?.import;
  if (id !== undefined) return id;
  throw new PortraitError({
    code: 'IMPORT_NOT_FOUND',
    message: 'Nothing has been imported yet.',
    hint: 'Import a file first: portrait import WORKSPACE FILE.',
  });
}
