import type { Database } from 'better-sqlite3';
import type { Mapping } from '../../../../shared/domain/mapping.ts';
import { type Recall, recallFor } from '../../store/imports/remembered-mapping.ts';
import { type Inspection, inspect, type TextTable } from '../detect/inspect.ts';
import { isPreset } from '../detect/presets.ts';
import type { Opened } from '../open/opened-table.ts';

type Asked = TextTable & Pick<Opened, 'request'>;

/**
 * A table whose columns are those of an earlier import of the workspace is asked for as that one was, unless it is said
 * otherwise: with a mapping or a preset of its own nothing is remembered, and any other option of its own counts. Columns
 * that no header names tell no source from another.
 */
export function recalled<T extends Asked>(db: Database, opened: T): T {
  const { request, saved } = opened;
  if (request.mapping !== undefined || request.preset !== undefined) return opened;
  const columns = namedColumns(opened);
  const found = columns && recallFor(db, columns);
  if (!found) return opened;
  const { preset } = found.recall;
  if (preset !== undefined && !isPreset(preset, saved)) return opened;
  return { ...opened, remembered: found.import, request: { ...found.recall, ...request } };
}

function namedColumns(opened: Asked): readonly string[] | null {
  try {
    const { dialect, columns } = inspect(opened.request, opened);
    return dialect.header ? columns : null;
  } catch {
    // What is wrong with it is said when it is read.
    return null;
  }
}

/** What the next file of the same columns should be asked for. A preset that was recognised will be recognised again. */
export function recallOf({ request }: Opened, inspection: Inspection): Recall {
  const { mapping: asked, file: _, inner: _inner, encoding: _encoding, ...options } = request;
  if (asked === undefined && inspection.preset !== null) return options;
  return { ...options, mapping: withoutGivenAction(inspection) };
}

/** An action that was taken from the file's name, or is there because none was said, is for the next file to say. */
function withoutGivenAction({ mapping, whys }: Inspection): Mapping {
  const why = whys.get('action');
  if (why !== 'filename' && why !== 'default') return mapping;
  const { action: _, ...rest } = mapping;
  return rest;
}
