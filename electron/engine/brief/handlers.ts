import type { Handlers } from '../../../shared/contract/handlers.ts';
import type { FilesContext } from '../files/file-access.ts';
import { listBriefs, readBrief } from '../store/briefs/briefs.ts';
import { importState } from '../store/names/name-lookup.ts';
import type { WorkspaceContext } from '../store/workspace-context.ts';

export const briefHandlers = {
  'brief.list': (_input, context) => ({ briefs: listBriefs(context.workspace().db) }),
  'brief.get': ({ brief: id }, context) => {
    const { db } = context.workspace();
    const brief = readBrief(db, id);
    return { brief, outdated: brief !== null && brief.dataState !== importState(db) };
  },
} satisfies Partial<Handlers<WorkspaceContext & FilesContext>>;
