import { errorFacts } from '../../shared/domain/error-facts.ts';
import { stackFrames } from '../../shared/domain/stack-frames.ts';
import { call } from './use-call.ts';

/** Logs a failure to render a page. `componentStack` is React's. Without an engine there is no log to write to. */
export function reportFailure(page: string, error: unknown, componentStack: string): void {
  const components = stackFrames(componentStack);
  call('diagnostics.report', { page, errors: errorFacts(error), components }).catch(() => {});
}
