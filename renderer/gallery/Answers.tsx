import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import type { Input, Output, QueryName } from '../../shared/contract/index.ts';
import { callQuery } from '../engine/use-call.ts';

/** Stores the result of a call in a query cache. */
type Answer = (cache: QueryClient) => void;

export function answer<M extends QueryName>(method: M, input: Input<M>, output: Output<M>): Answer {
  return (cache) => cache.setQueryData(callQuery(method, input).queryKey, output);
}

/** Like `answer`, for a call that fails. */
export function failure<M extends QueryName>(method: M, input: Input<M>, error: unknown): Answer {
  return (cache) => {
    const { queryKey } = callQuery(method, input);
    void cache.prefetchQuery({ queryKey, queryFn: () => Promise.reject(error) });
  };
}

/** Answers the calls of its children in place of an engine; a call without an answer stays pending. */
export function Answers({ answers, children }: { answers: readonly Answer[]; children: ReactNode }) {
  const [cache] = useState(() => {
    const client = new QueryClient({ defaultOptions: { queries: { gcTime: Number.POSITIVE_INFINITY } } });
    for (const give of answers) give(client);
    return client;
  });
  return <QueryClientProvider client={cache}>{children}</QueryClientProvider>;
}
