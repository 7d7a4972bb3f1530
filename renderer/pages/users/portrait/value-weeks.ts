import type { WorkspaceInfo } from '../../../../shared/contract/workspace.ts';

const WEEK = 7 * 86_400_000;
/** Horizon of the literature, which leaves room for a back-test only in data of more than twice its length. */
const MOST = 39;
const LEAST = 4;

/** Returns the horizon in weeks for which models of purchases are fitted: a third of the time of the data, at most 39. */
export function valueWeeks({ firstTime, lastTime }: Pick<WorkspaceInfo, 'firstTime' | 'lastTime'>): number {
  if (firstTime === null || lastTime === null) return MOST;
  const weeks = (Date.parse(lastTime) - Date.parse(firstTime)) / WEEK;
  return Math.min(MOST, Math.max(LEAST, Math.floor(weeks / 3)));
}
