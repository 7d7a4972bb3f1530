import type { Handlers } from '../handlers.ts';
import { readReport } from '../store/import-reports.ts';
import { hasImport, listImports, rejectedRows } from '../store/imports.ts';
import { importNotFound } from './import-not-found.ts';
import { previewFile } from './preview.ts';

export const ingestHandlers = {
  'ingest.preview': ({ file, ...request }, { files }) => ({
    ...previewFile({ ...request, file: files.readable(file) }),
    file,
  }),
  'ingest.imports': (_input, context) => ({ imports: listImports(context.workspace().db) }),
  'ingest.rejected': ({ import: id, offset, limit }, context) => {
    const { db } = context.workspace();
    if (!hasImport(db, id)) throw importNotFound(id);
    return rejectedRows(db, id, offset, limit);
  },
  'ingest.report': ({ import: id }, context) => {
    const { db } = context.workspace();
    if (!hasImport(db, id)) throw importNotFound(id);
    return { report: readReport(db, id) };
  },
} satisfies Partial<Handlers>;
