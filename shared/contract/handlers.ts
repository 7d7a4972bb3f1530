import type { AbortSignalLike } from '../protocol/cancellation.ts';
import type { Output, Parsed, QueryName } from './index.ts';

type Handler<M extends QueryName, Context> = (
  input: Parsed<M>,
  context: Context,
  /** Whether the client has cancelled the call. */
  signal?: AbortSignalLike,
) => Output<M> | Promise<Output<M>>;

/** Handlers of the methods that return their result directly. `Context` is the part of the engine that they use. */
export type Handlers<Context> = { readonly [M in QueryName]: Handler<M, Context> };
