import type { Database } from 'better-sqlite3';
import { type ActiveHalves, activeHalves } from '../../store/events/active-halves.ts';
import { eventSummary } from '../../store/events/event-summary.ts';
import { type Measures, readMeasures } from '../../store/events/measures.ts';
import { DAY } from '../../store/events/times.ts';
import { purchaseActionIds } from '../../store/names/purchase-actions.ts';
import { median, quantile } from './proportion.ts';

/** Minimum length of a period in days for which return rates are computed by halves. */
const SHORTEST_PERIOD = 14;

/** All users of the workspace, with whom every group is compared. */
export interface Everyone extends Measures {
  /** Row of each user in the columns, by user id. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** Length of the period in days; null if events have no dates. */
  readonly days: number | null;
  readonly hasPurchases: boolean;
  readonly buyers: number;
  /** Total value of all purchases; 0 if none has a value. */
  readonly money: number;
  readonly medianEvents: number;
  readonly medianRecency: number;
  /** Third quartile of recency in days. */
  readonly highRecency: number;
  /** Users active in the first and in the second half of the period; null if the period is short or unknown. */
  readonly halves: ActiveHalves | null;
}

/** Measures all users of the workspace. */
export function measureEveryone(db: Database): Everyone {
  const measures = readMeasures(db);
  const { first, last } = eventSummary(db);
  const days = first === null || last === null ? null : (last - first) / DAY;
  return {
    ...measures,
    rowOf: new Map(Array.from(measures.users, (user, row) => [user, row])),
    days,
    hasPurchases: purchaseActionIds(db).length > 0 && measures.frequency.some((count) => count > 0),
    buyers: measures.frequency.reduce((sum, count) => sum + (count > 0 ? 1 : 0), 0),
    money: measures.monetary.reduce((sum, value) => sum + value, 0),
    medianEvents: median(measures.events),
    medianRecency: median(measures.recency),
    highRecency: quantile(measures.recency, 0.75),
    halves: days !== null && days >= SHORTEST_PERIOD ? activeHalves(db, last! - (days / 2) * DAY) : null,
  };
}
