import type { DecimalSign } from '../../../../shared/contract/import-file.ts';
import {
  EITHER,
  GAPS,
  GROUPED_BY_COMMAS,
  GROUPED_BY_POINTS,
  NARROW,
  NO_CENTS,
  NUMBER,
  WHOLE,
  WIDE,
  WITH_COMMA,
  WITH_POINT,
} from './number-form.ts';

const gaps = new RegExp(GAPS.replaceAll(/\\x\{(\w+)\}/g, '\\u{$1}'), 'gu');
const noCents = new RegExp(NO_CENTS, 'u');
const form = new RegExp(NUMBER, 'iu');
const full = (pattern: string) => new RegExp(`^(?:${pattern})$`);
const [either, withPoint, withComma, whole] = [EITHER, WITH_POINT, WITH_COMMA, WHOLE].map(full) as [
  ...[RegExp, RegExp, RegExp, RegExp],
];
const groupedByCommas = full(GROUPED_BY_COMMAS);
const groupedByPoints = full(GROUPED_BY_POINTS);

interface Digits {
  /** Digits and their separators. */
  readonly text: string;
  readonly negative: boolean;
  readonly percent: boolean;
}

function digitsOf(cell: string): Digits | null {
  const narrow = cell.replaceAll(/\P{ASCII}/gu, (char) => NARROW[WIDE.indexOf(char)] ?? char);
  const text = narrow.replaceAll(gaps, '').replace(noCents, '$1$2');
  const digits = form.exec(text)?.[1];
  return digits === undefined ? null : { text: digits, negative: /[-(]/.test(text), percent: text.includes('%') };
}

/**
 * Returns what a cell reveals about the decimal sign of its column: nothing (null), the sign, or `either` if both are
 * possible.
 */
export function signOf(cell: string): DecimalSign | 'either' | null {
  const text = digitsOf(cell)?.text ?? '';
  if (either.test(text)) return 'either';
  if (withPoint.test(text) || groupedByCommas.test(text)) return 'point';
  return withComma.test(text) || groupedByPoints.test(text) ? 'comma' : null;
}

const EXPONENT = /^[-+]?(?:\d+\.?\d*|\.\d+)e[-+]?\d+$/i;

/** Parses a number in any common notation of money; null if the cell is not a number. Equivalent to `numberSql`. */
export function readNumber(cell: string, sign: DecimalSign = 'point'): number | null {
  if (EXPONENT.test(cell)) return Number.isFinite(Number(cell)) ? Number(cell) : null;
  const digits = digitsOf(cell);
  if (!digits) return null;
  const { text, negative, percent } = digits;
  const own = signOf(text) ?? (whole.test(text) ? 'point' : null);
  if (own === null) return null;
  const plain =
    (own === 'either' ? sign : own) === 'point' ? text.replaceAll(',', '') : text.replaceAll('.', '').replace(',', '.');
  const number = Number(plain) * (negative ? -1 : 1) * (percent ? 0.01 : 1);
  return Number.isFinite(number) ? number : null;
}
