import { keepPreviousData, type UseQueryResult, useQuery } from '@tanstack/react-query';
import type { Input, Output, QueryName } from '../../shared/contract/index.ts';
import { type EngineClient, engineGone } from '../../shared/protocol/client.ts';
import { useConnection } from './connection.ts';

interface CallOptions {
  /** Does not ask while false. */
  enabled?: boolean;
  /** Keeps showing the last answer while the next one, to another input, is on its way. */
  keep?: boolean;
}

/** Asks the engine and keeps the answer until something changes. */
export function useCall<M extends QueryName>(
  method: M,
  input: Input<M>,
  { enabled = true, keep = false }: CallOptions = {},
): UseQueryResult<Output<M>> {
  const connected = useConnection((state) => state.client !== null);
  return useQuery<Output<M>>({
    ...callQuery(method, input),
    enabled: enabled && connected,
    ...(keep ? { placeholderData: keepPreviousData } : {}),
  });
}

/** A call as a query, for those who ask several at once. */
export function callQuery<M extends QueryName>(method: M, input: Input<M>) {
  return {
    queryKey: [method, input],
    queryFn: ({ signal }: { signal: AbortSignal }) => engine().call(method, input, signal),
    structuralSharing: false,
  } as const;
}

/** Calls the engine once; where there is none it rejects, so that one `catch` serves for every failure. */
export async function call<M extends QueryName>(method: M, input: Input<M>): Promise<Output<M>> {
  return engine().call(method, input);
}

/** The engine of this moment. Throws `ENGINE_GONE` where there is none. */
export function engine(): EngineClient {
  const { client } = useConnection.getState();
  if (!client) throw engineGone();
  return client;
}
