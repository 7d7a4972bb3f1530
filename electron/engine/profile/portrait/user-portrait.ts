import type { Output, Parsed } from '../../../../shared/contract/index.ts';
import type { Interest } from '../../../../shared/contract/portrait.ts';
import { MeasureName } from '../../../../shared/contract/profile.ts';
import { NO_SCORE, quintileScore } from '../../../../shared/domain/quintiles.ts';
import { amountAt } from '../../columns/amounts.ts';
import type { Columns } from '../../columns/columns.ts';
import type { MapColumns } from '../../columns/map-columns.ts';
import { eventsByMonth, hoursOfWeek } from '../../store/events/timeline.ts';
import { newestProfiledRun } from '../../store/models/profiles.ts';
import { requireRun } from '../../store/models/runs.ts';
import { adjacentNames, userAttributes } from '../../store/names/user-facts.ts';
import { segmentsOf } from '../../store/segments/segments.ts';
import type { Workspace } from '../../store/workspace.ts';
import { userId } from '../user-id.ts';
import { clusterOf } from './cluster.ts';
import { customerOf, isoDate } from './customer.ts';
import { habitsOf } from './habits.ts';
import { type InterestKind, interestsOf } from './interests.ts';
import { nameAndTitles } from './name-and-titles.ts';
import { priceLevel } from './price-level.ts';
import { discountsOf, namedShares } from './purchase-terms.ts';
import type { ShopFigures } from './shop-figures.ts';
import { similarUsers } from './similar-users.ts';
import { userPredictions } from './user-predictions.ts';
import { customerValue } from './value.ts';

const INTERESTS = 8;

/** Data from which portraits are computed. */
export interface PortraitSources {
  readonly workspace: Workspace;
  readonly shop: ShopFigures;
  mapColumns(map: string): MapColumns;
}

/** Returns the portrait of a user. Throws USER_NOT_FOUND and RUN_NOT_FOUND. */
export function userPortrait(
  { workspace, shop, mapColumns }: PortraitSources,
  { user: name, run: requestedRun }: Parsed<'profile.user'>,
): Output<'profile.user'> {
  const { db } = workspace;
  if (requestedRun !== undefined) requireRun(db, requestedRun);
  const run = requestedRun ?? newestProfiledRun(db);
  const user = userId(db, name);
  const row = shop.columns.rows.rowOf(user);
  const months = eventsByMonth(db, user);
  const interests = (kind: InterestKind): Interest[] =>
    interestsOf(shop, row, kind)
      .slice(0, INTERESTS)
      .map(({ id, ...interest }) => ({ ...nameAndTitles(db, kind, id), ...interest }));
  const measures = measuresOf(shop, row);
  const named = namedShares(db, shop, user);
  return {
    user: name,
    ...adjacentNames(db, name),
    until: shop.lastDay === null ? null : isoDate(shop.lastDay),
    attributes: userAttributes(db, Int32Array.of(user)).get(user) ?? new Map<string, string>(),
    measures,
    gross: (measures.monetary.value ?? 0) + returnedMoney(shop.columns, row),
    interests: { categories: interests('category'), brands: interests('brand'), items: interests('item') },
    hours: hoursOfWeek(db, user),
    months: months.map(({ month }) => month),
    monthly: Int32Array.from(months, ({ events }) => events),
    customer: customerOf(shop, user),
    value: customerValue(db, shop, user),
    habits: habitsOf(shop, row),
    price: priceLevel(shop, row),
    discounts: discountsOf(db, shop, user),
    channels: named.channel,
    campaigns: named.campaign,
    predictions: userPredictions(workspace, user, measures.events.value ?? 0),
    segments: segmentsOf(db, user),
    cluster: clusterOf(db, shop, user, mapColumns),
    run,
    nearest: run === null ? [] : similarUsers(db, shop, run, user),
  };
}

function measuresOf(shop: ShopFigures, row: number): Output<'profile.user'>['measures'] {
  const measureValue = (name: MeasureName) => {
    const value = shop.columns.measure(name)[row] ?? Number.NaN;
    const score = quintileScore(shop.sorted(name), value, { smallIsGood: name === 'recency' });
    return { value: Number.isNaN(value) ? null : value, quintile: score === NO_SCORE ? null : score };
  };
  const [events, sessions, recency, frequency, monetary] = MeasureName.options.map(measureValue);
  return { events: events!, sessions: sessions!, recency: recency!, frequency: frequency!, monetary: monetary! };
}

/** Returns the refunds of a user: the sum of the negative amounts of returns, as a positive number. */
function returnedMoney({ events, moneyActions }: Columns, row: number): number {
  let returned = 0;
  for (let e = events.offsets[row]!; e < events.offsets[row + 1]!; e++) {
    const money = moneyActions.returns.includes(events.action[e]!) ? amountAt(events.money, e) : 0;
    if (money < 0) returned -= money;
  }
  return returned;
}
