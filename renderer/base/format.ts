import { useMemo } from 'react';
import { useTranslation } from 'react-i18next';

/** Formats figures for one language. Values that are not finite become a dash. */
export interface Format {
  /** 12,345 or 0.44: with the given number of decimals, none by default. */
  number(value: number, decimals?: number): string;
  /** +0.44 or −0.44, for differences: with the given number of decimals; zero has no sign. */
  signed(value: number, decimals: number): string;
  /** 12.3K or 1.2万, for axes and cards. */
  compact(value: number): string;
  /** A share from 0 to 1. */
  percent(share: number, decimals?: number): string;
  /** Milliseconds since the epoch, as a date in UTC. */
  day(time: number): string;
  /** Milliseconds since the epoch, as date and time in the local time zone. */
  dateTime(time: number): string;
  /** Seconds, in the one or two largest units. */
  duration(seconds: number): string;
  /** A number of bytes, in decimal units (kB, MB, …). */
  bytes(count: number): string;
}

const DASH = '–';

export function formatFor(language: string): Format {
  const locale = language === 'zh' ? 'zh-CN' : 'en-GB';
  const compactFormat = new Intl.NumberFormat(locale, { notation: 'compact', maximumFractionDigits: 1 });
  const dayFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateTimeFormat = new Intl.DateTimeFormat(locale, { dateStyle: 'medium', timeStyle: 'short' });
  const orDash = (value: number, format: (value: number) => string) => (Number.isFinite(value) ? format(value) : DASH);
  const formatFixed = (value: number, decimals: number, style: 'decimal' | 'percent') =>
    new Intl.NumberFormat(locale, {
      style,
      minimumFractionDigits: decimals,
      maximumFractionDigits: decimals,
    }).format(value);
  return {
    number: (value, decimals = 0) => orDash(value, (number) => formatFixed(number, decimals, 'decimal')),
    signed: (value, decimals) => orDash(value, (number) => formatSigned(number, decimals, locale)),
    compact: (value) => orDash(value, (number) => compactFormat.format(number)),
    percent: (share, decimals = 1) => orDash(share, (number) => formatFixed(number, decimals, 'percent')),
    day: (time) => orDash(time, (number) => dayFormat.format(number)),
    dateTime: (time) => orDash(time, (number) => dateTimeFormat.format(number)),
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

/** Returns the format for the language of the page. */
export function useFormat(): Format {
  const { i18n } = useTranslation();
  return useMemo(() => formatFor(i18n.language), [i18n.language]);
}
