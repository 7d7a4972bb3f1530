import type { Output } from '../../../shared/contract/index.ts';
import type { Format } from '../../base/format.ts';
import type { Bar, BarSeries } from '../../components/stacked-bars.ts';

const DAY = 86_400_000;

/** Number of bars above which each would be narrower than two pixels. */
const MAX_BARS = 400;
const WEEK = 7;

interface ActivityBars {
  /** Number of days that a bar stands for: one, or as many weeks as needed for at most 400 bars. */
  daysPerBar: number;
  bars: Bar[];
  series: BarSeries[];
}

/** Returns the bars of events per day, by action; a long history has one or more weeks a bar. Days must be consecutive. */
export function activityBars({ days, actions, counts }: Output<'workspace.activity'>, format: Format): ActivityBars {
  const daysPerBar = days.length <= MAX_BARS ? 1 : WEEK * Math.ceil(days.length / MAX_BARS / WEEK);
  const length = Math.ceil(days.length / daysPerBar);
  const bars = Array.from({ length }, (_, bar) => {
    const first = days[bar * daysPerBar] ?? 0;
    const last = days[Math.min(days.length, (bar + 1) * daysPerBar) - 1] ?? first;
    const label = format.day(first * DAY, 'UTC');
    return { label, title: first === last ? label : `${label} – ${format.day(last * DAY, 'UTC')}` };
  });
  const series = actions.map((name, action) => {
    const sums = new Float64Array(length);
    for (let day = 0; day < days.length; day++)
      sums[Math.floor(day / daysPerBar)]! += counts[action * days.length + day] ?? 0;
    return { name: format.action(name), counts: sums };
  });
  return { daysPerBar, bars, series };
}
