import { hashOf, parseHash } from '../base/route.ts';
import { onWorkspaceChange } from '../engine/workspace-change.ts';

/** The address at which Explore was left, with its selection and view; null if it was not shown in this workspace. */
let lastHash: string | null = null;

const remember = () => {
  if (parseHash(location.hash)?.page === 'explore') lastHash = location.hash;
};
remember();
window.addEventListener('hashchange', remember);
onWorkspaceChange((previous) => {
  if (previous !== null) lastHash = null;
});

/** Returns the address that brings Explore back as it was left. */
export const lastExplored = (): string => lastHash ?? hashOf('explore');
