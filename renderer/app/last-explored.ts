import { hashOf, parseHash } from '../base/route.ts';
import { onWorkspaceChange } from '../engine/workspace-change.ts';

/** Last address of Explore, with its selection and view; null if Explore has not been shown in this workspace. */
let lastHash: string | null = null;

const remember = () => {
  if (parseHash(location.hash)?.page === 'explore') lastHash = location.hash;
};
remember();
window.addEventListener('hashchange', remember);
onWorkspaceChange((previous) => {
  if (previous !== null) lastHash = null;
});

/** Returns the address that restores Explore with its last selection and view. */
export const lastExplored = (): string => lastHash ?? hashOf('explore');
