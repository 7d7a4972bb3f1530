import type { TFunction } from 'i18next';
import { isField } from '../../../shared/domain/mapping.ts';

type Words = (t: TFunction, parts: readonly string[]) => string;

const field = (t: TFunction, name = '') => (isField(name) ? t(`importing.fields.${name}`) : name);

/** The engine's reasons for setting a row aside, each with its words in the language of the page. */
const reasons: readonly [looks: RegExp, words: Words][] = [
  [/^(\d+) columns? instead of (\d+)$/, (t, [, cells = '', columns = '']) => t('reasons.columns', { cells, columns })],
  [/^(\w+) is missing$/, (t, [, name]) => t('reasons.missing', { field: field(t, name) })],
  [/^(\w+) “(.*)” is not a time$/s, (t, [, name, value = '']) => t('reasons.time', { field: field(t, name), value })],
  [
    /^(\w+) “(.*)” is not a number$/s,
    (t, [, name, value = '']) => t('reasons.number', { field: field(t, name), value }),
  ],
  [/^a quotation mark is never closed$/, (t) => t('reasons.quote')],
  [/^the row is longer than a megabyte$/, (t) => t('reasons.long')],
  [/^a user without items$/, (t) => t('reasons.noItems')],
];

/** Why a row was set aside, in the language of the page; a reason that is not known here stands as the engine said it. */
export function reasonText(t: TFunction, reason: string): string {
  for (const [looks, words] of reasons) {
    const parts = looks.exec(reason);
    if (parts) return words(t, parts);
  }
  return reason;
}
