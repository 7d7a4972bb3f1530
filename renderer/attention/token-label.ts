import type { TFunction } from 'i18next';
import type { AttentionToken } from '../../shared/contract/explain.ts';
import { itemTitle } from '../components/item-title.ts';

/** A position of the sequence in a few words: action · item. */
export function tokenLabel(t: TFunction, language: string, token: AttentionToken): string {
  if (token.kind === 'CLS') return t('users.attention.start');
  if (token.kind === 'SEP') return t('users.attention.sessionEnd');
  if (token.word !== null) return `“${token.word}”`;
  const of = itemTitle(language, token) ?? token.category;
  return [token.action, of].filter((part) => part !== null).join(' · ');
}
