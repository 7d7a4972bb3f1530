import { join } from 'node:path';
import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { FilesContext } from '../files/file-access.ts';
import { hasImport, listImports } from '../store/imports/imports.ts';
import { rejectedRows } from '../store/imports/rejected-rows.ts';
import { listIdentities } from '../store/names/identities.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import { inspectTable } from './detect/inspected-table.ts';
import { previewFile } from './detect/preview.ts';
import { importNotFound } from './import-not-found.ts';
import { liveHandlers } from './live/handlers.ts';
import type { LiveContext } from './live/live-events.ts';
import { expandFiles } from './open/expand-files.ts';
import type { OpenedTable } from './open/opened-table.ts';
import { rejectedHandlers } from './rejected/handlers.ts';
import { reportInZone } from './report/report-in-zone.ts';
import { presetHandlers } from './saved-presets/handlers.ts';
import { readSavedPresets } from './saved-presets/preset-files.ts';
import { applyRememberedMapping } from './stage/apply-remembered-mapping.ts';
import { watchHandlers } from './watch/handlers.ts';
import type { WatchesContext } from './watch/watches.ts';

export const ingestHandlers = {
  ...presetHandlers,
  ...rejectedHandlers,
  ...watchHandlers,
  ...liveHandlers,
  'ingest.preview': async (input, context) => {
    const { files } = context;
    const savedPresets = readSavedPresets(files.home).presets;
    const db = context.hasWorkspace() ? context.workspace().db : null;
    const [file = input.file] = expandFiles(files.resolveReadable(input.file));
    const preview = await previewFile({ ...input, file }, (opened, folder) => {
      const table: OpenedTable = { ...opened, savedPresets };
      return db ? applyRememberedMapping(db, table, join(folder, 'corrected.csv')) : inspectTable(table);
    });
    return { ...preview, file: input.file };
  },
  'ingest.imports': (_input, context) => ({ imports: listImports(context.workspace().db) }),
  'ingest.identities': ({ offset, limit }, context) => listIdentities(context.workspace().db, offset, limit),
  'ingest.rejected': ({ import: id, offset, limit }, context) => {
    const { db } = context.workspace();
    if (!hasImport(db, id)) throw importNotFound(id);
    return rejectedRows(db, id, offset, limit);
  },
  'ingest.report': ({ import: id }, context) => {
    const { db } = context.workspace();
    if (!hasImport(db, id)) throw importNotFound(id);
    return { report: reportInZone(db, id) };
  },
} satisfies Partial<Handlers<WorkspaceContext & FilesContext & WatchesContext & LiveContext>>;
