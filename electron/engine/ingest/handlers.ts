import type { Handlers } from '../handlers.ts';
import { readReport } from '../store/import-reports.ts';
import { hasImport, listImports, rejectedRows } from '../store/imports.ts';
import { importNotFound } from './import-not-found.ts';
import { textOf } from './inspect.ts';
import { previewFile } from './preview.ts';
import { presetHandlers } from './saved-presets/handlers.ts';
import { readSavedPresets } from './saved-presets/preset-files.ts';
import { recalled } from './saved-presets/recall.ts';

export const ingestHandlers = {
  ...presetHandlers,
  'ingest.preview': (input, context) => {
    const { files } = context;
    const request = { ...input, file: files.readable(input.file) };
    const table = { ...textOf(request.file), request, saved: readSavedPresets(files.home).presets };
    const asked = context.hasWorkspace() ? recalled(context.workspace().db, table) : table;
    return { ...previewFile(asked.request, asked), file: input.file };
  },
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
