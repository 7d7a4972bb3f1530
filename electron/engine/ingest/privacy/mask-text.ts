import { MASK } from '../stage/read-sql.ts';
import { valueTests } from './by-content.ts';
import { isResidentNumber } from './check-digits.ts';
import { isIban } from './forms/identity-numbers.ts';
import { isChineseMobile, isInternational, isNational } from './forms/telephones.ts';

/** Regular expression, valid in DuckDB, of texts that may contain personal data. */
export const MASK_CANDIDATE = '@|[0-9][0-9 ().-]{5,}[0-9Xx]';

const EMAIL = /[\p{L}\p{N}._%+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+/gu;
const ACCOUNT = /\b[A-Z]{2}\d{2}(?: ?[A-Z\d]{4}){3,7}(?: ?[A-Z\d]{1,3})?\b/g;
/** Digits with the separators of telephone and card numbers; then without spaces, for two consecutive numbers. */
const NUMBERS = [/(?<![\d.])\+?\(?\d[\d ().-]{5,22}[\dXx](?!\d)/g, /(?<![\d.])\+?\d[\d().-]{5,17}[\dXx](?!\d)/g];
const PERSONAL_NUMBERS = [isInternational, isChineseMobile, isNational, isResidentNumber, valueTests.card];

const isPersonalNumber = (text: string) => PERSONAL_NUMBERS.some((test) => test(text));

/** Replaces e-mail addresses and telephone, identity, card and account numbers inside a text with `***`. */
export function maskText(text: string): string {
  const masked = text.replaceAll(EMAIL, MASK).replaceAll(ACCOUNT, (match) => (isIban(match) ? MASK : match));
  return NUMBERS.reduce(
    (current, pattern) => current.replaceAll(pattern, (match) => (isPersonalNumber(match.trim()) ? MASK : match)),
    masked,
  );
}
