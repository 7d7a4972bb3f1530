import { useEffect } from 'react';
import type { Page } from '../base/route.ts';
import { replaceRoute } from '../base/use-route.ts';

interface RedirectProps {
  page: Page;
  id: string | null;
  query?: Readonly<Record<string, string>>;
}

/** Redirects from an obsolete address to another page. */
export function Redirect({ page, id, query = {} }: RedirectProps) {
  useEffect(() => replaceRoute(page, id, query), [page, id, query]);
  return null;
}
