import { join } from 'node:path';
import type { Handlers } from '../../../../shared/contract/handlers.ts';
import { PortraitError } from '../../../../shared/errors.ts';
import { writeExport } from '../../files/export-file.ts';
import type { FilesContext } from '../../files/file-access.ts';
import { rejectedSource } from '../../store/imports/rejected-source.ts';
import { exportFolder } from '../../store/workspace.ts';
import type { WorkspaceContext } from '../../store/workspace-context.ts';
import { importNotFound } from '../import-not-found.ts';
import { rejectedTable } from './rejected-table.ts';

export const rejectedHandlers = {
  'ingest.rejectedCsv': ({ import: id, out, replace }, context) => {
    const { db, path } = context.workspace();
    const source = rejectedSource(db, id);
    if (!source) throw importNotFound(id);
    if (source.rejected === 0) throw nothingRejected(id);
    const folder = exportFolder(path);
    const file = context.files.resolveWritable(out ?? join(folder, `rejected-${id}.csv`), folder);
    return { ...writeExport(file, rejectedTable(db, source), replace), rejected: source.rejected };
  },
} satisfies Partial<Handlers<WorkspaceContext & FilesContext>>;

function nothingRejected(id: number): PortraitError {
  return new PortraitError({
    code: 'NOTHING_REJECTED',
    message: `Import ${id} has no rejected rows.`,
    hint: 'All of its rows were imported, dropped by cleaning, or duplicates.',
    details: { import: id },
  });
}
