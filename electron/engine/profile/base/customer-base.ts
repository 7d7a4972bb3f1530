import type { Database } from 'better-sqlite3';
import type { CustomerBase } from '../../../../shared/contract/base.ts';
import { LIFE_STAGES, NO_STAGE } from '../../../../shared/domain/life-stage.ts';
import { NO_SCORE } from '../../../../shared/domain/quintiles.ts';
import { RFM_RANGES } from '../../../../shared/domain/rfm.ts';
import { eventDays } from '../../store/events/event-zone.ts';
import { DAY } from '../../store/events/times.ts';
import { readValueFit, valueVersion } from '../../store/models/value-fit.ts';
import { userCount } from '../../store/names/name-lookup.ts';
import { dayNotCovered } from '../../value/value-errors.ts';
import { isoDate } from '../portrait/customer.ts';
import { type CustomerFigures, customerFigures, MAX_DAY } from '../portrait/customer-figures.ts';
import type { ShopFigures } from '../portrait/shop-figures.ts';
import { cohorts } from './cohorts.ts';
import { concentration } from './concentration.ts';
import { customerGroups } from './customer-groups.ts';
import { DECILES, decilesOf, NO_DECILE } from './deciles.ts';
import { baseForecast } from './forecast.ts';
import { monthChange } from './month-change.ts';
import { stageMoves } from './stage-moves.ts';

/** Reports at the end of the data by their figures, with the models of their forecasts. */
const reports = new WeakMap<CustomerFigures, { readonly models: string; readonly base: CustomerBase }>();

/**
 * Describes all customers at the end of the day `until`, by default the last day of the data. The report of the last day is
 * cached until events or models change. Throws DAY_NOT_COVERED.
 */
export function customerBase(db: Database, shop: ShopFigures, until: string | null): CustomerBase {
  const { lastDay } = shop;
  const day = lastDay === null || until === null ? lastDay : coveredDay(db, until, lastDay);
  if (day === null) return emptyBase(db, null);
  if (day < (lastDay ?? day)) {
    const figures = customerFigures(shop.columns.purchaseDays(shop.zone), day);
    return figures ? report(db, figures, true) : emptyBase(db, isoDate(day));
  }
  const figures = shop.customers();
  if (!figures) return emptyBase(db, isoDate(day));
  const fit = readValueFit(db);
  const models = JSON.stringify([fit, fit && valueVersion(db)]);
  const computed = reports.get(figures);
  if (computed?.models === models) return computed.base;
  const base = report(db, figures, false);
  reports.set(figures, { models, base });
  return base;
}

/** Returns a day as the number of days since 1970-01-01. Throws DAY_NOT_COVERED if it is not within the data. */
function coveredDay(db: Database, until: string, lastDay: number): number {
  const day = Date.parse(until) / DAY;
  const firstDay = Math.max(eventDays(db)[0] ?? lastDay, -MAX_DAY);
  if (day < firstDay || day > lastDay) throw dayNotCovered(until, isoDate(firstDay), isoDate(lastDay));
  return day;
}

function emptyBase(db: Database, until: string | null): CustomerBase {
  const nothing = { users: userCount(db), customers: 0, withMoney: 0, net: 0, gross: 0, details: null };
  return { until, ...nothing };
}

function report(db: Database, figures: CustomerFigures, isEarlier: boolean): CustomerBase {
  const { users, spent, rfm } = figures;
  const all = customerGroups(figures, 1, () => 0);
  const deciles = decilesOf(spent);
  const distribution = concentration(spent);
  const stages = figures.stagesOn(figures.until);
  const forecast = baseForecast(db, figures, isEarlier);
  return {
    until: isoDate(figures.until),
    users: userCount(db),
    customers: users.length,
    withMoney: spent.filter((money) => !Number.isNaN(money)).length,
    net: all.net[0]!,
    gross: all.gross[0]!,
    details: {
      rfm: {
        cells: customerGroups(figures, 25, (row) =>
          rfm.r[row] === NO_SCORE || rfm.f[row] === NO_SCORE ? -1 : 5 * (rfm.r[row]! - 1) + rfm.f[row]! - 1,
        ),
        groups: customerGroups(figures, RFM_RANGES.length, (row) => rfm.names[row]!),
      },
      stages:
        stages === null || figures.gaps === null
          ? null
          : {
              limits: figures.gaps,
              now: customerGroups(figures, LIFE_STAGES.length, (row) => (stages[row] === NO_STAGE ? -1 : stages[row]!)),
              ...stageMoves(figures),
            },
      concentration: distribution && {
        ...distribution,
        deciles: customerGroups(figures, DECILES, (row) => (deciles[row] === NO_DECILE ? -1 : deciles[row]!)),
      },
      cohorts: cohorts(figures),
      change: monthChange(figures),
      forecast: typeof forecast === 'string' ? null : forecast,
      noForecast: typeof forecast === 'string' ? forecast : null,
    },
  };
}
