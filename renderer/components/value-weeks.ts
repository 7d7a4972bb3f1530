import type { WorkspaceInfo } from '../../shared/contract/workspace.ts';

const WEEK = 7 * 86_400_000;
/** Maximum horizon, which is usual in the literature, and minimum horizon, in weeks. */
const MOST = 39;
const LEAST = 4;

/**
 * Returns the horizon of the purchase models in weeks: a third of the period of the data, from 4 to 39, so that the
 * data are long enough for a back-test.
 */
export function valueWeeks({ firstTime, lastTime }: Pick<WorkspaceInfo, 'firstTime' | 'lastTime'>): number {
  if (firstTime === null || lastTime === null) return MOST;
  const weeks = (Date.parse(lastTime) - Date.parse(firstTime)) / WEEK;
  return Math.min(MOST, Math.max(LEAST, Math.floor(weeks / 3)));
}
