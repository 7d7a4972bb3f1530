import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Ways to write figures in one language. What is not a finite number is written as a dash. */
export interface Format {
  /** 12,345 or 0.44: as many decimals as asked, none by default. */
  number(value: number, decimals?: number): string;
  /** 12.3K or 1.2万, for axes and cards. */
  compact(value: number): string;
  /** A share from 0 to 1. */
  percent(share: number, decimals?: number): string;
  /** Milliseconds since the epoch, as a day in UTC. */
  day(time: number): string;
  /** Milliseconds since the epoch, as local date and time. */
  moment(time: number): string;
  /** Seconds, in the one or two greatest units. */
  duration(seconds: number): string;
  /** The size of a file, in units of a thousand. */
  bytes(count: number): string;
}

const DASH = '–';

export function formatOf(language: string): Format {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const compact = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const moment = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const finite = (value: number, write: (value: number) => string) => (Number.isFinite(value) ? write(value) : DASH);
  const fixed = (value: number, decimals: number, style: 'decimal' | 'percent') =>
    new Intl.NumberFormat(locale, {
      style,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value);
  return {
    number: (value, decimals = 0) => finite(value, (number) => fixed(number, decimals, 'decimal')),
    compact: (value) => finite(value, (number) => compact.format(number)),
    percent: (share, decimals = 1) => finite(share, (number) => fixed(number, decimals, 'percent')),
    day: (time) => finite(time, (number) => day.format(number)),
    moment: (time) => finite(time, (number) => moment.format(number)),
    bytes: (count) => finite(count, (number) => size(number, locale)),
    duration: (seconds) => finite(seconds, (number) => duration(number, locale)),
  };
}

const SIZES = ['byte', 'kilobyte', 'megabyte', 'gigabyte', 'terabyte'] as const;

function size(bytes: number, locale: string): string {
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

function duration(seconds: number, locale: string): string {
  const write = (value: number, unit: string, decimals = 0) =>
    new Intl.NumberFormat(locale, {
      style: 'unit',
      unit,
      unitDisplay: 'short',
      maximumFractionDigits: decimals,
    }).format(value);
  if (seconds < 10) return write(seconds, 'second', 1);
  let rest = Math.round(seconds);
  const parts: string[] = [];
  for (const [unit, size] of UNITS) {
    const count = Math.floor(rest / size);
    rest -= count * size;
    if (count > 0) parts.push(write(count, unit));
    else if (parts.length > 0) break;
    if (parts.length === 2) break;
  }
  return parts.join(' ');
}

/** Figures in the language of the page. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatOf(i18n.language), [i18n.language]);
}
