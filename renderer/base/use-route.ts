import { useMemo, useSyncExternalStore } from 'react';
import { hashOf, type Page, parseHash, type Route } from './route.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

/** Returns the current route; the back and forward buttons of the window change it too. */
export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseHash(hash), [hash]);
}

export function navigate(page: Page, id: string | null = null, query: Readonly<Record<string, string>> = {}): void {
  location.hash = hashOf(page, id, query);
}

/** Changes the current route without adding a history entry; used for filters and selections. */
export function replaceRoute(page: Page, id: string | null = null, query: Readonly<Record<string, string>> = {}): void {
  history.replaceState(history.state, '', hashOf(page, id, query));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
