import { bestSearchRank, searchText } from '../../../shared/domain/search/search-rank.ts';
import { type Entry, type EntryKind, entryKinds } from './entry.ts';

export interface EntryGroup {
  readonly kind: EntryKind | 'recent';
  readonly entries: readonly Entry[];
}

/** Maximum number of entries per group during a search, and of recent entries. */
const LIMIT = 8;
const RECENT_LIMIT = 6;

/**
 * Returns the entries that match a text, grouped by kind: better matches first; ties are resolved by the latest use,
 * then by length. For an empty text, returns the recent entries, the pages and the commands.
 */
export function rankEntries(entries: readonly Entry[], text: string, recent: readonly string[]): EntryGroup[] {
  const search = searchText(text);
  if (search.whole === '') return entriesAtRest(entries, recent);
  const age = (key: string) => (recent.includes(key) ? recent.indexOf(key) : recent.length);
  const matches = entries
    .map((entry) => ({ entry, rank: bestSearchRank([entry.label, ...(entry.otherTexts ?? [])], search) }))
    .filter((match): match is { entry: Entry; rank: NonNullable<typeof match.rank> } => match.rank !== null)
    .sort(
      (a, b) =>
        a.rank - b.rank ||
        age(a.entry.key) - age(b.entry.key) ||
        a.entry.label.length - b.entry.label.length ||
        (a.entry.label < b.entry.label ? -1 : 1),
    )
    .map(({ entry }) => entry);
  return groupByKind(matches, LIMIT);
}

function entriesAtRest(entries: readonly Entry[], recent: readonly string[]): EntryGroup[] {
  const recentEntries = recent
    .map((key) => entries.find((entry) => entry.key === key))
    .filter((entry) => entry !== undefined)
    .slice(0, RECENT_LIMIT);
  const others = entries.filter((entry) => ['page', 'action'].includes(entry.kind) && !recentEntries.includes(entry));
  const groups: EntryGroup[] = groupByKind(others, others.length);
  return recentEntries.length > 0 ? [{ kind: 'recent', entries: recentEntries }, ...groups] : groups;
}

function groupByKind(entries: readonly Entry[], limit: number): EntryGroup[] {
  return entryKinds
    .map((kind) => ({ kind, entries: entries.filter((entry) => entry.kind === kind).slice(0, limit) }))
    .filter((group) => group.entries.length > 0);
}
