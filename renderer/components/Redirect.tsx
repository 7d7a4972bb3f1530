import { useEffect } from 'react';
import type { Page } from '../base/route.ts';
import { replaceRoute } from '../base/use-route.ts';

interface RedirectProps {
  page: Page;
  id: string | null;
  query?: Readonly<Record<string, string>>;
}

/** Replaces the current address, which is an old one of the page, with that of another page. */
export function Redirect({ page, id, query = {} }: RedirectProps) {
  useEffect(() => replaceRoute(page, id, query), [page, id, query]);
  return null;
}
