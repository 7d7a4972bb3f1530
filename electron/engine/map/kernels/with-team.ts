import { defaultThreadCount } from '../../threads/thread-count.ts';
import { KernelTeam } from './kernel-team.ts';

/** Number of points below which the work is done before other threads have started. */
const MIN_SHARED_POINTS = 2000;

/**
 * Calls a function with a team of threads for this many points, and terminates them afterwards. The team is null on a
 * machine that cannot run the kernels.
 */
export async function withTeam<T>(points: number, run: (team: KernelTeam | null) => Promise<T>): Promise<T> {
  const team = KernelTeam.start(points < MIN_SHARED_POINTS ? 1 : defaultThreadCount());
  try {
    return await run(team);
  } finally {
    await team?.end();
  }
}
