import type { TFunction } from 'i18next';
import type { AttentionToken } from '../../shared/contract/explain.ts';
import type { Format } from '../base/format.ts';
import { itemTitle } from '../components/item-title.ts';

/** Returns a short label for a token of the sequence: action · item. */
export function tokenLabel(t: TFunction, language: string, format: Format, token: AttentionToken): string {
  if (token.kind === 'CLS') return t('attention.start');
  if (token.kind === 'SEP') return t('attention.sessionEnd');
  if (token.word !== null) return `“${token.word}”`;
  const itemOrCategory = itemTitle(language, token) ?? token.category;
  return [token.action === null ? null : format.action(token.action), itemOrCategory]
    .filter((part) => part !== null)
    .join(' · ');
}
