import type { Database } from 'better-sqlite3';
import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { FilesContext } from '../files/file-access.ts';
import { userCount } from '../store/names/name-lookup.ts';
import {
  type DeletedSegment,
  deleteSegment,
  restoreSegment,
  saveSegment,
  segmentMembers,
  segmentRow,
  segmentRows,
} from '../store/segments/segments.ts';
import { traitRows } from '../store/traits/traits.ts';
import { exportFolder } from '../store/workspace.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import { parseDefinition, ruleText } from './definition.ts';
import { Deletions } from './deletions.ts';
import { exportFileName, exportTable } from './export.ts';
import type { SegmentQueriesContext } from './query-thread.ts';
import { mapFor, savedSegment, segmentExists, segmentNotFound, summaryOf } from './saved-segments.ts';
import { requireNoCircle } from './segment-references.ts';
import { NO_TRAITS } from './traits/trait-cells.ts';

const deletions = new Deletions<DeletedSegment>();

export const segmentHandlers = {
  'segment.preview': (input, context) => context.segmentQueries().run('preview', input),
  'segment.create': async ({ name, definition, replace }, context) => {
    const { db } = context.workspace();
    const requireUnusedName = () => {
      if (!replace && segmentRow(db, name)) throw segmentExists(name);
    };
    requireUnusedName();
    const parsed = parseDefinition(db, definition);
    requireNoCircle(db, name, parsed);
    const members = await context.segmentQueries().run('members', parsed);
    requireUnusedName();
    const replaced = rememberSegment(db, name);
    saveSegment(db, name, JSON.stringify(parsed), members);
    context.changed();
    return { segment: name, size: members.length, users: userCount(db), rule: ruleText(parsed), replaced };
  },
  'segment.list': (_input, context) => ({ segments: segmentRows(context.workspace().db).map(summaryOf) }),
  'segment.get': async ({ segment, minimumUsers, liftRows, ...page }, context) => {
    const { db } = context.workspace();
    const row = savedSegment(db, segment);
    const summary = summaryOf(row);
    const map = mapFor(db, summary.definition);
    return {
      ...summary,
      users: userCount(db),
      map,
      members: await context.segmentQueries().run('page', { segment: row.id, map, ...page }),
      ...(await context
        .segmentQueries()
        .run('lift', { segment: row.id, definition: summary.definition, minimumUsers, liftRows })),
    };
  },
  'segment.delete': ({ segment }, context) => {
    const { db } = context.workspace();
    const row = savedSegment(db, segment);
    const deleted = deletions.remember(db, { ...row, members: segmentMembers(db, row.id) });
    deleteSegment(db, segment);
    context.changed();
    return { deleted };
  },
  'segment.restore': ({ segment, deleted: number, replace }, context) => {
    const { db } = context.workspace();
    if (!replace && segmentRow(db, segment)) throw segmentExists(segment);
    const deleted = deletions.find(db, segment, number);
    if (!deleted) throw segmentNotFound(db, segment);
    const replaced = rememberSegment(db, segment);
    restoreSegment(db, deleted);
    deletions.forget(db, deleted);
    context.changed();
    return { replaced };
  },
  'segment.export': async (input, context) => {
    const { db, path } = context.workspace();
    const folder = exportFolder(path);
    const file = context.files.resolveWritable(input.out ?? exportFileName(folder, input), folder);
    const hasTraits = !('map' in input) && traitRows(db).length > 0;
    const traits = hasTraits ? await context.segmentQueries().run('traitTable', {}) : NO_TRAITS;
    return exportTable(db, input, { file, traits });
  },
} satisfies Partial<Handlers<WorkspaceContext & FilesContext & SegmentQueriesContext>>;

/**
 * Stores a segment in memory before it is replaced. Returns the number that restores it; null if there is no such
 * segment.
 */
function rememberSegment(db: Database, name: string): number | null {
  const row = segmentRow(db, name);
  return row && deletions.remember(db, { ...row, members: segmentMembers(db, row.id) });
}
