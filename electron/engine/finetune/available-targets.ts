import type { Database } from 'better-sqlite3';
import type { AvailableTargets, Obstacle } from '../../../shared/contract/prediction.ts';
import { firstTime, hasMixedTimes, hasTimes, lastTime } from '../store/events/times.ts';
import { actionEvents, declaredCounts, hasMoney, topEntities } from '../store/models/available-targets.ts';
import { userCount } from '../store/names/name-lookup.ts';
import { purchaseActionIds } from '../store/names/purchase-actions.ts';
import { isNumeric, splitValues } from './labels/attribute-labels.ts';
import { longestWindow } from './labels/cutoffs.ts';

const MAX_VALUES = 30;
const MAX_THINGS = 100;
const BANDS = 5;
const MIN_USERS = 20;
/** Candidate delimiters between labels, and the share of users whose value must contain one. */
const SEPARATORS = [',', '|', ';', '、', '，', '/'];
const SEPARATED_SHARE = 0.2;

/** Returns the targets that a workspace can predict, and the obstacle of each that it cannot. */
export function availableTargets(db: Database): AvailableTargets {
  const users = userCount(db);
  const hasDates = hasTimes(db) && !hasMixedTimes(db);
  const [first, last] = hasDates ? [firstTime(db), lastTime(db)] : [null, null];
  const longestDays = first === null || last === null ? 0 : longestWindow({ first, last });
  const actions = actionEvents(db);
  const purchases = purchaseActionIds(db);
  const countedActions = purchases.length > 0 ? purchases : actions.map(({ id }) => id);
  const things = {
    category: topEntities(db, 'category', countedActions, MAX_THINGS),
    brand: topEntities(db, 'brand', countedActions, MAX_THINGS),
    item: topEntities(db, 'item', countedActions, MAX_THINGS),
  };
  const nothingToRank = Object.values(things).every((list) => list.length === 0);
  const commonObstacle: Obstacle | null = longestDays === 0 ? 'NO_TIMES' : users < MIN_USERS ? 'TOO_FEW_USERS' : null;
  const moneyObstacle = purchases.length === 0 ? 'NO_PURCHASES' : hasMoney(db, purchases) ? null : 'NO_MONEY';
  return {
    users,
    firstTime: first,
    lastTime: last,
    longestDays,
    attributes: attributes(db),
    actions: actions.map(({ id, name, events }) => ({ name, events, purchase: purchases.includes(id) })),
    popularNames: things,
    obstacles: {
      buys: commonObstacle ?? (nothingToRank ? 'NO_THINGS' : null),
      returns: commonObstacle,
      spend: commonObstacle ?? moneyObstacle,
      next: commonObstacle ?? (nothingToRank ? 'NO_THINGS' : null),
    },
  };
}

function attributes(db: Database): AvailableTargets['attributes'] {
  const byName = Map.groupBy(declaredCounts(db), ({ attribute }) => attribute);
  return [...byName].map(([name, rows]) => {
    const users = rows.reduce((sum, row) => sum + row.users, 0);
    const numbers = rows.flatMap((row) => new Array<number>(row.users).fill(Number(row.value)));
    const numeric = rows.length > 2 && isNumeric(numbers);
    const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
    const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
    const obstacle: Obstacle | null = rows.length < 2 ? 'ONE_CLASS' : users < MIN_USERS ? 'TOO_FEW_USERS' : null;
    return {
      name,
      users,
      distinct: rows.length,
      values: rows.slice(0, MAX_VALUES).map(({ value, users: valueUsers }) => ({ value, users: valueUsers })),
      range: numeric ? { low: sorted[0]!, median: quantile(0.5), high: sorted.at(-1)! } : null,
      bands: numeric ? bandsOf(quantile, sorted[0]!) : [],
      separator: numeric ? null : separatorOf(rows, users),
      obstacle,
    };
  });
}

/** Returns the distinct quintile bounds above the lowest value. */
function bandsOf(quantile: (share: number) => number, lowest: number): number[] {
  const bounds = Array.from({ length: BANDS - 1 }, (_, i) => quantile((i + 1) / BANDS));
  return [...new Set(bounds)].filter((bound) => bound > lowest);
}

function separatorOf(rows: readonly { value: string; users: number }[], users: number): string | null {
  const share = (separator: string) =>
    rows.reduce((sum, row) => sum + (splitValues(row.value, separator).length > 1 ? row.users : 0), 0) / users;
  return SEPARATORS.find((separator) => share(separator) >= SEPARATED_SHARE) ?? null;
}
