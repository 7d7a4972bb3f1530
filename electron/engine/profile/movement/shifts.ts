import type { Database } from 'better-sqlite3';
import type { Shift } from '../../../../shared/contract/movement.ts';
import { countsAround } from '../../store/events/events-since.ts';
import { nameAndTitles } from '../portrait/name-and-titles.ts';

/** Kinds by which events are compared, the first of which has any values. */
const KINDS = ['category', 'item', 'brand'] as const;
const LIMIT = 3;

/** Returns what has the largest differences between its share of a user’s events after an import and before it. */
export function shiftsOf(db: Database, user: number, lastImport: number): Shift[] {
  for (const kind of KINDS) {
    const counts = countsAround(db, user, kind, lastImport);
    if (counts.length === 0) continue;
    const total = (of: 'recent' | 'earlier') => counts.reduce((sum, count) => sum + count[of], 0);
    const [recent, earlier] = [total('recent'), total('earlier')];
    const shareOf = (events: number, all: number) => (all > 0 ? events / all : 0);
    return counts
      .map((count) => ({
        ...count,
        share: shareOf(count.recent, recent),
        earlierShare: shareOf(count.earlier, earlier),
      }))
      .filter(({ share, earlierShare }) => share > earlierShare)
      .sort((a, b) => b.share - b.earlierShare - (a.share - a.earlierShare) || a.id - b.id)
      .slice(0, LIMIT)
      .map(({ id, share, earlierShare, recent: events }) => ({
        kind,
        ...nameAndTitles(db, kind, id),
        ...{ events, share, earlierShare },
      }));
  }
  return [];
}
