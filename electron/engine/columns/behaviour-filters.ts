import type { Behaviour } from '../../../shared/domain/rule.ts';
import { dayNumber } from '../../../shared/domain/time/calendar-day.ts';
import type { TimeZone } from '../../../shared/domain/time/time-zone.ts';
import type { RuleIds } from '../store/segments/rule-names.ts';
import type { Columns } from './columns.ts';
import { NO_DAY } from './days.ts';
import { type EventFilter, filterAfter, filterBy, filterByIds, filterByPrice, filterByTable } from './event-filter.ts';

const DAY = 86_400_000;

interface FilterContext {
  readonly columns: Columns;
  readonly ids: RuleIds;
  readonly zone: TimeZone;
}

/** Returns the filters of events that a behaviour describes. Throws what `ids` throws. */
export function behaviourFilters(behaviour: Behaviour, { columns, ids, zone }: FilterContext): EventFilter[] {
  const { action, category, brand, item, days, hours, price = [] } = behaviour;
  const { events, maxIds } = columns;
  const filters: EventFilter[] = [];
  if (action !== null) filters.push(filterByIds(events.action, ids.action(action), maxIds.action));
  if (item !== undefined) filters.push(filterByIds(events.item, [ids.item(item)], maxIds.item));
  if (brand !== undefined) filters.push(filterByIds(events.brand, [ids.brand(brand)], maxIds.brand));
  if (category !== undefined) filters.push(filterByIds(events.category, ids.categories(category), maxIds.category));
  if (days !== undefined) filters.push(filterAfter(events.time, columns.lastTime() - days * DAY));
  if (behaviour.from !== undefined || behaviour.to !== undefined)
    filters.push(filterByDays(columns.days(zone), behaviour));
  if (hours !== undefined) filters.push(filterByTable(columns.hours(zone), hourTable(hours)));
  for (const { op, value } of price) filters.push(filterByPrice(events.price, op, value));
  return filters;
}

function filterByDays(days: Int32Array, { from = '', to = '' }: Pick<Behaviour, 'from' | 'to'>): EventFilter {
  const first = dayNumber(from) ?? NO_DAY + 1;
  const last = dayNumber(to) ?? Number.POSITIVE_INFINITY;
  return filterBy((e) => Number(days[e]! >= first && days[e]! <= last));
}

function hourTable([from, to]: readonly [number, number]): Uint8Array {
  const table = new Uint8Array(25);
  for (let hour = 0; hour < 24; hour++)
    if (from <= to ? hour >= from && hour <= to : hour >= from || hour <= to) table[hour] = 1;
  return table;
}
