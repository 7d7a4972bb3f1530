import { parseHash } from '../base/route.ts';
import { replaceRoute } from '../base/use-route.ts';
import { onWorkspaceChange } from '../engine/workspace-change.ts';

// A segment, user or map in the address belongs to the workspace that was open: another one shows the page without it.
onWorkspaceChange((previous) => {
  const { page, id, query } = parseHash(location.hash);
  if (previous !== null && (id !== null || Object.keys(query).length > 0)) replaceRoute(page);
});
