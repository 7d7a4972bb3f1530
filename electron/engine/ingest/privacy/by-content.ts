import { isIP } from 'node:net';
import type { PersonalKind } from '../../../../shared/domain/cleaning.ts';
import { passesLuhn } from './check-digits.ts';
import { isAddress } from './forms/addresses.ts';
import { isIban, isIdentityNumber, mayBeIdentityNumber } from './forms/identity-numbers.ts';
import { digitsOfTelephone, isChineseMobile, isInternational, isNational } from './forms/telephones.ts';

const digitsOf = (text: string) => text.replaceAll(/[\s()./-]/g, '');

export const valueTests = {
  email: (text: string) => /^(?:mailto:)?[^\s@,;:"<>]+@[^\s@,;:"<>.]+(?:\.[^\s@,;:"<>.]+)+$/.test(text),
  identity: isIdentityNumber,
  ip: (text: string) => isIP(text) > 0,
  card: (text: string) => /^[3-6]\d{12,18}$/.test(digitsOf(text)) && passesLuhn(digitsOf(text)),
  iban: isIban,
  international: isInternational,
} satisfies Record<string, (text: string) => boolean>;

/**
 * Detects personal data in a column by its values alone (non-empty, as in the file). E-mail addresses, identity numbers
 * with several check digits and international telephone numbers are unambiguous, so a small share suffices. Numbers that
 * could be ids must match throughout: one id in ten passes the check digit of card numbers by chance, and mobile numbers
 * belong to several networks, while sequential ids share their first digits.
 */
export function kindOfContent(values: readonly string[]): PersonalKind | null {
  if (values.length === 0) return null;
  const share = (test: (text: string) => boolean) => values.filter(test).length / values.length;
  if (share(valueTests.email) >= 0.1) return 'email';
  if (share(valueTests.identity) >= 0.1) return 'identity';
  if (share(valueTests.iban) >= 0.3) return 'card';
  if (share(valueTests.international) >= 0.1) return 'telephone';
  if (share(valueTests.ip) >= 0.9) return 'ip';
  const distinct = [...new Set(values)];
  const networks = new Set(distinct.map((text) => digitsOfTelephone(text).slice(-11, -8)));
  if (share(isChineseMobile) >= 0.9 && networks.size >= Math.min(3, distinct.length)) return 'telephone';
  if (distinct.length >= 3 && share(isNational) >= 0.8) return 'telephone';
  if (distinct.length >= 2 && share(isAddress) >= 0.5) return 'address';
  if (distinct.length < 5) return null;
  if (share(mayBeIdentityNumber) >= 0.9) return 'identity';
  return share(valueTests.card) >= 0.95 ? 'card' : null;
}
