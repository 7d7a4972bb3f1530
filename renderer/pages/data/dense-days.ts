import type { Output } from '../../../shared/contract/index.ts';

/** Returns the activity with a column for every day from the first to the last, including days without events. */
export function denseDays({ days, actions, counts }: Output<'workspace.activity'>): Output<'workspace.activity'> {
  const first = days[0] ?? 0;
  const width = days.length === 0 ? 0 : (days.at(-1) ?? first) - first + 1;
  const dense = new Int32Array(actions.length * width);
  for (let action = 0; action < actions.length; action++) {
    days.forEach((day, d) => {
      dense[action * width + day - first] = counts[action * days.length + d] ?? 0;
    });
  }
  return { days: Int32Array.from({ length: width }, (_, d) => first + d), actions, counts: dense };
}
