/** Returns a stored time as ISO 8601 in UTC; null for a value that is no time, or is beyond any date. */
export function isoTime(time: string | number | null | undefined): string | null {
  const date = typeof time === 'number' ? new Date(time) : null;
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}
