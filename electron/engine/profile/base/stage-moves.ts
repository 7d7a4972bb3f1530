import type { Stages } from '../../../../shared/contract/base.ts';
import { LIFE_STAGES, NO_STAGE } from '../../../../shared/domain/life-stage.ts';
import { lastDayOf, monthName, monthOf } from '../../../../shared/domain/time/months.ts';
import type { CustomerFigures } from '../portrait/customer-figures.ts';

const STAGES = LIFE_STAGES.length;
/** Number of months whose transitions are counted. */
const MONTHS = 12;

/** Counts life stages at the ends of the last months. Months with too few gaps between purchases are left out. */
export function stageMoves(figures: CustomerFigures): Pick<Stages, 'months' | 'counts' | 'moves'> {
  const last = monthOf(figures.until);
  const ends = Array.from({ length: MONTHS + 1 }, (_, i) => last - MONTHS + i).flatMap((month) => {
    const stages = figures.stagesOn(Math.min(lastDayOf(month), figures.until));
    return stages ? [{ month, stages }] : [];
  });
  const counts = new Int32Array(ends.length * STAGES);
  const moves = new Int32Array(Math.max(0, ends.length - 1) * (STAGES + 1) * STAGES);
  for (const [i, { stages }] of ends.entries()) {
    const before = ends[i - 1]?.stages;
    for (let row = 0; row < stages.length; row++) {
      const to = stages[row]!;
      if (to === NO_STAGE) continue;
      counts[i * STAGES + to]!++;
      if (!before) continue;
      const from = Math.min(before[row]!, STAGES);
      moves[((i - 1) * (STAGES + 1) + from) * STAGES + to]!++;
    }
  }
  return { months: ends.map(({ month }) => monthName(month)), counts, moves };
}
