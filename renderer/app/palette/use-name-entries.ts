import { useDebouncedValue } from '@mantine/hooks';
import { useTranslation } from 'react-i18next';
import { printRule } from '../../../shared/domain/rule-print.ts';
import { navigate } from '../../base/use-route.ts';
import { itemTitle } from '../../components/item-title.ts';
import { useCall } from '../../engine/use-call.ts';
import { useWorkspace } from '../../engine/use-workspace.ts';
import type { Entry } from './entry.ts';

/** Debounce delay in milliseconds before the engine is queried. */
const DEBOUNCE_MS = 120;
const MAX_LENGTH = 200;

interface NameEntries {
  readonly entries: readonly Entry[];
  /** Whether a search of the engine is pending. */
  readonly searching: boolean;
  readonly error: unknown;
}

/** Returns entries for the users and items that the engine finds for a text. */
export function useNameEntries(text: string): NameEntries {
  const { i18n } = useTranslation();
  const hasNames = (useWorkspace()?.events ?? 0) > 0;
  const searchText = text.trim().slice(0, MAX_LENGTH);
  const [settled] = useDebouncedValue(searchText, DEBOUNCE_MS);
  const enabled = hasNames && settled !== '' && searchText !== '';
  const { data, error, isFetching, isPlaceholderData } = useCall(
    'names.search',
    { text: settled },
    { enabled, keepPrevious: true },
  );
  const users = (enabled ? data?.users : undefined) ?? [];
  const items = (enabled ? data?.items : undefined) ?? [];
  return {
    searching: hasNames && searchText !== '' && (settled !== searchText || isFetching || isPlaceholderData),
    error,
    entries: [
      ...users.map(
        (user): Entry => ({ key: `user ${user}`, kind: 'user', label: user, run: () => navigate('users', user) }),
      ),
      ...items.map(
        ({ name, title, titleEn }): Entry => ({
          key: `item ${name}`,
          kind: 'item',
          label: itemTitle(i18n.language, { item: name, title, titleEn }) ?? name,
          detail: itemTitle(i18n.language === 'zh' ? 'en' : 'zh', { item: name, title, titleEn }) ?? name,
          otherTexts: [name, title, titleEn],
          run: () =>
            navigate('segments', null, {
              new: 'rule',
              rule: printRule({ count: { action: null, item: name }, op: '>=', value: 1 }),
            }),
        }),
      ),
    ],
  };
}
