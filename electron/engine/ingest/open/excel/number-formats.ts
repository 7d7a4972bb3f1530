/** What a number with a date or time format represents. */
export type DateKind = 'date' | 'time' | 'datetime';

/** Built-in number formats, including the Chinese and Japanese ones. */
const BUILT_IN: readonly (readonly [from: number, to: number, kind: DateKind])[] = [
  [14, 17, 'date'],
  [18, 21, 'time'],
  [22, 22, 'datetime'],
  [27, 31, 'date'],
  [32, 35, 'time'],
  [36, 36, 'date'],
  [45, 47, 'time'],
  [50, 54, 'date'],
  [55, 56, 'time'],
  [57, 58, 'date'],
];

export function builtInKind(id: number): DateKind | null {
  return BUILT_IN.find(([from, to]) => id >= from && id <= to)?.[2] ?? null;
}

/** Whether a format code shows dates or times, judging by its letters outside of quoted texts and colours. */
export function kindOfFormat(code: string): DateKind | null {
  const first = code.split(';')[0]!;
  const letters = first
    .replaceAll(/"[^"]*"|\\.|_.|\*./g, '')
    .replaceAll(/\[(?!h+\]|m+\]|s+\])[^\]]*\]/gi, '')
    .toLowerCase();
  if (/general|[#0?]/.test(letters.replaceAll(/s\.0+/g, 's'))) return null;
  const hasClock = /[hs]/.test(letters);
  const hasDay = /[dy]/.test(letters) || (!hasClock && letters.includes('m'));
  if (hasDay) return hasClock ? 'datetime' : 'date';
  return hasClock ? 'time' : null;
}

const DAY_MS = 86_400_000;

/**
 * Converts a serial number of days since 1900 (or 1904) to the ISO text that the user sees: to the millisecond, without
 * a zone. Returns null if it is not a day up to the year 9999. Skips 29 February 1900, which exists only in Excel.
 */
export function dateText(serial: number, kind: DateKind, from1904: boolean): string | null {
  if (!(serial >= 0) || serial >= 2_958_466) return null;
  const days = from1904 ? serial + 1462 : serial;
  const ms = Math.round((days - 25_569 + (days < 60 ? 1 : 0)) * DAY_MS);
  const [date = '', timePart = ''] = new Date(ms).toISOString().split('T');
  const clock = timePart.replace(/(\.000)?Z$/, '');
  if (kind === 'time' && serial < 1) return clock;
  return kind === 'date' && clock === '00:00:00' ? date : `${date} ${clock}`;
}
