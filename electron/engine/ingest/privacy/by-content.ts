import { isIP } from 'node:net';
import type { PersonalKind } from '../../../../shared/domain/cleaning.ts';
import { isResidentNumber, passesLuhn } from './check-digits.ts';

/** Removes the separators that people put between digits. */
const withoutSeparators = (text: string) => text.replaceAll(/[\s()./-]/g, '');

export const valueTests = {
  email: (text: string) => /^(?:mailto:)?[^\s@,;:"<>]+@[^\s@,;:"<>.]+(?:\.[^\s@,;:"<>.]+)+$/.test(text),
  identity: isResidentNumber,
  ip: (text: string) => isIP(text) > 0,
  card: (text: string) => /^[3-6]\d{12,18}$/.test(withoutSeparators(text)) && passesLuhn(withoutSeparators(text)),
  /** With its country code, which distinguishes it from other numbers. */
  international: (text: string) => /^\+[1-9]\d{7,14}$/.test(withoutSeparators(text)),
  chineseMobile: (text: string) => /^(?:(?:\+|00)?86)?1[3-9]\d{9}$/.test(withoutSeparators(text)),
} satisfies Record<string, (text: string) => boolean>;

/**
 * Detects personal data in a column by its values alone (non-empty, as in the file). E-mail addresses, resident
 * identity numbers and international telephone numbers are unambiguous, so a small share suffices. Numbers that could
 * be ids must match throughout: one id in ten passes the check digit of card numbers by chance, and mobile numbers
 * belong to several networks, while sequential ids share their first digits.
 */
export function kindOfContent(values: readonly string[]): PersonalKind | null {
  if (values.length === 0) return null;
  const share = (test: (text: string) => boolean) => values.filter(test).length / values.length;
  if (share(valueTests.email) >= 0.1) return 'email';
  if (share(valueTests.identity) >= 0.1) return 'identity';
  if (share(valueTests.international) >= 0.5) return 'telephone';
  if (share(valueTests.ip) >= 0.9) return 'ip';
  const distinct = [...new Set(values)];
  if (distinct.length >= 5 && share(valueTests.card) >= 0.95) return 'card';
  const networks = new Set(distinct.map((text) => withoutSeparators(text).slice(-11, -8)));
  if (share(valueTests.chineseMobile) >= 0.9 && networks.size >= Math.min(3, distinct.length)) return 'telephone';
  return null;
}
