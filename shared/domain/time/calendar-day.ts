const DAY = 86_400_000;

/** Returns the number of a day, such as 2024-05-31, counted from 1970-01-01; null if the text is none. */
export function dayNumber(text: string): number | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return null;
  const time = Date.parse(text);
  return Number.isNaN(time) || dayText(time / DAY) !== text ? null : time / DAY;
}

/** Returns the day of a number, the inverse of `dayNumber`: 2024-05-31. */
export const dayText = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

export const isDay = (text: string): boolean => dayNumber(text) !== null;
