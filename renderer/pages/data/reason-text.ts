import type { TFunction } from 'i18next';
import { isField } from '../../../shared/domain/mapping.ts';

type Translate = (t: TFunction, parts: readonly string[]) => string;

const field = (t: TFunction, name = '') => (isField(name) ? t(`importing.fields.${name}`) : name);

/** Patterns of the engine's reasons for rejecting a row, each with its translation. */
const reasons: readonly [looks: RegExp, words: Translate][] = [
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
  [/^a carriage return stands in the middle of the row$/, (t) => t('reasons.carriageReturn')],
  [/^a control character stands in the row$/, (t) => t('reasons.control')],
  [/^the row is not UTF-8$/, (t) => t('reasons.notUtf8')],
  [/^not JSON at character (\d+): (.*)$/s, (t, [, at = '', what = '']) => t('reasons.json', { at, what })],
  [/^not an object$/, (t) => t('reasons.notObject')],
  [/^the (?:line|document) is longer than (\d+) megabytes$/, (t, [, size = '']) => t('reasons.longJson', { size })],
  [/^(?:the document is cut off|the file ends before its array does)$/, (t) => t('reasons.cutOff')],
  [/^a title above the table$/, (t) => t('reasons.title')],
];

/** Returns the translated reason for rejecting a row; an unknown reason is returned unchanged. */
export function reasonText(t: TFunction, reason: string): string {
  for (const [pattern, translate] of reasons) {
    const match = pattern.exec(reason);
    if (match) return translate(t, match);
  }
  return reason;
}
