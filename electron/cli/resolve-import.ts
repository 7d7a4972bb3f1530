import { PortraitError } from '../../shared/errors.ts';
import type { Session } from './session.ts';

/** Returns the requested import, or the newest one. Throws IMPORT_NOT_FOUND if there is none. */
export async function resolveImport(session: Session, requestedId: number | undefined): Promise<number> {
  const id = requestedId ?? (await session.client.call('ingest.imports', {})).imports[0]?.import;
  if (id !== undefined) return id;
  throw new PortraitError({
    code: 'IMPORT_NOT_FOUND',
    message: 'Nothing has been imported yet.',
    hint: 'Import a file first: portrait import WORKSPACE FILE.',
    details: { variant: 'none' },
  });
}
