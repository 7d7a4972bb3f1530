/** Exit code of a command interrupted by Ctrl-C. */
export const INTERRUPTED = 130;

/**
 * Calls `stop` on the first Ctrl-C (SIGINT) or SIGTERM, so that work can end cleanly; a second one exits the process.
 * Returns a function that removes the listeners.
 */
export function onInterrupt(stop: () => void): () => void {
  let isStopping = false;
  const listen = () => {
    if (isStopping) process.exit(INTERRUPTED);
    isStopping = true;
    process.stderr.write('\nStopping… (press Ctrl-C again to quit at once)\n');
    stop();
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return () => {
    process.off('SIGINT', listen);
    process.off('SIGTERM', listen);
  };
}
