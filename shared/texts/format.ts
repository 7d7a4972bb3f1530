import { NO_REGION, type Regional } from './regional.ts';

/** Formats figures for one language, time zone and currency. Values that are not finite become a dash. */
export interface Format {
  /** 12,345 or 0.44: with the given number of decimals, none by default. */
  number(value: number, decimals?: number): string;
  /** +0.44 or −0.44, for differences: with the given number of decimals; zero has no sign. */
  signed(value: number, decimals: number): string;
  /** 12.3K or 1.2万, for axes and figures. */
  compact(value: number): string;
  /** A share from 0 to 1. */
  percent(share: number, decimals?: number): string;
  /** Time zone of `day`, `time` and `eventTime`. */
  readonly eventZone: string;
  /** The time of an event, in milliseconds since the epoch, as a date in the zone of the events or in another. */
  day(time: number, zone?: string): string;
  /** Hours and minutes of an event in the zone of the events: 20:15. */
  time(time: number): string;
  /** The time of an event, as date and time in the zone of the events. */
  eventTime(time: number): string;
  /** The time of an import, a training or other work, as date and time in the workspace's zone. */
  dateTime(time: number): string;
  /** An amount of money, with the symbol of the currency if the workspace has one. */
  money(amount: number, decimals?: number): string;
  /** Seconds, in the one or two largest units. */
  duration(seconds: number): string;
  /** The name of an action: the one chosen for the language, or else that in the data. */
  action(name: string): string;
  /** A number of bytes, in decimal units (kB, MB, …). */
  bytes(count: number): string;
}

const DASH = '–';

export function formatFor(language: string, regional: Regional = NO_REGION): Format {
  const { eventZone, timeZone, currency, actionSettings } = regional;
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const compactFormat = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const dateFormat = (options: Intl.DateTimeFormatOptions, zone: string | null) =>
    new Intl.DateTimeFormat(locale, { ...options, ...(zone !== null && { timeZone: zone }) });
  const dayFormat = dateFormat({ dateStyle: 'medium' }, eventZone);
  const timeFormat = dateFormat({ hour: '2-digit', minute: '2-digit', hourCycle: 'h23' }, eventZone);
  const eventTimeFormat = dateFormat({ dateStyle: 'medium', timeStyle: 'short' }, eventZone);
  const dateTimeFormat = dateFormat({ dateStyle: 'medium', timeStyle: 'short' }, timeZone);
  const orDash = (value: number, format: (value: number) => string) => (Number.isFinite(value) ? format(value) : DASH);
  // Creating an `Intl` format takes longer than using it, and tables and facets format hundreds of numbers.
  const fixedFormats = new Map<string, Intl.NumberFormat>();
  const formatFixed = (value: number, decimals: number, style: 'decimal' | 'percent') => {
    const key = `${style} ${decimals}`;
    const format =
      fixedFormats.get(key) ??
      new Intl.NumberFormat(locale, { style, minimumFractionDigits: decimals, maximumFractionDigits: decimals });
    fixedFormats.set(key, format);
    return format.format(value);
  };
  const moneyFormats = new Map<number | undefined, Intl.NumberFormat>();
  const moneyFormatOf = (decimals?: number) => {
    const format = moneyFormats.get(decimals) ?? moneyFormat(locale, currency, decimals);
    moneyFormats.set(decimals, format);
    return format;
  };
  return {
    number: (value, decimals = 0) => orDash(value, (number) => formatFixed(number, decimals, 'decimal')),
    signed: (value, decimals) => orDash(value, (number) => formatSigned(number, decimals, locale)),
    compact: (value) => orDash(value, (number) => compactFormat.format(number)),
    percent: (share, decimals = 1) => orDash(share, (number) => formatFixed(number, decimals, 'percent')),
    eventZone,
    day: (time, zone) =>
      orDash(time, (number) => (zone ? dateFormat({ dateStyle: 'medium' }, zone) : dayFormat).format(number)),
    time: (time) => orDash(time, (number) => timeFormat.format(number)),
    eventTime: (time) => orDash(time, (number) => eventTimeFormat.format(number)),
    money: (amount, decimals) => orDash(amount, (number) => moneyFormatOf(decimals).format(number)),
    dateTime: (time) => orDash(time, (number) => dateTimeFormat.format(number)),
    action: (name) => actionSettings?.get(name)?.[language === 'zh' ? 'zh' : 'en'] ?? name,
    bytes: (count) => orDash(count, (number) => formatBytes(number, locale)),
    duration: (seconds) => orDash(seconds, (number) => formatDuration(number, locale)),
  };
}

function formatSigned(value: number, decimals: number, locale: string): string {
  const text = new Intl.NumberFormat(locale, {
    signDisplay: 'exceptZero',
    minimumFractionDigits: decimals,
    maximumFractionDigits: decimals,
  }).format(value);
  return text.replace('-', '−');
}

function moneyFormat(locale: string, currency: string | null, decimals?: number): Intl.NumberFormat {
  const digits = decimals ?? (currency === null ? 2 : undefined);
  return new Intl.NumberFormat(locale, {
    ...(currency !== null && { style: 'currency', currency, currencyDisplay: 'narrowSymbol' }),
    ...(digits !== undefined && { minimumFractionDigits: digits, maximumFractionDigits: digits }),
  });
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function formatBytes(bytes: number, locale: string): string {
  const power = Math.min(SIZES.length - 1, Math.max(0, Math.floor(Math.log10(bytes) / 3)));
  const unit = SIZES[power] ?? 'byte';
  const value = bytes / 1000 ** power;
  const maximumFractionDigits = power > 0 && value < 100 ? 1 : 0;
  const unitDisplay = power === 0 ? 'long' : 'short';
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay, maximumFractionDigits }).format(value);
}

const UNITS = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
] as const;

function formatDuration(seconds: number, locale: string): string {
  const formatUnit = (value: number, unit: string, decimals = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: decimals,
    }).format(value);
  if (seconds < 10) return formatUnit(seconds, 'second', 1);
  let remaining = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(remaining / size);
    remaining -= count * size;
    if (count > 0) parts.push(formatUnit(count, unit));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}
