import type { Handlers } from '../../../shared/contract/handlers.ts';
import { PortraitError } from '../../../shared/errors.ts';
import type { FilesContext } from '../files/file-access.ts';
import type { SegmentQueriesContext } from '../segment/query-thread.ts';
import { mapFor, segmentExists } from '../segment/saved-segments.ts';
import { briefNotFound, listBriefs, markBriefDeleted, readBrief } from '../store/briefs/briefs.ts';
import { importState } from '../store/names/name-lookup.ts';
import { saveSegment, segmentRow } from '../store/segments/segments.ts';
import { exportFolder } from '../store/workspace.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';
import { exportGroup } from './export-group.ts';
import { briefFileName, saveBrief } from './save-brief.ts';

export const briefHandlers = {
  'brief.list': (_input, context) => ({ briefs: listBriefs(context.workspace().db) }),
  'brief.get': ({ brief: id }, context) => {
    const { db } = context.workspace();
    const brief = readBrief(db, id);
    return { brief, outdated: brief !== null && brief.dataState !== importState(db) };
  },
  'brief.delete': ({ brief }, context) => {
    changeBrief(context, brief, true);
    return {};
  },
  'brief.restore': ({ brief }, context) => {
    changeBrief(context, brief, false);
    return {};
  },
  'brief.save': (input, context) => {
    const workspace = context.workspace();
    const place = input.out ?? briefFileName(workspace, input);
    const file = context.files.resolveWritable(place, exportFolder(workspace.path));
    saveBrief(workspace, input, file);
    return { file };
  },
  'brief.exportGroup': async ({ brief: id, group: key, name }, context) => {
    const workspace = context.workspace();
    const { db } = workspace;
    const brief = readBrief(db, id);
    if (!brief) throw briefNotFound(id ?? 'brief-1');
    const group = brief.groups.find((one) => one.key === key);
    if (!group) throw groupNotFound(brief.brief, key);
    const definition = JSON.stringify(group.definition);
    const members = await context.segmentQueries().run('members', group.definition);
    const earlier = segmentRow(db, name);
    if (earlier && earlier.definition !== definition) throw segmentExists(name);
    const files = exportGroup(workspace, group, members, name, mapFor(db, group.definition));
    saveSegment(db, name, definition, members);
    context.changed();
    return { segment: name, ...files };
  },
} satisfies Partial<Handlers<WorkspaceContext & FilesContext & SegmentQueriesContext>>;

/** Deletes or restores a brief. Throws BRIEF_NOT_FOUND. */
function changeBrief(context: WorkspaceContext, brief: string, deleted: boolean): void {
  if (!markBriefDeleted(context.workspace().db, brief, deleted)) throw briefNotFound(brief);
  context.changed();
}

function groupNotFound(brief: string, group: string): PortraitError {
  return new PortraitError({
    code: 'GROUP_NOT_FOUND',
    message: `${brief} has no group ${group}.`,
    hint: 'Choose one of its groups.',
    details: { brief, group },
  });
}
