import { create } from 'zustand';
import { onWorkspaceChange } from '../../engine/workspace-change.ts';
import type { Entry } from './entry.ts';

const KEY = 'portrait.recentCommands';
const LIMIT = 20;

/** Entries chosen in this window, the latest first; of earlier sessions, only the keys are stored. */
interface RecentEntries {
  readonly keys: readonly string[];
  /** Recent entries of the open workspace that the palette cannot list by itself, such as users. */
  readonly entries: readonly Entry[];
}

export const useRecentEntries = create<RecentEntries>(() => ({ keys: storedKeys(), entries: [] }));

/** Records a choice. Only global entries are stored in the browser, because others contain user data. */
export function rememberEntry(entry: Entry): void {
  const { keys, entries } = useRecentEntries.getState();
  const nextKeys = [entry.key, ...keys.filter((key) => key !== entry.key)].slice(0, LIMIT);
  const nextEntries = entry.isGlobal ? entries : [entry, ...entries.filter(({ key }) => key !== entry.key)];
  useRecentEntries.setState({ keys: nextKeys, entries: nextEntries.slice(0, LIMIT) });
  const ofWorkspace = new Set(nextEntries.map(({ key }) => key));
  localStorage.setItem(KEY, JSON.stringify(nextKeys.filter((key) => !ofWorkspace.has(key))));
}

function storedKeys(): string[] {
  try {
    const stored: unknown = JSON.parse(localStorage.getItem(KEY) ?? '[]');
    return Array.isArray(stored) ? stored.filter((key) => typeof key === 'string').slice(0, LIMIT) : [];
  } catch {
    return [];
  }
}

onWorkspaceChange(() => {
  const { keys, entries } = useRecentEntries.getState();
  const left = new Set(entries.map(({ key }) => key));
  useRecentEntries.setState({ keys: keys.filter((key) => !left.has(key)), entries: [] });
});
