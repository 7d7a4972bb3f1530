import { segmentQueries } from '../../../electron/engine/segment/queries.ts';
import { QueryState } from '../../../electron/engine/segment/query-state.ts';
import type { OpenWorkspace } from '../../../electron/engine/store/workspace.ts';

/** The portrait of a user, as the engine answers it. */
export const portraitOf = (workspace: OpenWorkspace, user: string) =>
  segmentQueries.portrait(new QueryState(workspace), { user });
