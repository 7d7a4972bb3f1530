import type { TFunction } from 'i18next';
import { isField } from '../../../shared/domain/mapping.ts';

type Translate = (t: TFunction, parts: readonly string[]) => string;

const field = (t: TFunction, name = '') => (isField(name) ? t(`data.fields.${name}`) : name);

/** Patterns of the engine's reasons for rejecting a row, each with its translation. */
const reasons: readonly [looks: RegExp, words: Translate][] = [
  [
    /^(\d+) columns? instead of (\d+)$/,
    (t, [, cells = '', columns = '']) => t('data.reasons.columns', { cells, columns }),
  ],
  [/^(\w+) is missing$/, (t, [, name]) => t('data.reasons.missing', { field: field(t, name) })],
  [
    /^(\w+) “(.*)” is not a time$/s,
    (t, [, name, value = '']) => t('data.reasons.time', { field: field(t, name), value }),
  ],
  [
    /^(\w+) “(.*)” is not a number$/s,
    (t, [, name, value = '']) => t('data.reasons.number', { field: field(t, name), value }),
  ],
  [/^a quotation mark is never closed$/, (t) => t('data.reasons.quote')],
  [/^the row is longer than a megabyte$/, (t) => t('data.reasons.long')],
  [/^a user without items$/, (t) => t('data.reasons.noItems')],
  [/^a carriage return stands in the middle of the row$/, (t) => t('data.reasons.carriageReturn')],
  [/^a control character stands in the row$/, (t) => t('data.reasons.control')],
  [/^the row is not UTF-8$/, (t) => t('data.reasons.notUtf8')],
  [/^not JSON at character (\d+): (.*)$/s, (t, [, at = '', what = '']) => t('data.reasons.json', { at, what })],
  [/^not an object$/, (t) => t('data.reasons.notObject')],
  [
    /^the (?:line|document) is longer than (\d+) megabytes$/,
    (t, [, size = '']) => t('data.reasons.longJson', { size }),
  ],
  [/^(?:the document is cut off|the file ends before its array does)$/, (t) => t('data.reasons.cutOff')],
  [/^a title above the table$/, (t) => t('data.reasons.title')],
];

/** Returns the translated reason for rejecting a row; an unknown reason is returned unchanged. */
export function reasonText(t: TFunction, reason: string): string {
  for (const [pattern, translate] of reasons) {
    const match = pattern.exec(reason);
    if (match) return translate(t, match);
  }
  return reason;
}
