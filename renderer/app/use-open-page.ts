import { useEffect, useState } from 'react';
import type { Route } from '../base/route.ts';
import { useConnection } from '../engine/connection.ts';

/**
 * Whether the page of a route has been open while there was an engine. A page that is opened later has no data, in a
 * browser not even its script.
 */
export function useIsOpenPage(route: Route | null): boolean {
  const connected = useConnection((state) => state.client !== null);
  const page = route && `${route.page}/${route.id ?? ''}`;
  const [openPage, setOpenPage] = useState<string | null | undefined>(undefined);
  useEffect(() => {
    if (connected) setOpenPage(page);
  }, [connected, page]);
  return connected || page === openPage;
}
