import { useMemo } from 'react';
import type { CommandTexts } from './command-texts.ts';
import type { Entry } from './entry.ts';
import { pageEntries } from './page-entries.ts';
import { useRecentEntries } from './recent-entries.ts';
import { useActionEntries } from './use-action-entries.ts';
import { useDataEntries } from './use-data-entries.ts';
import { useNameEntries } from './use-name-entries.ts';

interface Entries {
  readonly entries: readonly Entry[];
  /** Keys of recently chosen entries, the latest first. */
  readonly recent: readonly string[];
  readonly searching: boolean;
  readonly error: unknown;
}

/** Returns all entries of the palette, including the users and items that the engine finds for the text. */
export function useEntries(text: string, texts: CommandTexts, others: CommandTexts): Entries {
  const actions = useActionEntries(texts, others);
  const data = useDataEntries(texts);
  const names = useNameEntries(text);
  const recent = useRecentEntries();
  const pages = useMemo(() => pageEntries(texts, others), [texts, others]);
  const byKey = new Map<string, Entry>();
  for (const entry of [...pages, ...actions, ...data, ...names.entries, ...recent.entries])
    if (!byKey.has(entry.key)) byKey.set(entry.key, entry);
  return { entries: [...byKey.values()], recent: recent.keys, searching: names.searching, error: names.error };
}
