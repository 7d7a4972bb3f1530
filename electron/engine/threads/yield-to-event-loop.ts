/**
 * Yields to the event loop, to be called between a model's batches: a GPU releases unused objects only when the event
 * loop runs, and otherwise accumulates tens of megabytes per training step.
 */
export function yieldToEventLoop(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve));
}
