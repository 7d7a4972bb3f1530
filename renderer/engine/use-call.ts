import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Input, Output, QueryName } from '../../shared/contract/index.ts';
import { type EngineClient, engineGone } from '../../shared/protocol/client.ts';
import { useConnection } from './connection.ts';

interface CallOptions {
  /** Whether the call is made; true by default. */
  enabled?: boolean;
  /** Keeps showing the previous result while the one for a new input is loading. */
  keepPrevious?: boolean;
}

/** Calls the engine and caches the result until something changes. */
export function useCall<M extends QueryName>(
  method: M,
  input: Input<M>,
  { enabled = true, keepPrevious = false }: CallOptions = {},
): UseQueryResult<Output<M>> {
  const connected = useConnection((state) => state.client !== null);
  return useQuery<Output<M>>({
    ...callQuery(method, input),
    enabled: enabled && connected,
    ...(keepPrevious ? { placeholderData: keepPreviousData } : {}),
  });
}

/** Returns a call as a query definition, for components that run several queries at once. */
export function callQuery<M extends QueryName>(method: M, input: Input<M>) {
  return {
    queryKey: [method, input],
    queryFn: ({ signal }: { signal: AbortSignal }) => engine().call(method, input, signal),
    structuralSharing: false,
  } as const;
}

/** Calls the engine once. Rejects if there is no engine, so that one `catch` handles every failure. */
export async function call<M extends QueryName>(method: M, input: Input<M>): Promise<Output<M>> {
  return engine().call(method, input);
}

/** Returns the client of the connected engine. Throws `ENGINE_GONE` if there is none. */
export function engine(): EngineClient {
  const { client } = useConnection.getState();
  if (!client) throw engineGone();
  return client;
}
