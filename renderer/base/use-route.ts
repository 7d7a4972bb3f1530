import { useMemo, useSyncExternalStore } from 'react';
import { hashOf, type Page, parseHash, type Route, renamedHash } from './route.ts';

function subscribe(listener: () => void): () => void {
  const onChange = () => {
    replaceRenamed();
    listener();
  };
  window.addEventListener('hashchange', onChange);
  return () => window.removeEventListener('hashchange', onChange);
}

/** Replaces the address of a renamed page with the current one. */
function replaceRenamed(): void {
  const hash = renamedHash(location.hash);
  if (hash !== null) history.replaceState(history.state, '', hash);
}

replaceRenamed();

/** Returns the current route, null for an unknown one. Follows the back and forward buttons. */
export function useRoute(): Route | null {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  return useMemo(() => parseHash(hash), [hash]);
}

export function navigate(page: Page, id: string | null = null, query: Readonly<Record<string, string>> = {}): void {
  location.hash = hashOf(page, id, query);
}

/** Leaves the detail view of an id that is about to be deleted, if it is shown. */
export function leaveDetail(page: Page, id: string): void {
  const route = parseHash(location.hash);
  if (route?.page === page && route.id === id) replaceRoute(page);
}

/** Changes the current route without adding a history entry; used for filters and selections. */
export function replaceRoute(page: Page, id: string | null = null, query: Readonly<Record<string, string>> = {}): void {
  history.replaceState(history.state, '', hashOf(page, id, query));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}

/** Adds a history entry for another state of the same page; unlike `navigate`, does not move the focus. */
export function pushRoute(page: Page, id: string | null = null, query: Readonly<Record<string, string>> = {}): void {
  history.pushState(null, '', hashOf(page, id, query));
  window.dispatchEvent(new HashChangeEvent('hashchange'));
}
