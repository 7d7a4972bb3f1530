import type { Database } from 'better-sqlite3';
import { type ActiveHalves, activeHalves } from '../../store/events/active-halves.ts';
import { eventSummary } from '../../store/events/event-summary.ts';
import { type Measures, readMeasures } from '../../store/events/measures.ts';
import { DAY } from '../../store/events/times.ts';
import { purchaseActionIds } from '../../store/names/purchase-actions.ts';
import { median, quantile } from './proportion.ts';

/** Shortest period in days in which staying away for half of it means something. */
const SHORTEST_PERIOD = 14;

/** What every group of a brief is compared with. */
export interface Everyone extends Measures {
  /** Row of each user in the columns, by id. */
  readonly rowOf: ReadonlyMap<number, number>;
  /** Length of the period in days; null if events have no dates. */
  readonly days: number | null;
  readonly hasPurchases: boolean;
  readonly buyers: number;
  /** Total value of all purchases; 0 if none has a value. */
  readonly money: number;
  readonly medianEvents: number;
  readonly medianRecency: number;
  /** Days that three quarters of the users have been active within. */
  readonly highRecency: number;
  /** Who was active in the first and in the second half of the period; null if it is short or unknown. */
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
