const DAY = 86_400_000;

/** Months are whole numbers: twelve times the year, plus 0 for January to 11 for December. */
export function monthOf(day: number): number {
  const date = new Date(day * DAY);
  return 12 * date.getUTCFullYear() + date.getUTCMonth();
}

/** Returns the first day of a month, since 1970-01-01. */
export function firstDayOf(month: number): number {
  const date = new Date(0);
  date.setUTCFullYear(Math.floor(month / 12), month - 12 * Math.floor(month / 12), 1);
  return date.getTime() / DAY;
}

export const lastDayOf = (month: number): number => firstDayOf(month + 1) - 1;

/** A month as `YYYY-MM`. */
export function monthName(month: number): string {
  const year = Math.floor(month / 12);
  return `${String(year).padStart(4, '0')}-${String(month - 12 * year + 1).padStart(2, '0')}`;
}
