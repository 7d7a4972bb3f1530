import type { Archetype } from './archetypes.ts';

const DAY = 86_400_000;

/** The year of the sample: 1 November 2025 to 31 October 2026, China Standard Time. */
export const FIRST_DAY = Date.parse('2025-11-01T00:00:00+08:00');
export const DAYS = 365;

interface Festival {
  readonly from: string;
  readonly to: string;
  /** Additional weight of a day for a customer with a festival sensitivity of 1. */
  readonly rush: number;
  /** Fraction of the price that is discounted. */
  readonly discount: number;
}

const festivals: readonly Festival[] = [
  { from: '2025-11-08', to: '2025-11-10', rush: 1.5, discount: 0.1 },
  { from: '2025-11-11', to: '2025-11-12', rush: 7, discount: 0.25 },
  { from: '2025-12-11', to: '2025-12-12', rush: 3, discount: 0.18 },
  { from: '2026-01-25', to: '2026-02-12', rush: 1.2, discount: 0.08 },
  { from: '2026-02-13', to: '2026-02-14', rush: 2, discount: 0.05 },
  { from: '2026-03-07', to: '2026-03-08', rush: 2.5, discount: 0.15 },
  { from: '2026-05-18', to: '2026-05-20', rush: 1.8, discount: 0.08 },
  { from: '2026-06-16', to: '2026-06-18', rush: 5, discount: 0.22 },
  { from: '2026-08-17', to: '2026-08-19', rush: 1.5, discount: 0.08 },
  { from: '2026-09-15', to: '2026-09-24', rush: 1.4, discount: 0.06 },
];

/** Chinese New Year: few deliveries and few orders. */
const holiday = { from: dayOf('2026-02-15'), to: dayOf('2026-02-21') };

const rush = new Float64Array(DAYS);
const discounts = new Float64Array(DAYS);
for (const festival of festivals) {
  for (let day = dayOf(festival.from); day <= dayOf(festival.to); day++) {
    rush[day] = festival.rush;
    discounts[day] = festival.discount;
  }
}

function dayOf(date: string): number {
  return Math.round((Date.parse(`${date}T00:00:00+08:00`) - FIRST_DAY) / DAY);
}

/** Discount on a day of the year (0 to DAYS − 1), as a fraction of the price. */
export function discountOn(day: number): number {
  return discounts[day] ?? 0;
}

/** Seasonal products and their months; in other months demand is low. */
const months: Readonly<Record<string, readonly number[]>> = {
  月饼礼盒: [8, 9],
  坚果礼盒: [1, 2, 12],
  零食大礼包: [1, 2, 6, 11],
  白酒礼盒: [1, 2, 9],
  防晒霜: [4, 5, 6, 7, 8],
  羽绒服: [10, 11, 12, 1],
  羊毛大衣: [10, 11, 12, 1],
  围巾: [11, 12, 1],
  连衣裙: [4, 5, 6, 7, 8],
  帐篷: [4, 5, 6, 9, 10],
  永生花礼盒: [2, 3, 5, 8],
  情侣对戒: [2, 5, 8],
};

/**
 * Seasonal factor of the demand for a product on a day: 1 for most products, 2.5 in season and 0.15 out of season for
 * seasonal ones.
 */
export function seasonality(product: string, day: number): number {
  const seasonMonths = months[product];
  if (!seasonMonths) return 1;
  const month = new Date(FIRST_DAY + day * DAY + 8 * 3_600_000).getUTCMonth() + 1;
  return seasonMonths.includes(month) ? 2.5 : 0.15;
}

/** The next day after `day` with a discount of at least 15 %; null if there is none in the rest of the year. */
export function nextSale(day: number): number | null {
  for (let next = day + 1; next < DAYS; next++) if (discountOn(next) >= 0.15) return next;
  return null;
}

/** Weight of each day of the year for a customer's sessions. */
export function dayWeights(archetype: Archetype): Float64Array {
  return Float64Array.from({ length: DAYS }, (_, day) => {
    const weekday = new Date(FIRST_DAY + day * DAY + 8 * 3_600_000).getUTCDay();
    const weekend = weekday === 0 || weekday === 6 ? archetype.weekend : 1;
    const quiet = day >= holiday.from && day <= holiday.to ? 0.35 : 1;
    return weekend * quiet * (1 + archetype.festive * rush[day]!);
  });
}

/** Formats milliseconds since the epoch as ISO 8601 in China Standard Time, to the second. */
export function chinaTime(time: number): string {
  return `${new Date(time + 8 * 3_600_000).toISOString().slice(0, 19)}+08:00`;
}
