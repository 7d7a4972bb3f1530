import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { type RememberedMapping, rememberedMappingFor } from '../../store/imports/remembered-mapping.ts';
import type { Inspection } from '../detect/inspect.ts';
import { isPreset } from '../detect/presets.ts';
import type { TableStart } from '../detect/table-start.ts';
import type { OpenedTable } from '../open/opened-table.ts';

/**
 * Applies the remembered options of an earlier import to a table with the same columns. If a mapping or a preset is
 * requested, nothing is remembered; any other requested option takes precedence. Tables without a header are never
 * matched, as generated column names do not identify a source.
 */
export function withRememberedMapping(db: Database, opened: OpenedTable, { header }: TableStart): OpenedTable {
  const { request, savedPresets } = opened;
  if (request.mapping !== undefined || request.preset !== undefined) return opened;
  const earlierImport = header.header ? rememberedMappingFor(db, header.columns) : null;
  if (!earlierImport) return opened;
  const { preset } = earlierImport.options;
  if (preset !== undefined && !isPreset(preset, savedPresets)) return opened;
  return { ...opened, remembered: earlierImport.import, request: { ...earlierImport.options, ...request } };
}

/**
 * Returns the options to remember for the next file with the same columns. A detected preset is omitted, as it will be
 * detected again.
 */
export function rememberedMappingOf({ request }: OpenedTable, inspection: Inspection): RememberedMapping {
  const { mapping: requestedMapping, file: _, inner: _inner, encoding: _encoding, ...options } = request;
  if (requestedMapping === undefined && inspection.preset !== null) return options;
  return { ...options, mapping: withoutFileAction(inspection) };
}

/** Omits an action that was taken from the file name or is a default: the next file may have another. */
function withoutFileAction({ mapping, reasons: whys }: Inspection): Mapping {
  const why = whys.get('action');
  if (why !== 'filename' && why !== 'default') return mapping;
  const { action: _, ...rest } = mapping;
  return rest;
}
