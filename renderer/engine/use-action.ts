import { useState } from 'react';

interface Action<A extends unknown[], T> {
  busy: boolean;
  /** Why the last attempt failed; null if it did not. */
  error: unknown;
  /** Result of the last attempt that succeeded. */
  done: T | undefined;
  /** Performs the action and resolves to whether it succeeded; never rejects. */
  start(...input: A): Promise<boolean>;
  /** Clears the error. */
  reset(): void;
}

/** State of an action that a user starts, such as saving a file. */
export function useAction<A extends unknown[], T>(perform: (...input: A) => Promise<T>): Action<A, T> {
  const [busy, setBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const [done, setDone] = useState<T>();
  const start = async (...input: A) => {
    setBusy(true);
    setError(null);
    try {
      const result = await perform(...input);
      setDone(() => result);
      return true;
    } catch (reason) {
      setError(reason);
      return false;
    } finally {
      setBusy(false);
    }
  };
  return { busy, error, done, start, reset: () => setError(null) };
}
