import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { type RememberedMapping, rememberedMappingFor } from '../../store/imports/remembered-mapping.ts';
import { type Inspection, inspect, type TextTable } from '../detect/inspect.ts';
import { isPreset } from '../detect/presets.ts';
import type { OpenedTable } from '../open/opened-table.ts';

type TableWithRequest = TextTable & Pick<OpenedTable, 'request'>;

/**
 * A table whose columns are those of an earlier import of the workspace is asked for as that one was, unless it is said
 * otherwise: with a mapping or a preset of its own nothing is remembered, and any other option of its own counts. Columns
 * that no header names tell no source from another.
 */
export function withRememberedMapping<T extends TableWithRequest>(db: Database, opened: T): T {
  const { request, savedPresets } = opened;
  if (request.mapping !== undefined || request.preset !== undefined) return opened;
  const columns = headerColumns(opened);
  const earlierImport = columns && rememberedMappingFor(db, columns);
  if (!earlierImport) return opened;
  const { preset } = earlierImport.options;
  if (preset !== undefined && !isPreset(preset, savedPresets)) return opened;
  return { ...opened, remembered: earlierImport.import, request: { ...earlierImport.options, ...request } };
}

function headerColumns(opened: TableWithRequest): readonly string[] | null {
  try {
    const { dialect, columns } = inspect(opened.request, opened);
    return dialect.header ? columns : null;
  } catch {
    // What is wrong with it is said when it is read.
    return null;
  }
}

/** What the next file of the same columns should be asked for. A preset that was recognised will be recognised again. */
export function rememberedMappingOf({ request }: OpenedTable, inspection: Inspection): RememberedMapping {
  const { mapping: requestedMapping, file: _, inner: _inner, encoding: _encoding, ...options } = request;
  if (requestedMapping === undefined && inspection.preset !== null) return options;
  return { ...options, mapping: withoutFileAction(inspection) };
}

/** An action that was taken from the file's name, or is there because none was said, is for the next file to say. */
function withoutFileAction({ mapping, reasons: whys }: Inspection): Mapping {
  const why = whys.get('action');
  if (why !== 'filename' && why !== 'default') return mapping;
  const { action: _, ...rest } = mapping;
  return rest;
}
