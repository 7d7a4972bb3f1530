import { parseHash } from '../base/route.ts';
import { replaceRoute } from '../base/use-route.ts';
import { onWorkspaceChange } from '../engine/workspace-change.ts';

// A segment, user or map in the address belongs to the previous workspace: after a switch, the page is shown without
// it.
onWorkspaceChange((previous) => {
  const route = parseHash(location.hash);
  if (previous === null || route === null) return;
  if (route.id !== null || Object.keys(route.query).length > 0) replaceRoute(route.page);
});
