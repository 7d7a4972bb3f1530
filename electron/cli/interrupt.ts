/** Exit code of a command interrupted by Ctrl-C. */
export const INTERRUPTED = 130;

const SIGNALS = ['SIGINT', 'SIGTERM', 'SIGHUP'] as const;

/**
 * Calls `stop` on the first Ctrl-C (SIGINT), SIGTERM or SIGHUP (the terminal was closed), so that work can end cleanly.
 * A second one exits the process, except for SIGHUP, which a closing terminal may send twice. Returns a function that
 * removes the listeners.
 */
export function onInterrupt(stop: () => void): () => void {
  let isStopping = false;
  const listen = (signal: NodeJS.Signals) => {
    if (isStopping && signal !== 'SIGHUP') process.exit(INTERRUPTED);
    if (isStopping) return;
    isStopping = true;
    if (signal === 'SIGHUP') ignoreClosedTerminal();
    else process.stderr.write('\nStopping… (press Ctrl-C again to quit at once)\n');
    stop();
  };
  for (const signal of SIGNALS) process.on(signal, listen);
  return () => {
    for (const signal of SIGNALS) process.off(signal, listen);
  };
}

/** Ignores errors of writing to a closed terminal, which must not end the process before its work. */
function ignoreClosedTerminal(): void {
  for (const stream of [process.stdin, process.stdout, process.stderr]) stream.on('error', () => {});
}
