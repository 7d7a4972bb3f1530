import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { FilesContext } from '../files/file-access.ts';
import { userCount } from '../store/names/name-lookup.ts';
import { deleteSegment, saveSegment, segmentMembers, segmentRow, segmentRows } from '../store/segments/segments.ts';
import { exportFolder } from '../store/workspace.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import { compareWithEveryone } from './compare-with-everyone.ts';
import { membersOf, parseDefinition, ruleText } from './definition.ts';
import { exportFileName, exportTable } from './export.ts';
import { memberPage } from './member-page.ts';
import { mapFor, savedSegment, segmentExists, segmentNotFound, summaryOf } from './saved-segments.ts';

export const segmentHandlers = {
  'segment.preview': ({ definition, ...options }, context) => {
    const { db } = context.workspace();
    const parsed = parseDefinition(db, definition);
    const members = membersOf(db, parsed);
    const comparison = compareWithEveryone(db, members, options);
    return { size: members.length, users: userCount(db), rule: ruleText(parsed), ...comparison };
  },
  'segment.create': ({ name, definition, replace }, context) => {
    const { db } = context.workspace();
    if (!replace && segmentRow(db, name)) throw segmentExists(name);
    const parsed = parseDefinition(db, definition);
    const members = membersOf(db, parsed);
    saveSegment(db, name, JSON.stringify(parsed), members);
    context.changed();
    return { segment: name, size: members.length, users: userCount(db), rule: ruleText(parsed) };
  },
  'segment.list': (_input, context) => ({ segments: segmentRows(context.workspace().db).map(summaryOf) }),
  'segment.get': ({ segment, minimumUsers, liftRows, ...page }, context) => {
    const { db } = context.workspace();
    const row = savedSegment(db, segment);
    const summary = summaryOf(row);
    const members = segmentMembers(db, row.id);
    const map = mapFor(db, summary.definition);
    return {
      ...summary,
      users: userCount(db),
      map,
      members: memberPage(db, members, map, page),
      ...compareWithEveryone(db, members, { minimumUsers, liftRows }),
    };
  },
  'segment.delete': ({ segment }, context) => {
    const { db } = context.workspace();
    if (!deleteSegment(db, segment)) throw segmentNotFound(db, segment);
    context.changed();
    return {};
  },
  'segment.export': (input, context) => {
    const { db, path } = context.workspace();
    const folder = exportFolder(path);
    return exportTable(db, input, context.files.resolveWritable(input.out ?? exportFileName(folder, input), folder));
  },
} satisfies Partial<Handlers<WorkspaceContext & FilesContext>>;
