import { QueryClient } from '@tanstack/react-query';

/** Results stay fresh until the engine reports a change, as nothing else can make them stale. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
});
