/** Exit code of a command that Ctrl-C ended. */
export const INTERRUPTED = 130;

/**
 * Calls `stop` at the first Ctrl-C (or a polite request to end), so that work can end cleanly; a second one ends the
 * process. Gives a function that listens no more.
 */
export function onInterrupt(stop: () => void): () => void {
  let asked = false;
  const listen = () => {
    if (asked) process.exit(INTERRUPTED);
    asked = true;
    process.stderr.write('\nStopping… (Ctrl-C again ends it at once)\n');
    stop();
  };
  process.on('SIGINT', listen);
  process.on('SIGTERM', listen);
  return () => {
    process.off('SIGINT', listen);
    process.off('SIGTERM', listen);
  };
}
