import { QueryClient } from '@tanstack/react-query';

/** Answers stay fresh until the engine says that something changed: nothing else can make them stale. */
export const queryClient = new QueryClient({
  defaultOptions: { queries: { staleTime: Number.POSITIVE_INFINITY, retry: false, refetchOnWindowFocus: false } },
});
