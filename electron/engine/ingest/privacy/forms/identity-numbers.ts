import { isResidentNumber } from '../check-digits.ts';

const bare = (text: string) => text.replaceAll(/[\s./-]/g, '').toUpperCase();
const weighted = (digits: string, weights: readonly number[]) =>
  weights.reduce((sum, weight, i) => sum + weight * Number(digits[i]), 0);
const isDate = (month: number, day: number) => month >= 1 && month <= 12 && day >= 1 && day <= 31;

/** Brazil (CPF), in its usual form: two check digits, modulo 11. */
function isCpf(text: string): boolean {
  if (!/^\d{3}\.\d{3}\.\d{3}-\d{2}$/.test(text)) return false;
  const digits = bare(text);
  const check = (length: number) => {
    const sum = weighted(
      digits,
      Array.from({ length }, (_, i) => length + 1 - i),
    );
    return ((sum * 10) % 11) % 10 === Number(digits[length]);
  };
  return !/^(\d)\1+$/.test(digits) && check(9) && check(10);
}

/** Spain: the letter is the number modulo 23. */
function isDni(text: string): boolean {
  const [, prefix = '', digits = '', letter] = /^([XYZ]?)(\d{7,8})([A-Z])$/.exec(bare(text)) ?? [];
  if (letter === undefined || prefix.length + digits.length !== 8) return false;
  const number = Number(`${'XYZ'.includes(prefix) && prefix !== '' ? 'XYZ'.indexOf(prefix) : ''}${digits}`);
  return 'TRWAGMYFPDXBNJZSQVHLCKE'[number % 23] === letter;
}

/** Italy: letters of the name, date of birth, place, check letter. */
const isCodiceFiscale = (text: string) => /^[A-Z]{6}\d{2}[ABCDEHLMPRST]\d{2}[A-Z]\d{3}[A-Z]$/.test(bare(text));

/** Poland: date of birth with the century in the month, check digit. */
function isPesel(text: string): boolean {
  if (!/^\d{11}$/.test(text) || !isDate(Number(text.slice(2, 4)) % 20, Number(text.slice(4, 6)))) return false;
  return (10 - (weighted(text, [1, 3, 7, 9, 1, 3, 7, 9, 1, 3]) % 10)) % 10 === Number(text[10]);
}

/** France: sex, year and month of birth, department, two check digits. */
function isNir(text: string): boolean {
  const digits = bare(text);
  if (
    !/^[12]\d{2}(?:0[1-9]|1[0-2])\d{10}$/.test(digits.slice(0, 14)) &&
    !/^[12]\d{2}(?:0[1-9]|1[0-2])\d{10}$/.test(digits)
  )
    return false;
  return digits.length === 15 && 97 - Number(BigInt(digits.slice(0, 13)) % 97n) === Number(digits.slice(13));
}

/** South Korea, with its hyphen: date of birth, sex, check digit. */
function isKorean(text: string): boolean {
  if (!/^\d{6}-[1-8]\d{6}$/.test(text) || !isDate(Number(text.slice(2, 4)), Number(text.slice(4, 6)))) return false;
  const digits = bare(text);
  return (11 - (weighted(digits, [2, 3, 4, 5, 6, 7, 8, 9, 2, 3, 4, 5]) % 11)) % 10 === Number(digits[12]);
}

/** Taiwan: a letter for the place, sex, check digit. */
function isTaiwanese(text: string): boolean {
  if (!/^[A-Z][12]\d{8}$/.test(text)) return false;
  const place = 10 + 'ABCDEFGHJKLMNPQRSTUVXYWZIO'.indexOf(text[0]!);
  const sum = Math.floor(place / 10) + (place % 10) * 9 + weighted(text.slice(1), [8, 7, 6, 5, 4, 3, 2, 1]);
  return (sum + Number(text[9])) % 10 === 0;
}

/** The United States, with its hyphens; it has no check digit. */
const isSocialSecurity = (text: string) => /^(?!000|666|9)\d{3}-(?!00)\d{2}-(?!0000)\d{4}$/.test(text);

/** International bank account number: modulo 97 is 1. */
export function isIban(text: string): boolean {
  const iban = bare(text);
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{11,30}$/.test(iban)) return false;
  const digits = `${iban.slice(4)}${iban.slice(0, 4)}`.replaceAll(/[A-Z]/g, (letter) =>
    String(letter.charCodeAt(0) - 55),
  );
  return BigInt(digits) % 97n === 1n;
}

/**
 * Whether a text is a number that identifies a person, by its form and check digits; a chance match is very unlikely.
 */
export const isIdentityNumber = (text: string): boolean =>
  [isResidentNumber, isCpf, isCodiceFiscale, isKorean, isNir].some((test) => test(text));

/**
 * Whether a text may be an identity number: between one in ten and one in twenty-three other numbers or codes of these
 * forms match by chance.
 */
export const mayBeIdentityNumber = (text: string): boolean =>
  [isDni, isPesel, isTaiwanese, isSocialSecurity].some((test) => test(text));
