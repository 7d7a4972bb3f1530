import type { Database } from 'better-sqlite3';
import type { Obstacle, Offered } from '../../../shared/contract/finetune.ts';
import { isPurchase } from '../../../shared/domain/actions.ts';
import { hasMixedTimes, hasTimes, lastTime } from '../store/events/times.ts';
import { actionEvents, declaredCounts, firstTime, hasMoney, thingUsers } from '../store/models/available-targets.ts';
import { userCount } from '../store/names/name-lookup.ts';
import { cut, isNumeric } from './labels/attribute-labels.ts';
import { longestWindow } from './labels/cutoffs.ts';

const VALUES = 30;
const THINGS = 100;
const BANDS = 5;
const FEWEST_USERS = 20;
/** What may stand between labels, and the share of the values that must have it. */
const SEPARATORS = [',', '|', ';', '、', '，', '/'];
const SEPARATED = 0.2;

/** What a workspace offers to be predicted, and what stands in the way of the rest. */
export function offered(db: Database): Offered {
  const users = userCount(db);
  const dated = hasTimes(db) && !hasMixedTimes(db);
  const [first, last] = dated ? [firstTime(db), lastTime(db)] : [null, null];
  const longestDays = first === null || last === null ? 0 : longestWindow({ first, last });
  const actions = actionEvents(db);
  const purchases = actions.filter(({ name }) => isPurchase(name)).map(({ id }) => id);
  const counted = purchases.length > 0 ? purchases : actions.map(({ id }) => id);
  const things = {
    category: thingUsers(db, 'category', counted, THINGS),
    brand: thingUsers(db, 'brand', counted, THINGS),
    item: thingUsers(db, 'item', counted, THINGS),
  };
  const none = Object.values(things).every((those) => those.length === 0);
  const common: Obstacle | null = longestDays === 0 ? 'NO_TIMES' : users < FEWEST_USERS ? 'TOO_FEW_USERS' : null;
  const money = purchases.length === 0 ? 'NO_PURCHASES' : hasMoney(db, purchases) ? null : 'NO_MONEY';
  return {
    users,
    firstTime: first,
    lastTime: last,
    longestDays,
    attributes: attributes(db),
    actions: actions.map(({ name, events }) => ({ name, events, purchase: isPurchase(name) })),
    things,
    obstacles: {
      buys: common ?? (none ? 'NO_THINGS' : null),
      returns: common,
      spend: common ?? money,
      next: common ?? (none ? 'NO_THINGS' : null),
    },
  };
}

function attributes(db: Database): Offered['attributes'] {
  const byName = Map.groupBy(declaredCounts(db), ({ attribute }) => attribute);
  return [...byName].map(([name, rows]) => {
    const users = rows.reduce((sum, row) => sum + row.users, 0);
    const numbers = rows.flatMap((row) => new Array<number>(row.users).fill(Number(row.value)));
    const numeric = rows.length > 2 && isNumeric(numbers);
    const sorted = numbers.filter(Number.isFinite).sort((a, b) => a - b);
    const quantile = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))]!;
    const obstacle: Obstacle | null = rows.length < 2 ? 'ONE_CLASS' : users < FEWEST_USERS ? 'TOO_FEW_USERS' : null;
    return {
      name,
      users,
      distinct: rows.length,
      values: rows.slice(0, VALUES).map(({ value, users: own }) => ({ value, users: own })),
      range: numeric ? { low: sorted[0]!, median: quantile(0.5), high: sorted.at(-1)! } : null,
      bands: numeric ? bandsOf(quantile, sorted[0]!) : [],
      separator: numeric ? null : separatorOf(rows, users),
      obstacle,
    };
  });
}

/** Bounds between fifths, each once and none that nothing lies below. */
function bandsOf(quantile: (share: number) => number, lowest: number): number[] {
  const bounds = Array.from({ length: BANDS - 1 }, (_, i) => quantile((i + 1) / BANDS));
  return [...new Set(bounds)].filter((bound) => bound > lowest);
}

function separatorOf(rows: readonly { value: string; users: number }[], users: number): string | null {
  const share = (separator: string) =>
    rows.reduce((sum, row) => sum + (cut(row.value, separator).length > 1 ? row.users : 0), 0) / users;
  return SEPARATORS.find((separator) => share(separator) >= SEPARATED) ?? null;
}
